import { DepartmentModule } from '#department';
import { serve } from '#ledger';
import { industryDepartment } from './industry.js';

await serve({ name: 'industry', modules: () => [DepartmentModule.for(industryDepartment)] });
