import { tells, type Register } from './register.js';

/** What the energy bureau plans for a year, the tasks under the plan and the standards that it publishes (二(一)1). */
export const energyRegisters: readonly Register[] = [
  {
    name: 'energy-supervision-plans',
    title: { zh: '年度节能监察工作计划', en: 'Yearly plans of energy supervision' },
    readers: 'everyone',
    when: { 'energy.EnergySupervisionPlanAdopted': tells('ADOPTED') },
  },
  {
    name: 'supervision-tasks',
    title: { zh: '节能监察任务', en: 'Tasks of energy supervision' },
    readers: 'read-registers',
    when: {
      'energy.EnergySupervisionTaskAssigned': tells('ASSIGNED', ({ data }) => ({ county: data.enterprise.county })),
      'energy.EnergySupervisionConducted': tells('CONDUCTED'),
    },
  },
  {
    name: 'standards',
    title: { zh: '标准规范', en: 'Standards' },
    readers: 'everyone',
    when: { 'energy.StandardPublished': tells('PUBLISHED') },
  },
];
