import { serve } from '#ledger';
import { HotlineModule } from './hotline.module.js';

await serve({ name: 'hotline', modules: (ledger) => [HotlineModule.for(ledger)] });
