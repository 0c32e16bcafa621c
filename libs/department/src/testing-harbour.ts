import {
  Act,
  catalogue,
  Command,
  Day,
  Document,
  Event,
  Id,
  Parts,
  Text,
  Uscc,
  type CommandsOf,
  type EventsOf,
} from '#contracts';
import { Refusal, type Deadlines, type Decider, type Policy } from '#decider';
import { department } from './definition.js';

@Command('1', '停靠', 'Moor a ship')
export class Moor extends Act {
  @Text('Ship / 船名', { max: 64 }) ship!: string;
  @Day('Last day at the berth / 截止日') untilOn!: string;
  @Uscc('Owner / 船东', { optional: true }) uscc?: string;
  @Parts(() => Document, 'Papers / 证书', { optional: true, max: 3 }) papers?: Document[];
}
@Command('1', '离泊', 'Leave')
export class Leave extends Act {}
@Command('1', '驱离', 'Evict a ship', { role: 'government:decide' })
export class Evict extends Act {}
@Command('1', '超期', 'Note that a ship overstayed', { issuedBy: 'system' })
export class Overstay extends Act {
  @Text('Ship / 船名') ship!: string;
}
@Command('1', '封港', 'Shut the gate')
export class ShutGate extends Act {}
@Command('1', '记录停靠', 'Note a mooring', { issuedBy: 'system' })
export class NoteMooring extends Act {
  @Id('Berth / 泊位') berthId!: string;
  @Text('Ship / 船名') ship!: string;
}

@Event('1', '已停靠', 'Moored', { visibility: 'public', schema: 2 })
export class Moored {
  @Text('Ship') ship!: string;
  @Day('Until') untilOn!: string;
  @Uscc('Owner', { optional: true }) uscc?: string;
}
@Event('1', '已离泊', 'Left')
export class Left {
  @Text('Ship') ship!: string;
}
@Event('1', '已超期', 'Overstayed')
export class Overstayed {
  @Text('Ship') ship!: string;
}
@Event('1', '已封港', 'Shut')
export class GateShut {
  @Text('Why') why!: string;
}
@Event('1', '已记录停靠', 'Noted')
export class MooringNoted {
  @Id('Berth') berthId!: string;
}

/** A department that no city has, for specs of the machinery. */
export const language = catalogue({
  department: 'harbour-watch',
  title: { zh: '港口', en: 'Harbour watch' },
  records: {
    berth: {
      path: 'berths',
      id: 'berthId',
      commands: { Moor, Leave, Evict, Overstay },
      events: { Moored, Left, Overstayed },
    },
    gate: { path: 'gates', id: 'gateId', commands: { ShutGate, NoteMooring }, events: { GateShut, MooringNoted } },
  },
});

interface Berth {
  readonly ship?: string;
  readonly uscc?: string;
}

const occupied = (ship: string) =>
  new Refusal(
    'harbour-watch/occupied',
    { zh: `泊位已有船：${ship}`, en: `The berth is taken by ${ship}` },
    { clause: '1', rule: 'harbour.one-ship@1', wayOut: { zh: '另选泊位', en: 'Choose another berth' } },
  );

const berth: Decider<Berth, CommandsOf<typeof language, 'berth'>, EventsOf<typeof language, 'berth'>> = {
  name: 'harbourWatch.berth',
  initial: {},
  decide: {
    Moor({ ship, untilOn, uscc }, berth, { consulted }) {
      if (consulted('harbourWatch.gate-north').some(({ type }) => type === 'harbourWatch.GateShut'))
        throw new Refusal('harbour-watch/gate-shut', { zh: '已封港', en: 'The gate is shut' });
      if (berth.ship === ship) return [];
      if (berth.ship) throw occupied(berth.ship);
      return [
        {
          type: 'Moored',
          data: { ship, untilOn, ...(uscc ? { uscc } : {}) },
          rules: [{ ruleId: 'harbour.one-ship', version: '1' }],
        },
      ];
    },
    Leave: (_, { ship }) => (ship ? [{ type: 'Left', data: { ship } }] : []),
    Evict: (_, { ship }) => (ship ? [{ type: 'Left', data: { ship }, visibility: 'sealed' }] : []),
    Overstay: ({ ship }, berth) => (berth.ship === ship ? [{ type: 'Overstayed', data: { ship } }] : []),
  },
  evolve: {
    Moored: (_, { ship, uscc }) => ({ ship, uscc }),
    Left: () => ({}),
    Overstayed: (berth) => berth,
  },
  subject: ({ uscc }, id) => ({ caseId: id, ...(uscc ? { uscc } : {}) }),
  consults: { Moor: () => ['harbourWatch.gate-north'] },
};

const gate: Decider<readonly string[], CommandsOf<typeof language, 'gate'>, EventsOf<typeof language, 'gate'>> = {
  name: 'harbourWatch.gate',
  initial: [],
  decide: {
    ShutGate: () => [{ type: 'GateShut', data: { why: 'storm' } }],
    NoteMooring({ berthId, ship }) {
      if (ship === 'Ghost') throw new Refusal('harbour-watch/ghost', { zh: '幽灵船', en: 'No such ship' });
      return [{ type: 'MooringNoted', data: { berthId } }];
    },
  },
  evolve: {
    GateShut: (noted) => noted,
    MooringNoted: (noted, { berthId }) => [...noted, berthId],
  },
};

const noteMoorings: Policy = {
  name: 'note-moorings',
  when: {
    'harbourWatch.Moored'({ stream, data }) {
      const { ship } = data as Moored;
      if (ship === 'Poison') throw new Error('the policy does not understand poison');
      const berthId = stream.slice(stream.indexOf('-') + 1);
      const note = { record: 'gate', id: 'log', command: 'NoteMooring', data: { berthId, ship } };
      return ship === 'Twins' ? [note, note] : ship === 'Malformed' ? [{ ...note, data: { berthId: '?' } }] : [note];
    },
  },
};

const deadlines: Deadlines = {
  when: {
    'harbourWatch.Moored'({ stream, data }) {
      const { ship, untilOn } = data as Moored;
      const id = stream.slice(stream.indexOf('-') + 1);
      return [
        { set: { key: `berth/${id}`, dueOn: untilOn, record: 'berth', id, command: 'Overstay', data: { ship } } },
      ];
    },
    'harbourWatch.Left': ({ stream }) => [{ clear: `berth/${stream.slice(stream.indexOf('-') + 1)}` }],
  },
};

export const harbour = department({
  language,
  deciders: { berth, gate },
  policies: [noteMoorings],
  deadlines,
});
