import { DepartmentModule } from '#department';
import { serve } from '#ledger';
import { emergencyManagementDepartment } from './emergency-management.js';

await serve({
  name: 'emergency-management',
  modules: () => [DepartmentModule.for(emergencyManagementDepartment)],
});
