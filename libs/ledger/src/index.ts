export { configure, leave } from './configure.js';
export { LAUNCHED, type Asked, type Numbered, type Told } from './launching.js';
export { LedgerModule } from './ledger.module.js';
export { openLedger, type Ground, type Ledger } from './open-ledger.js';
export { queueOf } from './queue-of.js';
export { serve, tellWhere, type ServedLedger, type ServeOptions } from './serve.js';
