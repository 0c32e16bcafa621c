export * from './event-store.js';
export * from './errors.js';
export * from './clock.js';
export { LIMITS } from './admissible.js';
export { memoryEventStore } from './memory/memory-event-store.js';
export { postgresEventStore, type PostgresEventStoreOptions } from './postgres/postgres-event-store.js';
export { eventStoreDbEventStore } from './eventstoredb/open.js';
export type { EventStoreDbEventStoreOptions } from './eventstoredb/eventstoredb-event-store.js';
export { migrate, MIGRATION_TURN, type ServiceRole } from './postgres/migrate.js';
