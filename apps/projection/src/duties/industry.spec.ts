import { describe, expect, it } from '@jest/globals';
import { recorded, rowsOf, type PastFact } from '#projection';
import { caseFile } from '../cases/case.projection.js';
import { obligation } from '../obligations/obligation.projection.js';
import { due, foundry } from '../testing-facts.js';

const owed = (key: string, ...facts: readonly PastFact[]) => rowsOf(obligation, recorded(...facts)).get(key)?.owed;
const fact = (type: string, stream: string, data: object): PastFact => ({
  type: `industry.${type}`,
  stream: `industry.${stream}`,
  data,
});
const opened = fact('CaseOpened', 'case-GX-1', { enterprise: foundry, reportBy: '2021-07-08' });
const reported = fact('CaseReported', 'case-GX-1', {});

describe('what industry is owed and owes', () => {
  it('is a report on the day of the finding', () => {
    expect(owed('industry.case-GX-1/report-finding', opened)?.dueOn).toBe('2021-07-08');
    expect(owed('industry.case-GX-1/report-finding', opened, reported)).toBeUndefined();
  });

  it('is the removal of what would allow resumption, until somebody has looked again', () => {
    const ordered = fact('ResidualRemovalOrdered', 'lookBack-R.T-1', { due: due('2021-07-02') });
    const key = 'industry.lookBack-R.T-1/remove';
    expect(owed(key, ordered)?.dueOn).toBe('2021-07-02');
    expect(owed(key, ordered, fact('LookBackConducted', 'lookBack-R.T-1', {}))).toBeUndefined();
  });

  it('is a supervision matter, and again when it was returned', () => {
    const key = 'industry.supervisionMatter-M-1/implement';
    const matter = (type: string) => fact(type, 'supervisionMatter-M-1', { dueOn: '2021-08-31' });
    const done = [matter('SupervisionMatterReceived'), matter('SupervisionMatterImplemented')];
    expect(owed(key, done[0]!)?.dueOn).toBe('2021-08-31');
    expect(owed(key, ...done)).toBeUndefined();
    expect(owed(key, ...done, matter('SupervisionMatterReturned'))?.dueOn).toBe('2021-08-31');
  });

  it('is a dismantling that turned out to be none', () => {
    const key = 'industry.exit-GX-1/dismantle';
    const exit = (type: string, data: object) => fact(type, 'exit-GX-1', data);
    const past = [exit('EliminationOrdered', { due: due('2021-06-07') }), exit('MainEquipmentDismantled', {})];
    expect(owed(key, ...past)).toBeUndefined();
    expect(owed(key, ...past, exit('ExitAcceptanceRejected', { dueOn: '2021-06-07' }))?.dueOn).toBe('2021-06-07');
  });
});

describe('a case of industry', () => {
  it('is open until it is concluded', () => {
    const file = (...facts: readonly PastFact[]) => rowsOf(caseFile, recorded(...facts)).get('GX-1');
    expect(file(opened, reported)).toMatchObject({ state: 'REPORTED', open: true, uscc: foundry.uscc });
    expect(file(opened, reported, fact('CaseConcluded', 'case-GX-1', {}))).toMatchObject({
      state: 'CONCLUDED',
      open: false,
    });
  });
});
