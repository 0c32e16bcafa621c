import { lists, tells, type Register } from './register.js';

const readers = 'read-registers';

/** What market regulation plans for a year, and what it did of it (二(三)2). */
export const marketRegulationRegisters: readonly Register[] = [
  {
    name: 'key-products',
    title: { zh: '重点监管产品目录', en: 'Catalogues of key supervised products' },
    readers,
    when: { 'marketRegulation.KeySupervisedProductListed': lists('products', 'LISTED') },
  },
  {
    name: 'sampling-plans',
    title: { zh: '年度监督抽查计划', en: 'Plans of sampling' },
    readers,
    when: { 'marketRegulation.SamplingPlanAdopted': tells('ADOPTED') },
  },
  {
    name: 'duplicate-samplings',
    title: { zh: '重复抽样', en: 'Batches that were sampled twice' },
    readers,
    key: ({ data }) => data.sampleId as string,
    when: { 'marketRegulation.DuplicateSamplingFound': tells('FOUND') },
  },
];
