export { recorded, rowsOf, type PastFact } from './testing.js';
export { hasHappened, isKnown, rowAsOf, type TwoClocks } from './as-of.js';
export { memoryCheckpoints, type Checkpoints } from './checkpoints.js';
export { projection, type Column, type ColumnTypes, type Projection } from './projection.js';
export {
  NotReached,
  READ_MODELS,
  type AloneOptions,
  type AsOf,
  type Condition,
  type Count,
  type Counts,
  type Facet,
  type Keyed,
  type Parked,
  type ProjectionStatus,
  type Query,
  type ReadModel,
  type ReadModels,
  type Related,
  type Progress,
  type RebuildOptions,
  type Retried,
  type Running,
  type RunOptions,
  type Told,
} from './read-models.js';
export { NoWayBack } from './rollback.js';
export { openReadModels } from './open.js';
export type { Place } from './database.js';
