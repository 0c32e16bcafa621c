import { describe, expect, it } from '@jest/globals';
import { recorded, rowsOf, type PastFact } from '#projection';
import { accepted, foundry } from '../testing-facts.js';
import { documentCitation, documentOpening } from './document.projection.js';

const [A, B] = ['a'.repeat(64), 'b'.repeat(64)];
const citing = (sha256: string, besides: Partial<PastFact> = {}): PastFact => ({
  ...accepted,
  documents: [{ number: '惠能监改〔2021〕12号', title: '通知书', sha256 }],
  ...besides,
});
const citations = (...facts: readonly PastFact[]) => rowsOf(documentCitation, recorded(...facts));
const openings = (...facts: readonly PastFact[]) => Object.fromEntries(rowsOf(documentOpening, recorded(...facts)));

describe('the citations of a document', () => {
  it('are one for each fact that rests on it, with whom and what the fact is about', () => {
    const rows = citations(citing(A), accepted, citing(A, { visibility: 'public' }));
    expect([...rows.keys()]).toEqual([`${A}/0000000000000001`, `${A}/0000000000000003`]);
    expect([...rows.values()]).toMatchObject([
      { sha256: A, number: '惠能监改〔2021〕12号', position: 1, uscc: foundry.uscc, visibility: 'government' },
      { sha256: A, position: 3, caseId: '2021-0001', visibility: 'public' },
    ]);
  });

  it('are in the content of a fact as well as on its envelope, and count once', () => {
    const media = [
      { kind: 'PHOTO', sha256: B },
      { kind: 'PHOTO', sha256: A },
      { kind: 'PHOTO', sha256: B },
    ];
    expect([...citations(citing(A, { data: { steps: [{ media }] } })).keys()]).toEqual([
      `${A}/0000000000000001`,
      `${B}/0000000000000001`,
    ]);
  });

  it('are none for a paper without a hash, or with a word in its place', () => {
    expect(citations({ ...accepted, documents: [{ number: '12' }], data: { sha256: 'unknown' } }).size).toBe(0);
  });
});

describe('the opening of a document', () => {
  it('says whose facts cite it, by who may read them', () => {
    const industry = { type: 'industry.AnnualPlanAdopted', stream: 'industry.annualPlan-1', department: 'industry' };
    expect(openings(citing(A), citing(A, { visibility: 'public' }), citing(A, industry), citing(B))).toEqual({
      [A]: { government: ['energy', 'industry'], public: ['energy'] },
      [B]: { government: ['energy'] },
    });
  });

  it('does not grow with the number of facts', () => {
    expect(openings(...Array.from({ length: 50 }, () => citing(A)))).toEqual({ [A]: { government: ['energy'] } });
  });
});
