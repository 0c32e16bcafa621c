export { LedgerModule } from './ledger.module.js';
export { openLedger, type Ledger } from './open-ledger.js';
export { serve, type ServedLedger, type ServeOptions } from './serve.js';
