export { ledgerClient, type LedgerClient, type LedgerClientOptions } from './ledger-client.js';
export { answered, LedgerProblem, type Problem } from './ledger-problem.js';
export type { components, operations, paths } from './schema.js';
