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
export { parseStrictly } from './strict-json/parse-strictly.js';
export { EVENT_LIMITS, MalformedJson, type JsonLimits, type MalformedCode } from './strict-json/malformed-json.js';
export {
  BadConfiguration,
  CONFIGURATION,
  readConfiguration,
  settingsHelp,
  settingsTable,
  type BadSetting,
  type Configuration,
  type ReadConfiguration,
} from './configuration/configuration.js';
