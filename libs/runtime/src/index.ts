export { watched, type Watched } from './watched.js';
export {
  openBundledPostgres,
  runningOwnerUrl,
  type BundledPostgres,
  type BundledPostgresOptions,
  type DatabaseState,
  type SupervisorLog,
} from './bundled-postgres/open.js';
export { serverLeftBehind } from './bundled-postgres/orphan.js';
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
export { EXIT, exitInOrder } from './exit.js';
export { LOG, openLog, type Log } from './log.js';
export { oneLine } from './log-line.js';
export { GATED_TYPES, STREAMED_TYPES, TAKES_BYTES } from './http/adapter.js';
export { KNOWN_AS } from './http/document/completed.js';
export { described } from './http/document/described.js';
export { documentApi, type ApiDescription } from './http/document/document-api.js';
export { exampleOf, type Schemas } from './http/document/examples.js';
export { DRAINING, Draining, DRAIN_LIMITS, type DrainLimits } from './http/draining.js';
export { HEALTH, Health, type Checks, type Probe } from './http/health.js';
export { Counter, Gauge, Histogram, METRICS, onceAScrape, processMetrics, Registry } from './http/metrics.js';
export { CannotListen, open, type OpenedService, type OpenOptions } from './http/open.js';
export { HttpProblem, toAnswer, type Answer, type Problem, type WrongField } from './http/problem.js';
export { readOn } from './http/read-on.js';
export { sendProblem } from './http/problem-filter.js';
export { CORRECT_THE_FIELDS, StrictValidation, wrongFields } from './http/strict-validation.js';
export { backup, type BackupOptions, type Progress } from './backup/backup.js';
export { BadBackup, type Manifest } from './backup/manifest.js';
export { restore, type Restored, type RestoreOptions } from './backup/restore.js';
