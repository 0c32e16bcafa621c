import { describe, expect, it } from '@jest/globals';
import { Refusal, fold, given, type Decider } from './index.js';

type Commands = { readonly Open: { readonly by: string } };
type Events = { readonly Opened: { readonly by: string } };

const door: Decider<'shut' | 'open', Commands, Events> = {
  name: 'house.door',
  initial: 'shut',
  decide: {
    Open: ({ by }, state, { consulted }) => {
      if (consulted('house.alarm-one').length > 0)
        throw new Refusal('house/alarm', { zh: '警报未解除', en: 'The alarm is on' });
      return state === 'open' ? [] : [{ type: 'Opened', data: { by } }];
    },
  },
  evolve: { Opened: () => 'open' },
  consults: { Open: () => ['house.alarm-one'] },
};

describe('a decision', () => {
  it('answers with facts when something changes', () =>
    given(door)
      .when('Open', { by: 'ada' })
      .then({ type: 'Opened', data: { by: 'ada' } }));

  it('answers with nothing when it is so already', () =>
    given(door, { type: 'house.Opened', data: { by: 'ada' } })
      .when('Open', { by: 'bob' })
      .thenNothing());

  it('is refused with a code', () =>
    given(door)
      .consulting({ 'house.alarm-one': [{ type: 'house.Rang', data: {} }] })
      .when('Open', { by: 'ada' })
      .thenRefused('house/alarm'));

  it('sees no stream that it does not name beforehand', () => {
    const blind = { ...door, consults: {} };
    expect(() => given(blind).when('Open', { by: 'ada' }).facts()).toThrow('does not consult it');
  });

  it('crashes over a fact that its own stream cannot hold', () => {
    const unknown = { ...given(door), type: 'house.Painted', stream: 'house.door-one', data: {} };
    expect(() => fold(door, [unknown as never])).toThrow('does not know the fact house.Painted');
  });

  it('crashes over a fact named like a property of every object', () => {
    expect(() => fold(door, [{ type: 'house.constructor', stream: 's', data: {} } as never])).toThrow('does not know');
  });
});
