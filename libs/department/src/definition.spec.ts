import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Act, catalogue, Command, Event, Text, type CommandsOf, type EventsOf } from '#contracts';
import { categoryOf, type Decider, namespaceOf, recordIdOf, streamOf } from '#decider';
import { department } from './definition.js';

@Command('1', '开门', 'Open')
class Open extends Act {
  @Text('Why') why!: string;
}
@Event('1', '已开门', 'Opened')
class Opened {
  @Text('Why') why!: string;
}
const language = catalogue({
  department: 'gate-house',
  title: { zh: '门房', en: 'Gate house' },
  records: { door: { path: 'doors', id: 'doorId', commands: { Open }, events: { Opened } } },
});
type Door = Decider<{ open: boolean }, CommandsOf<typeof language, 'door'>, EventsOf<typeof language, 'door'>>;
const door: Door = {
  name: 'gateHouse.door',
  initial: { open: false },
  decide: { Open: ({ why }, { open }) => (open ? [] : [{ type: 'Opened', data: { why } }]) },
  evolve: { Opened: () => ({ open: true }) },
};

describe('a department', () => {
  it('is a language and a law for each kind of record', () =>
    expect(department({ language, deciders: { door } }).deciders.door).toBe(door));

  it('is not defined when a kind of record has no law', () => {
    // @ts-expect-error: the kind `door` lacks a decider
    expect(() => department({ language, deciders: {} })).toThrow('must be named gateHouse.door');
  });

  it('is not defined when the law is named as another’s', () =>
    expect(() => department({ language, deciders: { door: { ...door, name: 'gate-house.door' } } })).toThrow(
      'must be named gateHouse.door, not gate-house.door',
    ));

  it('is not defined when a fold is missing', () =>
    expect(() => department({ language, deciders: { door: { ...door, evolve: {} as Door['evolve'] } } })).toThrow(
      'gateHouse.door.evolve lacks [Opened]',
    ));
});

describe('the two spellings of a department', () => {
  it('has no hyphen before the id of a stream', () => {
    expect(namespaceOf('development-reform')).toBe('developmentReform');
    expect(categoryOf('development-reform', 'priceFile')).toBe('developmentReform.priceFile');
    expect(recordIdOf({ stream: streamOf('development-reform', 'priceFile', '2021-0001') })).toBe('2021-0001');
  });
});
