import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '#decider';
import { penalties } from './penalties.js';

const enterprise = { uscc: '91441322MA00TT0126', name: '永丰铸造〔模拟〕', county: 'BL', industry: '3391' };
let position = 0;
const fact = (type: string, data: object, department = 'energy', id = 'P-1'): Recorded =>
  ({
    id: `e-${++position}`,
    type: `${department}.${type}`,
    stream: `${department}.penalty-${id}`,
    department,
    occurredAt: '2021-07-20T10:00:00+08:00',
    data,
  }) as unknown as Recorded;
const after = (...facts: readonly Recorded[]) =>
  facts.reduce((state, one) => penalties.when[one.type]!(state, one), penalties.blank).penalties;

const filed = fact('CaseFiled', { enterprise, caseId: 'A-1', suspicion: '超限额' });
const decided = fact('PenaltyDecided', {
  enterprise,
  legalRepresentative: '张三〔模拟〕',
  violation: '超限额',
  documentNumber: '惠能罚〔2021〕3号',
  kinds: ['FINE'],
  fineFen: 200_000,
  decidedOn: '2021-07-20',
});
const challenged = fact('PenaltyChallenged', { remedy: 'REVIEW', forum: '市政府', filedOn: '2021-08-10' });

describe('the penalties of a dossier', () => {
  it('stand where their last step put them, with every step', () =>
    expect(after(filed, fact('InvestigationConcluded', {}), decided)).toMatchObject([
      {
        penaltyId: 'P-1',
        caseId: undefined,
        state: 'DECIDED',
        fineFen: 200_000,
        steps: [
          { type: 'energy.CaseFiled' },
          { type: 'energy.InvestigationConcluded' },
          { type: 'energy.PenaltyDecided' },
        ],
      },
    ]));

  it('do not tell who the legal representative is', () =>
    expect(JSON.stringify(after(filed, decided))).not.toContain('张三'));

  it('say that they are challenged, and go on', () => {
    expect(after(decided, challenged)[0]).toMatchObject({ state: 'DECIDED', challenge: { remedy: 'REVIEW' } });
    const stayed = fact('ExecutionStayed', { stayedFrom: '2021-08-12' });
    expect(after(decided, challenged, stayed)[0]).toMatchObject({ stayedFrom: '2021-08-12' });
    const upheld = fact('ChallengeDecided', { outcome: 'UPHELD' });
    expect(after(decided, challenged, stayed, upheld)[0]).toMatchObject({
      challenge: { outcome: 'UPHELD' },
      stayedFrom: undefined,
    });
  });

  it('of two departments are two, even under one id', () =>
    expect(after(filed, fact('CaseFiled', { enterprise, suspicion: '无证排污' }, 'environment'))).toMatchObject([
      { department: 'energy' },
      { department: 'environment' },
    ]));
});
