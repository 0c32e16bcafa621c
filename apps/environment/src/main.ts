import { DepartmentModule } from '#department';
import { serve } from '#ledger';
import { environmentDepartment } from './environment.js';

await serve({ name: 'environment', modules: () => [DepartmentModule.for(environmentDepartment)] });
