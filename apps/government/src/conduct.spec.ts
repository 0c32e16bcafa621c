import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { conduct } from './conduct.decider.js';
import { conductPolicy } from './conduct.policy.js';

const enterprise = {
  uscc: '91441322MA00TT0126',
  name: '博罗县永丰铸造有限公司〔模拟〕',
  county: 'BL' as const,
  industry: '3120' as const,
  synthetic: true,
};
const at = (day: string) => ({ occurredAt: `${day}T10:00:00+08:00` });
const filing = (department: string, penaltyId: string, filedOn: string) => ({
  enterprise,
  department,
  penaltyId,
  filedOn,
});
const fine = (department: string, penaltyId: string, fineFen: number, decidedOn = '2021-08-20') => ({
  enterprise,
  department,
  penaltyId,
  fineFen,
  decidedOn,
});
const first = fine('environment', 'HJ-1', 10_000_000);
const second = fine('emergency-management', 'AJ-1', 5_000_000, '2021-08-30');
const claimed = { type: 'FineClaimed', data: first } as const;
const claimedToo = { type: 'FineClaimed', data: second } as const;
const { decidedOn: _, ...later } = second;
const conflict = {
  type: 'FineConflictFound',
  data: { ...later, withDepartment: 'environment', withPenaltyId: 'HJ-1', withFineFen: 10_000_000 },
} as const;

describe('a natural act', () => {
  it('is filed by each department once', () => {
    const file = { ...filing('environment', 'HJ-1', '2021-07-01'), ...at('2021-07-01') };
    const filed = { type: 'ConductFiled', data: filing('environment', 'HJ-1', '2021-07-01') } as const;
    given(conduct).when('NoteConductFiled', file).then(filed);
    given(conduct, filed).when('NoteConductFiled', file).thenNothing();
  });

  it('is fined once without more', () => {
    given(conduct)
      .when('ClaimFine', { ...first, ...at('2021-08-20') })
      .then(claimed);
    given(conduct, claimed)
      .when('ClaimFine', { ...first, ...at('2021-08-20') })
      .thenNothing();
  });

  it('that is fined again is put before a person, and neither fine is refused', () =>
    given(conduct, claimed)
      .when('ClaimFine', { ...second, ...at('2021-08-30') })
      .then(claimedToo, conflict));

  it('tells that person who filed first', () => {
    const late = { type: 'ConductFiled', data: filing('environment', 'HJ-1', '2021-07-02') } as const;
    const early = { type: 'ConductFiled', data: filing('emergency-management', 'AJ-1', '2021-07-01') } as const;
    expect(
      given(conduct, late, early, claimed)
        .when('ClaimFine', { ...second, ...at('2021-08-30') })
        .facts()[1]?.data,
    ).toMatchObject({
      filedFirstBy: 'emergency-management',
    });
  });

  it('whose fine was annulled may be fined', () => {
    const released = { type: 'FineReleased', data: { department: 'environment', penaltyId: 'HJ-1' } } as const;
    const release = { ...released.data, ...at('2021-09-01') };
    given(conduct, claimed).when('ReleaseFine', release).then(released);
    given(conduct, claimed, released).when('ReleaseFine', release).thenNothing();
    given(conduct, claimed, released)
      .when('ClaimFine', { ...second, ...at('2021-08-30') })
      .thenTypes('FineClaimed');
  });
});

describe('a conflict of fines', () => {
  const decision = {
    kept: 'environment/HJ-1',
    withdrawn: ['emergency-management/AJ-1'],
    reason: '同一行为，按较高数额',
    documentNumber: '惠府〔2021〕9号',
  };
  const resolve = { ...decision, ...at('2021-09-10') };
  const resolved = { type: 'JurisdictionResolved', data: decision } as const;
  const open = given(conduct, claimed, claimedToo, conflict);

  it('is resolved by a person, between the fines that there are', () => {
    open.when('ResolveJurisdiction', resolve).then(resolved);
    open.when('ResolveJurisdiction', { ...resolve, withdrawn: [] }).thenTypes('JurisdictionResolved');
    open
      .when('ResolveJurisdiction', { ...resolve, kept: 'energy/E-1' })
      .thenRefused('government/no-such-fine', { rule: 'penalty/one-fine@2021' });
    open
      .when('ResolveJurisdiction', { ...resolve, withdrawn: ['environment/HJ-1'] })
      .thenRefused('government/kept-and-withdrawn');
    given(conduct, claimed).when('ResolveJurisdiction', resolve).thenRefused('government/no-fine-conflict');
    given(conduct, claimed, claimedToo, conflict, resolved).when('ResolveJurisdiction', resolve).thenNothing();
  });
});

describe('fines on one act', () => {
  const decided = (data: object) =>
    ({ stream: 'emergencyManagement.penalty-AJ-1', data: { enterprise, decidedOn: '2021-08-30', ...data } }) as never;

  it('come together where the department names the act', () =>
    expect(
      conductPolicy.when['emergencyManagement.PenaltyDecided']!(decided({ conductId: 'C-1', fineFen: 5_000_000 })),
    ).toEqual([{ record: 'conduct', id: 'C-1', command: 'ClaimFine', data: second }]));

  it('do not where it names none, or does not fine', () => {
    expect(conductPolicy.when['emergencyManagement.PenaltyDecided']!(decided({ fineFen: 1 }))).toEqual([]);
    expect(conductPolicy.when['emergencyManagement.PenaltyDecided']!(decided({ conductId: 'C-1' }))).toEqual([]);
  });

  it('are let go of with an annulment', () => {
    const annulled = { stream: 'environment.penalty-HJ-1', data: { conductId: 'C-1' } } as never;
    expect(conductPolicy.when['environment.PenaltyAnnulled']!(annulled)).toEqual([
      { record: 'conduct', id: 'C-1', command: 'ReleaseFine', data: { department: 'environment', penaltyId: 'HJ-1' } },
    ]);
  });

  it('are preceded by filings', () => {
    const filed = {
      stream: 'energy.penalty-E-1',
      data: { enterprise, conductId: 'C-1', filedOn: '2021-07-01' },
    } as never;
    expect(conductPolicy.when['energy.CaseFiled']!(filed)).toEqual([
      { record: 'conduct', id: 'C-1', command: 'NoteConductFiled', data: filing('energy', 'E-1', '2021-07-01') },
    ]);
  });
});
