import { describe, expect, it } from '@jest/globals';
import type { PostedYear } from './posted-year.js';

/** 四(五): lists as they were published, and as they stand. */
export const lists = ({ ledger }: PostedYear): void =>
  describe('in the plan year, a list', () => {
    const csv = async (path: string): Promise<string[]> => {
      const response = await ledger().fetch(path, { headers: { accept: 'text/csv' } });
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      return (await response.text()).trim().split('\r\n');
    };

    it('keeps each issue as it was published, whatever came after', async () => {
      const issue = (await ledger().get('/lists/yellow-card/issues/4')).body;
      expect(issue).toMatchObject({ issueNumber: 4, asOf: '2021-08-02' });
      const listed = issue.entries.map(({ caseId }: { caseId: string }) => caseId);
      expect(listed).toEqual(expect.arrayContaining(['SC-01', 'SC-02', 'SC-06']));
      const { register } = (await ledger().get('/lists/yellow-card')).body;
      expect(register.map(({ caseId }: { caseId: string }) => caseId)).not.toContain('SC-01');
    });

    it('says the same as JSON and as CSV, to everybody', async () => {
      const { entries } = (await ledger().get('/lists/red-card/issues/3')).body;
      const [header, ...lines] = await csv('/lists/red-card/issues/3');
      expect(header).toContain('统一社会信用代码 USCC');
      expect(lines).toHaveLength(entries.length);
      for (const [at, { uscc, name, caseId }] of entries.entries())
        for (const said of [uscc, name, caseId]) expect(lines[at]).toContain(said);
      expect(entries).toContainEqual(expect.objectContaining({ caseId: 'SC-06', since: '2021-11-24' }));
    });

    it('tells apart who came on it and who left it since the last issue', async () => {
      const lines = await csv('/lists/yellow-card');
      expect(lines.find((line) => line.includes(',SC-02,'))).toMatch(/^REMOVED_SINCE,/);
      expect(lines.find((line) => line.includes(',SC-04,'))).toMatch(/^PUBLISHED,/);
    });

    it('is numbered from 1 without gaps', async () => {
      for (const list of ['yellow-card', 'red-card', 'violators']) {
        const { issues } = (await ledger().get(`/lists/${list}/issues`)).body;
        const numbers = issues.map(({ issueNumber }: { issueNumber: number }) => issueNumber);
        expect(numbers).toEqual(numbers.map((_: number, at: number) => at + 1));
        expect(numbers.length).toBeGreaterThanOrEqual(3);
      }
    });
  });
