import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { recorded, rowsOf, type PastFact } from '#projection';
import { csvOf } from '../tables/table.js';
import { foundry } from '../testing-facts.js';
import { registers } from './every-register.js';
import { registerTable } from './register-table.js';
import { registerEntry } from './register.projection.js';

const tableOf = (name: string, ...facts: readonly PastFact[]) => {
  const rows = [...rowsOf(registerEntry, recorded(...facts))].map(([key, row]) => ({ key, row }));
  const register = registers.find((one) => one.name === name)!;
  const own = rows.filter(({ row }) => row.register === name);
  return registerTable(register, 7, own);
};
const linesOf = (name: string, ...facts: readonly PastFact[]): Record<string, string>[] =>
  parse(csvOf(tableOf(name, ...facts)), { bom: true, columns: true });

const hazard: PastFact = {
  type: 'emergencyManagement.MajorHazardIdentified',
  stream: 'emergencyManagement.hazard-H-1',
  data: {
    enterprise: foundry,
    criterionId: 'METALLURGY-1',
    place: '熔炼车间',
    description: '=1+1',
    evidence: [{ kind: 'PHOTO', sha256: 'ab', capturedAt: '2021-07-06T10:00:00+08:00' }],
  },
};

describe('a register for spreadsheets', () => {
  it('has the fields that its facts declare, those of parts by their path', () => {
    const [line] = linesOf('major-hazards', hazard);
    expect(line).toMatchObject({
      '编号 Entry (id)': 'H-1',
      '状态 State (state)': 'STANDING',
      '名称 Full name as on the licence (enterprise.name)': foundry.name,
      '部位 Where (place)': '熔炼车间',
      '最近事实 Last fact (last.type)': 'emergencyManagement.MajorHazardIdentified',
    });
    expect(JSON.parse(Object.entries(line!).find(([title]) => title.includes('(evidence)'))![1])).toHaveLength(1);
  });

  it('has no cell that a spreadsheet would run, and a name with its position', () => {
    expect(csvOf(tableOf('major-hazards', hazard))).toContain("'=1+1");
    expect(tableOf('major-hazards', hazard).name).toBe('major-hazards-at-7');
  });

  it('has a column for each thing that is counted, though no fact declares it', () => {
    const visit: PastFact = {
      type: 'government.SupervisionVisitConducted',
      data: { bureau: 'EEB', county: 'BL', visitedOn: '2021-05-12', findings: '…' },
    };
    expect(linesOf('supervision-scorecard', visit, visit)).toMatchObject([
      { 'visits.EEB': '2', short: expect.any(String) },
    ]);
  });
});
