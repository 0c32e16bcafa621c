import { DepartmentModule } from '#department';
import { serve } from '#ledger';
import { governmentDepartment } from './government.js';

await serve({ name: 'government', modules: () => [DepartmentModule.for(governmentDepartment)] });
