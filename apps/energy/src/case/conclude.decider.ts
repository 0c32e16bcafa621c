import { alreadySays, contentOf, Refusal } from '#decider';
import { expiryUnsaid } from './rectify.decider.js';
import { isPastDue, outOfPhase, type CaseDecider } from './state.js';

const clause = '2.1.3';

/** How rectification ends: accepted or failed, each shown by a re-inspection or by the deadline (2.1.3). */
export const conclude: Pick<CaseDecider['decide'], 'AcceptRectification' | 'FailRectification'> = {
  AcceptRectification: (command, state) => {
    const accepted = contentOf(command);
    if (alreadySays(state.said.RectificationAccepted, accepted)) return [];
    if (state.phase !== 'reported' && state.phase !== 'suspended')
      throw outOfPhase('nothing-to-accept', { zh: '验收', en: 'accepted' }, state, {
        clause,
        wayOut: {
          zh: '先报告整改完成并复查合格',
          en: 'First comes a report that rectification is done, and a re-inspection within the limit',
        },
      });
    if (state.reinspection?.result !== 'WITHIN')
      throw new Refusal(
        'energy/not-within-limit',
        {
          zh: '最近一次复查未测得能耗在限额以内，不能验收合格',
          en: 'The last re-inspection did not measure consumption within the limit; nothing can be accepted',
        },
        {
          clause,
          wayOut: {
            zh: '复查并附能耗测算；实测不高于限额方可验收',
            en: 'Re-inspect with a measurement; what was measured must not be above the limit',
          },
          facts: { result: state.reinspection?.result ?? null },
        },
      );
    return [
      { type: 'RectificationAccepted', data: accepted },
      { type: 'YellowCardCleared', data: { reason: 'RECTIFIED' } },
    ];
  },

  FailRectification: (command, state, given) => {
    const { reason } = contentOf(command);
    const isReported = state.phase === 'reported';
    if (!isReported && state.said.RectificationFailed?.reason === reason) return [];
    const unsaid = expiryUnsaid(state, given);
    if (isReported && state.reinspection?.result === 'OVER')
      return [{ type: 'RectificationFailed', data: { ground: 'STILL_OVER_LIMIT', reason } }];
    const isUndone = isReported && state.reinspection?.result === 'NOT_MEASURED' && isPastDue(state, given);
    if (state.phase === 'expired' || unsaid.length > 0 || isUndone)
      return [...unsaid, { type: 'RectificationFailed', data: { ground: 'NOT_DONE', reason } }];
    throw outOfPhase('failure-not-shown', { zh: '认定整改不合格', en: 'found to have failed' }, state, {
      clause,
      wayOut: {
        zh: '逾期未整改，或者复查实测仍超限额的，方可认定',
        en: 'Failure is shown by a deadline that passed, or by a re-inspection that measures over the limit',
      },
    });
  },
};
