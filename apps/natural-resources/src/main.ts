import { DepartmentModule } from '#department';
import { serve } from '#ledger';
import { naturalResourcesDepartment } from './natural-resources.js';

await serve({ name: 'natural-resources', modules: () => [DepartmentModule.for(naturalResourcesDepartment)] });
