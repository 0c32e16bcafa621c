import { describe, expect, it } from '@jest/globals';
import { planRows } from './plan-rows.js';

describe('the rows of the plan', () => {
  it('are 88, numbered in the order of its clauses', () => {
    expect(planRows).toHaveLength(88);
    expect(planRows.map(({ row }) => row)).toEqual(Array.from({ length: 88 }, (_, at) => at + 1));
    const chapters = planRows.map(({ clause }) => (clause === 'P' ? '0' : clause));
    expect(chapters).toEqual([...chapters].sort());
  });

  it('say what they want in both languages', () => {
    for (const { says } of planRows) {
      expect(says.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(says.en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });
});
