import type { DynamicModule, Type } from '@nestjs/common';
import { DepartmentModule, ScenarioClock, ScenarioModule } from '#department';
import type { Ledger } from '#ledger';
import { CreditModule } from '../../credit/src/credit.module.js';
import { developmentReformDepartment } from '../../development-reform/src/development-reform.js';
import { emergencyManagementDepartment } from '../../emergency-management/src/emergency-management.js';
import { energyDepartment } from '../../energy/src/energy.js';
import { environmentDepartment } from '../../environment/src/environment.js';
import { governmentDepartment } from '../../government/src/government.js';
import { HotlineModule } from '../../hotline/src/hotline.module.js';
import { industryDepartment } from '../../industry/src/industry.js';
import { marketRegulationDepartment } from '../../market-regulation/src/market-regulation.js';
import { naturalResourcesDepartment } from '../../natural-resources/src/natural-resources.js';
import { ProjectionModule } from '../../projection/src/projection.module.js';

/** Every service of the ledger, for one process; and `/clock` where a past year is replayed. */
export const everything = (ledger: Ledger): readonly (Type | DynamicModule)[] => [
  ...[
    energyDepartment,
    environmentDepartment,
    governmentDepartment,
    developmentReformDepartment,
    industryDepartment,
    emergencyManagementDepartment,
    marketRegulationDepartment,
    naturalResourcesDepartment,
  ].map((department) => DepartmentModule.for(department)),
  CreditModule,
  HotlineModule.for(ledger),
  ProjectionModule.for(),
  ...(ledger.clock instanceof ScenarioClock ? [ScenarioModule.for(ledger.clock)] : []),
];
