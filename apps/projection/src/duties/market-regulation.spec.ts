import { describe, expect, it } from '@jest/globals';
import { recorded, rowsOf, type PastFact } from '#projection';
import { obligation } from '../obligations/obligation.projection.js';
import { due, foundry } from '../testing-facts.js';

const of = (stream: string, type: string, data: object): PastFact => ({
  type: `marketRegulation.${type}`,
  stream: `marketRegulation.${stream}`,
  uscc: foundry.uscc,
  data,
});
const owed = (key: string, ...facts: readonly PastFact[]) =>
  rowsOf(obligation, recorded(...facts)).get(`marketRegulation.${key}`)?.owed?.dueOn;

describe('what market regulation waits for', () => {
  it('is an objection, until there is one or the time is over', () => {
    const served = of('sample-1', 'TestResultServed', { due: due('2021-06-25') });
    expect(owed('sample-1/object', served)).toBe('2021-06-25');
    expect(owed('sample-1/object', served, of('sample-1', 'TestObjectionFiled', {}))).toBeUndefined();
    expect(owed('sample-1/object', served, of('sample-1', 'NonconformityEstablished', {}))).toBeUndefined();
  });

  it('is a correction, overdue or not, until the case is closed or business suspended', () => {
    const ordered = of('case-1', 'QualityCorrectionOrdered', { due: due('2021-08-02') });
    const overdue = of('case-1', 'QualityCorrectionOverdue', { dueOn: '2021-08-02' });
    const suspended = of('case-1', 'SuspendedForRectification', { due: due('2021-11-01') });
    expect(owed('case-1/correct', ordered, overdue)).toBe('2021-08-02');
    expect(owed('case-1/correct', ordered, suspended)).toBeUndefined();
    expect(owed('case-1/rectify-suspended', ordered, suspended)).toBe('2021-11-01');
    expect(owed('case-1/correct', ordered, of('case-1', 'QualityCaseClosed', {}))).toBeUndefined();
  });

  it('is the renewal of a licence, until it has ended', () => {
    const issued = of('licence-1', 'ProductionLicenceIssued', { validTo: '2026-04-05', licenceNumber: 'x' });
    expect(owed('licence-1/renew-licence', issued)).toBe('2026-04-05');
    expect(owed('licence-1/renew-licence', issued, of('licence-1', 'ProductionLicenceRevoked', {}))).toBeUndefined();
  });
});
