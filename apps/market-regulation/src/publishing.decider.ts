import type { marketRegulation } from '#contracts';
import { alreadySays, contentOf, type Decider, type FactOf } from '#decider';
import { dayOf, isOver, ruleRef, ruleText } from '#law';
import { isRepeated, lawOn, mustHaveCome, mustNotPrecede } from './law.js';
import { clause, outOfPhase, type Events, type Sample } from './sample.state.js';

type Rules = Decider<Sample, marketRegulation.Commands<'sample'>, Events>['decide'];

/** What the public is told of a product, and when it is taken back (二(三)2). */
export const publishing: Pick<Rules, 'PublishNonconforming' | 'WithdrawNonconformingPublication' | 'ShareQualityInfo'> =
  {
    PublishNonconforming: (command, state, { occurredAt }) => {
      const { url } = contentOf(command);
      if (!state.withdrawn && isRepeated(state.published, { url }, { zh: '公布', en: 'publication', clause }))
        return [];
      const rule = lawOn('quality/publish-nonconforming', dayOf(occurredAt));
      const unsaid = establishedUnsaid(state, occurredAt);
      if (state.phase !== 'established' && unsaid.length === 0)
        throw outOfPhase(
          'not-established',
          { zh: '公布', en: 'it is not published' },
          state,
          {
            zh: '异议期届满，或复检仍不合格后方可公布',
            en: 'Publish when the time to object is over, or the recheck does not conform either',
          },
          ruleText(rule),
        );
      const { enterprise, product, brand, batch } = state.sampled!;
      const failedItems = (state.recheck ?? state.test!).items.filter(({ conforms }) => !conforms);
      return [
        ...unsaid,
        {
          type: 'NonconformingProductPublished',
          data: { enterprise, product, brand, batch, failedItems, url },
          rules: [ruleRef(rule)],
        },
      ];
    },

    WithdrawNonconformingPublication: (command, state, given) => {
      const withdrawal = contentOf(command);
      if (alreadySays(state.withdrawn, withdrawal)) return [];
      if (!state.published || state.withdrawn)
        throw outOfPhase('nothing-published', { zh: '撤下公布', en: 'nothing of it is published' }, state, {
          zh: '只能撤下正在公布的内容',
          en: 'Only what is published is withdrawn',
        });
      mustNotPrecede(withdrawal.withdrawnOn, state.publishedOn!, clause, '公布', 'the publication');
      mustHaveCome(withdrawal.withdrawnOn, given, clause);
      return [{ type: 'NonconformingPublicationWithdrawn', data: withdrawal }];
    },

    ShareQualityInfo: (command, state, { occurredAt }) => {
      const { platform } = contentOf(command);
      if (state.sharedWith.includes(platform)) return [];
      const rule = lawOn('quality/publish-nonconforming', dayOf(occurredAt));
      if (!state.published || state.withdrawn)
        throw outOfPhase(
          'not-published',
          { zh: '共享至信用体系', en: 'only what is published is shared' },
          state,
          { zh: '依法公布后再共享', en: 'Publish it first, as the law allows' },
          ruleText(rule),
        );
      const { enterprise, product, batch } = state.published;
      const data = { enterprise, product, batch, platform };
      return [{ type: 'QualityInfoSharedWithCredit', data, rules: [ruleRef(rule)] }];
    },
  };

/** That the test stands, when its period has passed and nobody has said so yet: acts may come in before the timer. */
function establishedUnsaid(
  { phase, served }: Sample,
  occurredAt: string,
): FactOf<Pick<Events, 'NonconformityEstablished'>>[] {
  if (phase !== 'served' || !served || !isOver(served.due.rolledDue, occurredAt)) return [];
  const data = { by: 'OBJECTION_PERIOD_OVER', establishedOn: served.due.rolledDue } as const;
  return [{ type: 'NonconformityEstablished', data }];
}
