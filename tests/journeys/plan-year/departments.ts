import { describe, expect } from '@jest/globals';
import type { PostedYear } from './posted-year.js';
import { scenario } from './scenarios.js';

interface Named {
  readonly type: string;
  readonly at: string;
}

/** 二(二), 三(一) and what several departments do at once. */
export const departments = ({ ledger, read, feedItems }: PostedYear): void =>
  describe('in the plan year, departments', () => {
    const days = (steps: readonly Named[]): string[] => steps.map(({ type, at }) => `${type} ${at.slice(0, 10)}`);

    scenario(7, 'give neither an assessment nor a permit to capacity that is due for elimination', async () => {
      const { items } = await read('/dossiers?limit=200');
      const all = await Promise.all(items.map(({ id }: { id: string }) => read(`/dossiers/${id}`)));
      const asking = all.filter(({ sections }) => JSON.stringify(sections.permits.permits).includes('"SC-07"'));
      expect(asking).toHaveLength(1);
      const { capacity, permits, projects, obligations } = asking[0].sections;
      const line = capacity.lines.find(({ lineId }: { lineId: string }) => lineId === 'LINE-SC-07');
      expect(line).toMatchObject({ grounds: ['ELIMINATION_CATEGORY'] });
      const permit = permits.permits.find(({ applications }: { applications: object[] }) => applications.length > 0);
      expect(permit).toMatchObject({
        state: 'NONE',
        applications: [{ applicationId: 'SC-07', state: 'REFUSED', ground: 'DUE_FOR_ELIMINATION' }],
        dueForElimination: [{ source: 'energy.capacity-LINE-SC-07' }],
      });
      expect(projects.assessments).toMatchObject([{ state: 'REFUSED', ground: 'DUE_FOR_ELIMINATION' }]);
      expect(obligations.open).toEqual([]);
      const { body } = await ledger().get('/registers/public/discharge-permits?limit=500');
      expect(body.items.map(({ id }: { id: string }) => id)).not.toContain(permit.siteCode);
    });

    scenario(8, 'may both fine one act: a conflict is found, and a person decides which fine is kept', async () => {
      const { entry, history } = await read('/registers/fine-conflicts/SC-08');
      expect(days(history)).toEqual([
        'government.ConductFiled 2021-07-19',
        'government.ConductFiled 2021-07-21',
        'government.FineClaimed 2021-08-17',
        'government.FineClaimed 2021-08-24',
        'government.FineConflictFound 2021-08-24',
        'government.JurisdictionResolved 2021-09-06',
        'government.FineReleased 2021-09-10',
      ]);
      expect(entry.conflicts).toMatchObject([
        { department: 'emergency-management', withDepartment: 'environment', filedFirstBy: 'environment' },
      ]);
      expect(entry).toMatchObject({
        kept: 'environment/SC-08-HJ',
        withdrawn: ['emergency-management/SC-08-AJ'],
        documentNumber: '惠府法〔2021〕模拟8号',
      });
    });

    scenario(8, 'fine the act once in the end, and owe no publication of the fine that is gone', async () => {
      const { entry } = await read('/registers/fine-conflicts/SC-08');
      const { sections } = await read(`/dossiers/${entry.filings[0].enterprise.uscc}`);
      const penalties = sections.penalties.penalties.filter(({ penaltyId }: { penaltyId: string }) =>
        penaltyId.startsWith('SC-08'),
      );
      expect(penalties).toMatchObject([
        { penaltyId: 'SC-08-HJ', fineFen: 10_000_000 },
        { penaltyId: 'SC-08-AJ', state: 'ANNULLED', annulled: { on: '2021-09-10' } },
      ]);
      expect(penalties[0]).not.toHaveProperty('annulled');
      expect(sections.conducts.conducts).toMatchObject([
        { conductId: 'SC-08', fines: [{ penaltyId: 'SC-08-HJ' }], kept: 'environment/SC-08-HJ' },
      ]);
      const owed = sections.obligations.open.map(({ obligationId }: { obligationId: string }) => obligationId).join();
      expect(owed).toContain('SC-08-HJ/publish');
      expect(owed).not.toContain('SC-08-AJ');
      expect(await feedItems('penalty-emergency-management.SC-08-AJ')).toEqual([]);
    });

    scenario(23, 'take the plan of a county in time on the day to which a holiday moves its last day', async () => {
      const { entry, history } = await read('/registers/county-plans/2021-HY');
      expect(entry).toMatchObject({
        state: 'FILED',
        due: { nominalDue: '2021-06-12', rolledDue: '2021-06-15' },
        receivedOn: '2021-06-15',
        daysLate: 0,
      });
      expect(entry).not.toHaveProperty('overdueSince');
      expect(days(history).join()).not.toContain('Overdue');
    });

    scenario(23, 'count the days of a plan that is late from its last day', async () => {
      const { entry, history } = await read('/registers/county-plans/2021-LM');
      expect(entry).toMatchObject({ due: { rolledDue: '2021-06-15' }, receivedOn: '2021-06-18', daysLate: 3 });
      expect(days(history)).toContain('government.CountyPlanOverdue 2021-06-16');
    });
  });
