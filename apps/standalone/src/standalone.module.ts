import type { DynamicModule, Type } from '@nestjs/common';
import { DepartmentModule, ScenarioClock, ScenarioModule } from '#department';
import type { Ledger } from '#ledger';
import { CreditModule } from '../../credit/src/credit.module.js';
import { developmentReformDepartment } from '../../development-reform/src/development-reform.js';
import { emergencyManagementDepartment } from '../../emergency-management/src/emergency-management.js';
import { energyDepartment } from '../../energy/src/energy.js';
import { governmentDepartment } from '../../government/src/government.js';
import { industryDepartment } from '../../industry/src/industry.js';
import { ProjectionModule } from '../../projection/src/projection.module.js';

/** Every service of the ledger, for one process; and `/clock` where a past year is replayed. */
export const everything = ({ clock }: Ledger): readonly (Type | DynamicModule)[] => [
  ...[
    energyDepartment,
    governmentDepartment,
    developmentReformDepartment,
    industryDepartment,
    emergencyManagementDepartment,
  ].map((department) => DepartmentModule.for(department)),
  CreditModule,
  ProjectionModule.for(),
  ...(clock instanceof ScenarioClock ? [ScenarioModule.for(clock)] : []),
];
