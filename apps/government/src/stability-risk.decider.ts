import type { government } from '#contracts';
import { alreadySays, contentOf, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { isRepeated, lawOn, mustHaveCome, mustNotPrecede, refusal } from './law.js';

type Events = government.Events<'stabilityRisk'>;

interface StabilityRisk {
  readonly logged?: Events['StabilityRiskLogged'];
  readonly loggedOn?: string;
  readonly handled?: Events['StabilityRiskHandled'];
  readonly closed?: Events['StabilityRiskClosed'];
}

const clause = '4.1';

/** A risk to stability that an exit brings: logged, handled, closed. For government bodies only (四(一)). */
export const stabilityRisk: Decider<StabilityRisk, government.Commands<'stabilityRisk'>, Events> = {
  name: 'government.stabilityRisk',
  initial: {},

  decide: {
    LogStabilityRisk: (command, { logged }, { occurredAt }) => {
      const risk = contentOf(command);
      if (isRepeated(logged, risk, { zh: '稳定风险', en: 'risk', clause })) return [];
      return [
        { type: 'StabilityRiskLogged', data: risk, rules: [ruleRef(lawOn('plan/stability', dayOf(occurredAt)))] },
      ];
    },

    HandleStabilityRisk: (command, state, given) => {
      const handling = contentOf(command);
      if (alreadySays(state.handled, handling)) return [];
      const loggedOn = mustBeOpen(state);
      mustHaveCome(handling.handledOn, given, clause);
      mustNotPrecede(handling.handledOn, loggedOn, clause, '风险登记', 'the log');
      return [{ type: 'StabilityRiskHandled', data: handling }];
    },

    CloseStabilityRisk: (command, state, given) => {
      const closing = contentOf(command);
      if (alreadySays(state.closed, closing)) return [];
      mustBeOpen(state);
      const { handled } = state;
      if (!handled)
        throw refusal(
          'risk-not-handled',
          { zh: '风险尚未处置，不能销号', en: 'A risk that was not handled cannot be closed' },
          { clause, wayOut: { zh: '先记录处置情况', en: 'First record how it was handled' } },
        );
      mustHaveCome(closing.closedOn, given, clause);
      mustNotPrecede(closing.closedOn, handled.handledOn, clause, '风险处置', 'the handling');
      return [{ type: 'StabilityRiskClosed', data: closing }];
    },
  },

  evolve: {
    StabilityRiskLogged: (_, logged, { occurredAt }) => ({ logged, loggedOn: dayOf(occurredAt) }),
    StabilityRiskHandled: (state, handled) => ({ ...state, handled }),
    StabilityRiskClosed: (state, closed) => ({ ...state, closed }),
  },
};

function mustBeOpen({ loggedOn, closed }: StabilityRisk): string {
  if (loggedOn !== undefined && !closed) return loggedOn;
  throw refusal(
    closed ? 'risk-closed' : 'no-risk',
    closed
      ? { zh: `风险已于${closed.closedOn}销号`, en: `The risk was closed on ${closed.closedOn}` }
      : { zh: '没有登记该风险', en: 'No such risk was logged' },
    { clause, wayOut: { zh: '再次出现时以新的编号登记', en: 'What comes up again is logged under a new id' } },
  );
}
