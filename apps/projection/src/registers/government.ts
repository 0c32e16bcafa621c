import { tells, type Register } from './register.js';

/** The city's calendar and what became of it (三, 四). */
export const governmentRegisters: readonly Register[] = [
  {
    name: 'deployments',
    title: { zh: '年度工作部署', en: 'Deployments of the year’s work' },
    readers: 'read-registers',
    when: { 'government.DepartmentWorkDeployed': tells('DEPLOYED') },
  },
];
