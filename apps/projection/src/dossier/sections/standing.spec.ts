import { describe, expect, it } from '@jest/globals';
import { recorded, rowsOf, type PastFact } from '#projection';
import { obligation } from '../../obligations/obligation.projection.js';
import { foundry } from '../../testing-facts.js';
import { statusOf } from '../dossier.projection.js';
import { dossiersOf } from '../testing-dossiers.js';

const onCard = (type: string, data: object): PastFact => ({
  type: `developmentReform.${type}`,
  stream: 'developmentReform.card-FG-1',
  uscc: foundry.uscc,
  caseId: 'FG-1',
  data,
});
const issued = onCard('YellowCardIssued', {
  enterprise: foundry,
  caseId: 'FG-1',
  ground: '产能置换未落实',
  documentNumber: '惠市发改责改〔2021〕1号',
  legalBasis: '企业投资项目核准和备案管理条例第十八条',
  servedOn: '2021-05-12',
  dueOn: '2021-08-10',
});
const prolonged = onCard('YellowCardProlonged', { dueOn: '2021-09-30', documentNumber: '惠市发改延〔2021〕1号' });
const failed = onCard('RectificationFoundFailed', { findings: '仍未落实', foundOn: '2021-10-08' });
const cleared = onCard('YellowCardCleared', { reason: 'RECTIFIED', opinion: '合格' });
const red = onCard('RedCardIssued', {
  enterprise: foundry,
  caseId: 'FG-1',
  proposalId: 'FG-1-G1',
  closedOn: '2021-11-24',
  governmentDocumentNumber: '惠府决〔2021〕9号',
});

const after = (...facts: PastFact[]) => dossiersOf(...facts).get(foundry.uscc)!;
const cards = (...facts: PastFact[]) => after(...facts).standing.cards;

describe('a card of a bureau other than energy', () => {
  it('stands in the dossier, with the day to rectify as it was moved', () => {
    expect(cards(issued, prolonged, failed)).toMatchObject([
      { colour: 'YELLOW', department: 'development-reform', dueOn: '2021-09-30', failedOn: '2021-10-08' },
    ]);
    expect(statusOf(after(issued))).toBe('YELLOW_CARD');
  });

  it('is cleared, or followed by a red one', () => {
    expect(cards(issued, cleared)).toMatchObject([{ clearedBecause: 'RECTIFIED' }]);
    expect(cards(issued, failed, red)).toMatchObject([{ colour: 'YELLOW' }, { colour: 'RED', dueOn: '2021-11-24' }]);
    expect(statusOf(after(issued, red))).toBe('RED_CARD');
  });

  it('is owed by the enterprise until then', () => {
    const owed = (...facts: PastFact[]) =>
      rowsOf(obligation, recorded(...facts)).get('developmentReform.card-FG-1/rectify')?.owed?.dueOn;
    expect(owed(issued)).toBe('2021-08-10');
    expect(owed(issued, prolonged)).toBe('2021-09-30');
    expect(owed(issued, cleared)).toBeUndefined();
  });
});
