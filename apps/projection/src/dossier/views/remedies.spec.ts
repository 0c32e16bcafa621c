import { describe, expect, it } from '@jest/globals';
import type { PastFact } from '#projection';
import { assigned, foundry } from '../../testing-facts.js';
import { dossiersOf } from '../testing-dossiers.js';
import { remediesOf } from './remedies.js';

const inPenalty = (type: string, data: object): PastFact => ({
  type: `energy.${type}`,
  stream: 'energy.penalty-CF-1',
  department: 'energy',
  uscc: foundry.uscc,
  data,
});
const challenged = inPenalty('PenaltyChallenged', { remedy: 'REVIEW', filedOn: '2021-08-02' });
const stayed = inPenalty('ExecutionStayed', { stayedFrom: '2021-08-05' });
const decided = inPenalty('ChallengeDecided', { outcome: 'UPHELD' });
const remedies = (...facts: readonly PastFact[]) => remediesOf(dossiersOf(assigned, ...facts).get(foundry.uscc)!);

describe('remedies', () => {
  it('are open until they are decided, and stop nothing by themselves', () => {
    expect(remedies(challenged)).toEqual([
      { against: 'PENALTY', id: 'CF-1', department: 'energy', remedy: 'REVIEW', filedOn: '2021-08-02', open: true },
    ]);
    expect(remedies(challenged, decided)).toMatchObject([{ open: false, outcome: 'UPHELD' }]);
  });

  it('say from when somebody stayed the execution', () =>
    expect(remedies(challenged, stayed)).toMatchObject([{ open: true, stayedFrom: '2021-08-05' }]));

  it('are none where nobody objects', () => expect(remedies()).toEqual([]));
});
