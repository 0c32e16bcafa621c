export { memoryCheckpoints, type Checkpoints } from './checkpoints.js';
export { projection, type Column, type ColumnTypes, type Projection } from './projection.js';
export {
  NotReached,
  READ_MODELS,
  type AsOf,
  type Condition,
  type Keyed,
  type Parked,
  type ProjectionStatus,
  type Query,
  type ReadModel,
  type ReadModels,
} from './read-models.js';
export type { Progress, RebuildOptions, Running, RunOptions, Told } from './running.js';
