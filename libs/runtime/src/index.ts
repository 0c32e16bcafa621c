export { watched, type Watched } from './watched.js';
export {
  openBundledPostgres,
  runningOwnerUrl,
  type BundledPostgres,
  type BundledPostgresOptions,
  type DatabaseState,
  type SupervisorLog,
} from './bundled-postgres/open.js';
export { DataFolderInUse } from './bundled-postgres/folder-lock.js';
export { keptSecret } from './bundled-postgres/secrets.js';
export type { Space } from './bundled-postgres/space.js';
