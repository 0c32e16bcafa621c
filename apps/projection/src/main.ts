import { serve } from '#ledger';
import { ProjectionModule } from './projection.module.js';

await serve({ name: 'projection', modules: () => [ProjectionModule.for()] });
