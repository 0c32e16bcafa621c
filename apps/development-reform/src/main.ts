import { DepartmentModule } from '#department';
import { serve } from '#ledger';
import { developmentReformDepartment } from './development-reform.js';

await serve({ name: 'development-reform', modules: () => [DepartmentModule.for(developmentReformDepartment)] });
