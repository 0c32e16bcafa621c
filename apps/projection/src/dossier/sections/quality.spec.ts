import { describe, expect, it } from '@jest/globals';
import { recorded, type PastFact } from '#projection';
import { foundry } from '../../testing-facts.js';
import { quality } from './quality.js';

const of = (type: string, data: object, stream = 'sample-CY-1'): PastFact => ({
  type: `marketRegulation.${type}`,
  stream: `marketRegulation.${stream}`,
  uscc: foundry.uscc,
  data,
});
const after = (...facts: readonly PastFact[]) =>
  recorded(...facts).reduce(
    (state, fact) => quality.when[fact.type]!(state, fact),
    quality.blank,
  ) as typeof quality.blank;

const sampled = of('ProductSampled', {
  level: 'MUNICIPAL',
  authority: '市局',
  product: '钢筋',
  brand: '甲',
  batch: 'B1',
});
const tested = (type: string, conforms: boolean) =>
  of(type, { laboratory: '质检', reportNumber: 'J', conforms, items: [{ item: '屈服强度', conforms }] });
const served = of('TestResultServed', { due: { rolledDue: '2021-06-25' } });
const objected = of('TestObjectionFiled', { filedOn: '2021-06-25', reason: '取样不当' });
const established = of('NonconformityEstablished', { by: 'RECHECK', establishedOn: '2021-07-09' });
const published = of('NonconformingProductPublished', { url: 'https://example.org/1' });

describe('quality in a dossier', () => {
  it('follows a sample to a finding that stands', () => {
    const failed = [sampled, tested('TestReported', false), served];
    expect(after(sampled, tested('TestReported', true))).toMatchObject({ samples: [{ state: 'CONFORMS' }] });
    expect(after(...failed)).toMatchObject({
      samples: [{ state: 'RESULT_SERVED', objectionBy: '2021-06-25', test: { failedItems: ['屈服强度'] } }],
    });
    expect(after(...failed, objected, tested('RecheckReported', true))).toMatchObject({
      samples: [{ state: 'CONFORMS', recheck: { conforms: true } }],
    });
    expect(after(...failed, objected, tested('RecheckReported', false), established)).toMatchObject({
      samples: [{ state: 'NONCONFORMITY_ESTABLISHED', established: { by: 'RECHECK', on: '2021-07-09' } }],
    });
  });

  it('shows what was published and shared, and what was taken down', () => {
    const shared = of('QualityInfoSharedWithCredit', { platform: '信用广东' });
    expect(after(sampled, published, shared)).toMatchObject({
      samples: [{ state: 'PUBLISHED', publication: { url: 'https://example.org/1' }, sharedWith: ['信用广东'] }],
    });
    expect(
      after(
        sampled,
        published,
        of('NonconformingPublicationWithdrawn', { withdrawnOn: '2021-07-12', reason: '复检合格' }),
      ),
    ).toMatchObject({
      samples: [{ state: 'PUBLICATION_WITHDRAWN', publication: { withdrawn: { on: '2021-07-12' } } }],
    });
  });

  it('knows which batches are sampled, and a second sample of one', () => {
    const noted = of(
      'SampledBatchNoted',
      { batch: { sampleId: 'CY-1', level: 'MUNICIPAL', batch: 'B1' } },
      'producer-x',
    );
    const twice = of('DuplicateSamplingFound', { sampleId: 'CY-1', earlierSampleId: 'CY-0' }, 'producer-x');
    expect(after(sampled, noted, twice)).toMatchObject({
      sampledBatches: [{ sampleId: 'CY-1', batch: 'B1' }],
      samples: [{ duplicates: 'CY-0' }],
    });
  });

  it('goes up the ladder to the business licence', () =>
    expect(
      after(
        of('QualityNoticePublished', { level: 'PROVINCIAL', issuer: '省局', documentNumber: '9' }, 'case-SJ-1'),
        of('SuspendedForRectification', { documentNumber: '10', due: { rolledDue: '2021-11-01' } }, 'case-SJ-1'),
        of('BusinessLicenceRevoked', { penaltyId: 'CF-1', documentNumber: '11', revokedOn: '2021-12-01' }, 'case-SJ-1'),
      ),
    ).toMatchObject({
      notices: [{ level: 'PROVINCIAL' }],
      suspensions: [{ dueOn: '2021-11-01' }],
      businessLicence: { caseId: 'SJ-1', penaltyId: 'CF-1', revokedOn: '2021-12-01' },
    }));
});
