import { describe, expect, it } from '@jest/globals';
import type { PastFact, ReadModel } from '#projection';
import { assigned, conducted, foundry, ordered } from '../testing-facts.js';
import { type Dossier } from './dossier.projection.js';
import { dossiersOf } from './testing-dossiers.js';
import { inheritanceOf } from './inherited.js';

const [second, third] = ['91441323MA00004100', '91441302MAT000579B'];
const merged = (from: string, into: string): PastFact => ({
  type: 'marketRegulation.EnterpriseSucceeded',
  stream: `marketRegulation.registration-${into}`,
  data: {
    successor: { uscc: into, name: into, county: 'BL', industry: '3391', synthetic: true },
    from: [{ uscc: from, name: from }],
    manner: 'ABSORPTION',
    scope: '全部权利义务',
    succeededOn: '2021-12-20',
  },
});

/** Rows of facts, to be asked for as a read model is. */
function dossiers(...facts: PastFact[]): ReadModel<Dossier> {
  const all = dossiersOf(...facts);
  const asOf = { position: facts.length, changedAt: facts.length, version: 1 };
  return {
    get: async (key) => ({ ...asOf, row: all.get(key) }),
    pick: async (keys) => ({
      ...asOf,
      rows: keys.flatMap((key) => (all.has(key) ? [{ key, row: all.get(key)! }] : [])),
    }),
    page: async () => ({ ...asOf, rows: [] }),
  };
}

const inheritedBy = async (uscc: string, ...facts: PastFact[]) => {
  const rows = dossiers(...facts);
  const { row } = await rows.get(uscc);
  return (await inheritanceOf(rows, uscc, row!)).inherited;
};

describe('an inheritance', () => {
  const open = [assigned, conducted, ordered];

  it('has the open cases of whom it is from, and what is owed in them', async () => {
    const [one, ...others] = await inheritedBy(second, ...open, merged(foundry.uscc, second));
    expect(others).toEqual([]);
    expect(one).toMatchObject({ uscc: foundry.uscc, cases: [{ open: true }], obligations: [{ kind: 'rectify' }] });
  });

  it('comes also by way of whom the subject took over', async () => {
    const all = await inheritedBy(third, ...open, merged(foundry.uscc, second), merged(second, third));
    expect(all.map(({ uscc, cases }) => [uscc, cases.length])).toEqual([
      [second, 0],
      [foundry.uscc, 1],
    ]);
  });

  it('is none where nobody was taken over, and ends where two took over each other', async () => {
    expect(await inheritedBy(foundry.uscc, ...open)).toEqual([]);
    const circle = [merged(foundry.uscc, second), merged(second, foundry.uscc)];
    expect((await inheritedBy(second, ...circle)).map(({ uscc }) => uscc)).toEqual([foundry.uscc]);
  });
});
