import { serve } from '#ledger';
import { CreditModule } from './credit.module.js';

await serve({ name: 'credit', modules: () => [CreditModule] });
