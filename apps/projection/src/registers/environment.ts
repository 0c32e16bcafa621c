import { moves, tells, type Fold, type Register } from './register.js';

const readers = 'read-registers';

/** Whose it is makes the entry findable by area. */
const about =
  (state: string): Fold =>
  (entry, fact, key) =>
    tells(state, ({ data }) => ({ county: data.enterprise.county }))(entry, fact, key);

/** Environment: plans of the year, targets of the full-compliance plan, and the permits of the city (二(二)). */
export const environmentRegisters: readonly Register[] = [
  {
    name: 'enforcement-plans',
    title: { zh: '环境执法年度计划与重点任务', en: 'Environmental tasks and enforcement plans of a year' },
    readers,
    when: {
      'environment.AnnualEnvTasksSet': tells('TASKS_SET'),
      'environment.EnvEnforcementPlanAdopted': tells('ADOPTED'),
    },
  },
  {
    name: 'full-compliance-plan',
    title: { zh: '工业污染源全面达标排放计划', en: 'Full-compliance plan of industrial sources' },
    readers,
    when: {
      'environment.IndustrialSourceComplianceTargetSet': about('SET'),
      'environment.IndustrialSourceComplianceTargetAssessed': (entry, fact, key) =>
        tells(fact.data.result as string)(entry, fact, key),
    },
  },
  {
    name: 'discharge-permits',
    title: { zh: '排污许可证', en: 'Discharge permits' },
    readers: 'everyone',
    when: {
      'environment.DischargePermitIssued': about('IN_FORCE'),
      'environment.DischargePermitRenewed': about('IN_FORCE'),
      'environment.DischargePermitChanged': about('IN_FORCE'),
      'environment.DischargePermitExpired': moves('EXPIRED'),
      'environment.DischargePermitAnnulled': moves('ANNULLED'),
      'environment.DischargePermitRevoked': moves('REVOKED'),
      'environment.DischargePermitWithdrawn': moves('WITHDRAWN'),
      'environment.DischargePermitCancelled': moves('CANCELLED'),
      'environment.DischargeRegistered': about('REGISTERED'),
    },
  },
];
