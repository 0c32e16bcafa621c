import type { marketRegulation } from '#contracts';
import { recordIdOf, type Policy, type Recorded } from '#decider';
import { delisted, entryOf, listed } from '#procedure';

const HOLDERS = 'licence-holders';
const PRODUCTS = 'nonconforming-products';

const words = { REBAR: '钢筋', CEMENT: '水泥', OTHER: '其他产品' } as const;

/** Licences in force and products found not to conform keep their lists (二(三)1, 2). The issues are published by people. */
export const listsPolicy: Policy = {
  name: 'licences-and-products-keep-the-lists',
  when: {
    'marketRegulation.ProductionLicenceIssued': (fact: Recorded<marketRegulation.ProductionLicenceIssued>) => {
      const { enterprise, licenceNumber, products, validFrom, validTo } = fact.data;
      const ground = `${licenceNumber} ${products.map((product) => words[product]).join('、')}，有效期至${validTo}`;
      return [listed(HOLDERS, { ...entryOf(fact, recordIdOf(fact), enterprise, { ground }), since: validFrom })];
    },
    'marketRegulation.ProductionLicenceCancelled': (fact) => [delisted(HOLDERS, recordIdOf(fact), '已注销')],
    'marketRegulation.ProductionLicenceRevoked': (fact) => [delisted(HOLDERS, recordIdOf(fact), '已吊销')],
    'marketRegulation.ProductionLicenceExpired': (fact) => [delisted(HOLDERS, recordIdOf(fact), '已到期')],

    'marketRegulation.NonconformingProductPublished': (
      fact: Recorded<marketRegulation.NonconformingProductPublished>,
    ) => {
      const { enterprise, product, brand, batch, failedItems } = fact.data;
      const ground = `${product}（商标${brand}，批号${batch}）：${failedItems.map(({ item }) => item).join('、')}不合格`;
      return [listed(PRODUCTS, entryOf(fact, recordIdOf(fact), enterprise, { ground }))];
    },
    'marketRegulation.NonconformingPublicationWithdrawn': (
      fact: Recorded<marketRegulation.NonconformingPublicationWithdrawn>,
    ) => [delisted(PRODUCTS, recordIdOf(fact), fact.data.reason)],
  },
};
