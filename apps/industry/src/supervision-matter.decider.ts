import type { industry } from '#contracts';
import { alreadySays, contentOf, type Decider } from '#decider';
import { dayOf, isOver, ruleRef } from '#law';
import { cite, isRepeated, lawOn, mustHaveCome, mustNotPrecede, no } from './law.js';

type Events = industry.Events<'supervisionMatter'>;

interface Matter {
  readonly said: { readonly [Type in keyof Events]?: Events[Type] };
  readonly receivedOn?: string;
  readonly phase: 'none' | 'open' | 'implemented' | 'verified';
}

const clause = '2.5.4';

/** What national or provincial supervision asks of a county, until somebody has verified that it was done (二(五)4). */
export const supervisionMatter: Decider<Matter, industry.Commands<'supervisionMatter'>, Events> = {
  name: 'industry.supervisionMatter',
  initial: { said: {}, phase: 'none' },

  decide: {
    ReceiveSupervisionMatter: (command, { said }, { occurredAt }) => {
      const matter = contentOf(command);
      const what = { zh: '督查事项', en: 'matter', clause };
      if (isRepeated(said.SupervisionMatterReceived, matter, what)) return [];
      const rule = lawOn('industry/supervision-matters', dayOf(occurredAt));
      mustNotPrecede(matter.dueOn, dayOf(occurredAt), clause, '接收', 'its receipt');
      return [{ type: 'SupervisionMatterReceived', data: matter, rules: [ruleRef(rule)] }];
    },

    ImplementSupervisionMatter: (command, state, given) => {
      const done = contentOf(command);
      if (alreadySays(state.said.SupervisionMatterImplemented, done)) return [];
      mustBe('open', state, given);
      mustHaveCome(done.implementedOn, given, clause);
      mustNotPrecede(done.implementedOn, state.receivedOn!, clause, '接收', 'the receipt');
      return [{ type: 'SupervisionMatterImplemented', data: done }];
    },

    VerifySupervisionMatter: (command, state, given) => {
      const { result, ...opinion } = contentOf(command);
      const type = result === 'VERIFIED' ? 'SupervisionMatterVerified' : 'SupervisionMatterReturned';
      if (alreadySays<object>(state.said[type], opinion)) return [];
      mustBe('implemented', state, given);
      mustHaveCome(opinion.verifiedOn, given, clause);
      const { implementedOn } = state.said.SupervisionMatterImplemented!;
      mustNotPrecede(opinion.verifiedOn, implementedOn, clause, '落实', 'the implementation');
      if (result === 'VERIFIED') return [{ type: 'SupervisionMatterVerified', data: opinion }];
      const { dueOn } = state.said.SupervisionMatterReceived!;
      return [{ type: 'SupervisionMatterReturned', data: { ...opinion, dueOn } }];
    },

    PassMatterDeadline: ({ dueOn }, { said, phase }, { now }) => {
      if (said.SupervisionMatterReceived?.dueOn !== dueOn || said.SupervisionMatterOverdue) return [];
      if (phase !== 'open') return [];
      if (!isOver(dueOn, now))
        throw no(
          'period-still-runs',
          { zh: `办结期限至${dueOn}24时届满，尚未届满`, en: `The time runs until 24:00 of ${dueOn}` },
          { zh: '届满后再记录', en: 'Record it when the day is over' },
          { clause, facts: { dueOn, now } },
        );
      return [{ type: 'SupervisionMatterOverdue', data: { dueOn } }];
    },
  },

  evolve: {
    SupervisionMatterReceived: ({ said }, received, { occurredAt }) => ({
      said: { ...said, SupervisionMatterReceived: received },
      receivedOn: dayOf(occurredAt),
      phase: 'open',
    }),
    SupervisionMatterImplemented: (state, done) => ({
      ...state,
      said: { ...state.said, SupervisionMatterImplemented: done },
      phase: 'implemented',
    }),
    SupervisionMatterVerified: (state, opinion) => ({
      ...state,
      said: { ...state.said, SupervisionMatterVerified: opinion },
      phase: 'verified',
    }),
    SupervisionMatterReturned: (state, opinion) => ({
      ...state,
      said: { ...state.said, SupervisionMatterReturned: opinion },
      phase: 'open',
    }),
    SupervisionMatterOverdue: (state, overdue) => ({
      ...state,
      said: { ...state.said, SupervisionMatterOverdue: overdue },
    }),
  },
};

const expected = {
  open: { zh: '没有待落实的督查事项', en: 'No matter waits to be implemented here' },
  implemented: { zh: '没有待核实的落实情况', en: 'No implementation waits to be verified here' },
} as const;

function mustBe(wanted: keyof typeof expected, { phase }: Matter, { occurredAt }: { readonly occurredAt: string }) {
  if (phase === wanted) return;
  throw no(
    wanted === 'open' ? 'no-open-matter' : 'nothing-to-verify',
    expected[wanted],
    { zh: '依次接收、落实、核实', en: 'It is received, then implemented, then verified' },
    { ...cite(lawOn('industry/supervision-matters', dayOf(occurredAt))), facts: { phase } },
  );
}
