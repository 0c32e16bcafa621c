import { DepartmentModule } from '#department';
import { serve } from '#ledger';
import { marketRegulationDepartment } from './market-regulation.js';

await serve({ name: 'market-regulation', modules: () => [DepartmentModule.for(marketRegulationDepartment)] });
