import { cardLists, listProcedure } from '#procedure';

/** The lists of market regulation: who holds a licence, which products do not conform (二(三)1, 2), and the two of cards. */
export const list = listProcedure('market-regulation', {
  ...cardLists,
  'licence-holders': { type: 'LicenceHolderListPublished', rule: 'quality/publish-holders', zh: '获证企业' },
  'nonconforming-products': {
    type: 'NonconformingListPublished',
    rule: 'quality/publish-nonconforming',
    zh: '不合格产品及其生产企业',
  },
});
