import { describe, expect, it } from '@jest/globals';
import type { PostedYear, Step } from './posted-year.js';
import { scenario } from './scenarios.js';

/** 二(一): rectification by the day, extensions, closure and cards. */
export const supervision = ({ read, told, dossierOf }: PostedYear): void =>
  describe('in the plan year, a case of energy', () => {
    scenario(1, 'is closed by a rectification on the first day of the sixth month', async () => {
      const { state, steps } = await told('SC-01');
      expect(state).toBe('RECTIFIED');
      expect(steps.slice(3)).toEqual([
        'EnergyRectificationOrdered 03-15 → 2021-09-15',
        'YellowCardIssued 03-15 → 2021-09-15',
        'RectificationReported 08-16',
        'RectificationReinspected 08-24',
        'RectificationAccepted 08-27',
        'YellowCardCleared 08-27',
      ]);
    });

    scenario(2, 'is extended when that is asked for at 23:59 on the last day', async () => {
      const { state, steps } = await told('SC-02');
      expect(state).toBe('RECTIFIED');
      expect(steps).toContain('ExtensionGranted 11-12 → 2022-01-10');
      expect(steps.join()).not.toContain('Expired');
      const { items } = await read('/cases/SC-02/history');
      expect(items.find(({ type }: Step) => type === 'energy.ExtensionRequested').occurredAt).toBe(
        '2021-11-10T23:59:00+08:00',
      );
    });

    scenario(2, 'has expired when that is asked for on the day after', async () => {
      const { state, steps } = await told('SC-02-LATE');
      expect(state).toBe('RECTIFICATION_FAILED');
      expect(steps).toContain('RectificationPeriodExpired 11-12 → 2021-11-11');
      expect(steps.join()).not.toContain('Extension');
    });

    scenario(3, 'ends on 8 October when its last day lies in the week of National Day', async () => {
      expect((await told('SC-03')).steps).toContain('EnergyRectificationOrdered 04-01 → 2021-10-08');
      const { items } = await read('/cases/SC-03/history');
      const { data } = items.find(({ type }: Step) => type === 'energy.EnergyRectificationOrdered');
      expect(data.due).toMatchObject({ nominalDue: '2021-10-01', rolledDue: '2021-10-08', unit: 'months', length: 6 });
    });

    scenario(4, 'served on 31 August is owed by 28 February', async () => {
      const { items, today } = await read('/obligations');
      expect(today).toBe('2022-01-31');
      expect(items.find(({ caseId }: { caseId?: string }) => caseId === 'SC-04')).toMatchObject({
        kind: 'rectify',
        dueOn: '2022-02-28',
        daysLeft: 28,
        overdue: false,
        rule: 'energy/rectification-period@2021',
      });
    });

    scenario(5, 'is extended once and no second time', async () => {
      const { state, steps } = await told('SC-05');
      expect(state).toBe('RECTIFIED');
      expect(steps.filter((step) => step.startsWith('Extension'))).toEqual([
        'ExtensionRequested 09-10',
        'ExtensionGranted 09-15 → 2021-12-22',
      ]);
    });

    scenario(6, 'is closed by the government at the second proposal', async () => {
      const { state, steps } = await told('SC-06');
      expect(state).toBe('CLOSED');
      expect(steps.slice(-7)).toEqual([
        'RectificationFailed 09-28',
        'ClosureProposed 10-11',
        'GovernmentDecisionNoted 10-20',
        'ClosureProposed 11-03',
        'GovernmentDecisionNoted 11-24',
        'RedCardIssued 11-24',
        'YellowCardCleared 11-24',
      ]);
      expect(await dossierOf('SC-06')).toMatchObject({ status: 'RED_CARD' });
    });

    scenario(22, 'gets no red card where there was no yellow one', async () => {
      const { state, steps } = await told('SC-22');
      expect(state).toBe('COMPLIANT');
      expect(steps.join()).not.toContain('Card');
    });

    it('shows what was known, and what had happened, on a day of the past', async () => {
      const known = await read('/cases/SC-02/history?asKnownAt=2021-11-10');
      const happened = await read('/cases/SC-02/history?asOf=2021-11-10');
      expect(known.items.at(-1).type).toBe('energy.ExtensionRequested');
      expect(happened.items.at(-1).type).toBe('energy.ExtensionRequested');
      expect((await read('/cases/SC-02/history?asKnownAt=2021-11-09')).items).toHaveLength(known.items.length - 1);
    });
  });
