import { DepartmentModule } from '#department';
import { serve } from '#ledger';
import { energyDepartment } from './energy.js';

await serve({ name: 'energy', modules: () => [DepartmentModule.for(energyDepartment)] });
