import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { recorded, rowsOf, type PastFact } from '#projection';
import { entryAnswer } from './register-answer.js';
import { registers } from './every-register.js';
import { lists, moves, tells } from './register.js';
import { registerEntry, rowKey } from './register.projection.js';

const deployed: PastFact = {
  type: 'government.DepartmentWorkDeployed',
  stream: 'government.deployment-2021-ENR',
  data: { year: 2021, bureau: 'ENR', documentNumber: '惠市能重〔2021〕8号' },
};
const rows = (...facts: readonly PastFact[]) => rowsOf(registerEntry, recorded(...facts));

describe('a register', () => {
  it('has an entry for each record, with what its facts say and where it stands', () => {
    const key = rowKey('deployments', '2021-ENR');
    const row = rows(deployed).get(key)!;
    expect(entryAnswer({ key, row })).toMatchObject({
      id: '2021-ENR',
      state: 'DEPLOYED',
      bureau: 'ENR',
      last: { type: 'government.DepartmentWorkDeployed', says: { zh: '年度工作已部署' }, clause: '3.1' },
    });
  });

  it('tells nothing that is sealed, unless it is read under seal', () =>
    expect([...rows({ ...deployed, visibility: 'sealed' }).keys()]).toEqual([]));

  it('has a name that can stand in a path', () => {
    for (const { name } of registers) expect(name).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
    expect(registers.map(({ name }) => name)).not.toContain('public');
  });
});

describe('a fold', () => {
  const [fact] = recorded({ type: 'a.B', data: { note: 'x' } });

  it('takes over what is said, or only moves, or adds to a list', () => {
    expect(tells('NEW')({ county: 'BL' }, fact!, '')).toEqual({ county: 'BL', note: 'x', state: 'NEW' });
    expect(tells(undefined, ({ type }) => ({ type }))({}, fact!, '')).toEqual({ note: 'x', type: 'a.B' });
    expect(moves('DONE')({ county: 'BL' }, fact!, '')).toEqual({ county: 'BL', state: 'DONE' });
    const once = lists('visits')({}, fact!, '')!;
    expect(lists('visits', 'SEEN')(once, fact!, '')).toEqual({
      visits: [
        { note: 'x', at: fact!.occurredAt },
        { note: 'x', at: fact!.occurredAt },
      ],
      state: 'SEEN',
    });
  });
});
