import { tells, type Register } from './register.js';

/** Projects that asked for land, and how their technology was screened (二(五)1). */
export const naturalResourcesRegisters: readonly Register[] = [
  {
    name: 'land-projects',
    title: { zh: '用地项目筛查', en: 'Land projects screened' },
    readers: 'read-registers',
    when: {
      'naturalResources.LandProjectScreened': tells('SCREENED', ({ data }) => ({ county: data.enterprise?.county })),
      'naturalResources.LandSupplied': tells('SUPPLIED'),
      'naturalResources.LandRefused': tells('REFUSED'),
    },
  },
];
