import type { industry } from '#contracts';
import { alreadySays, contentOf, Refusal, type Decider } from '#decider';
import { dayOf } from '#law';
import { mustNotPrecede } from './law.js';

interface LookBackRound {
  readonly planned?: industry.LookBackPlanned;
}

const clause = '2.5.4';

/** A round of look-backs and its targets, each named once (二(五)4). */
export const lookBackRound: Decider<
  LookBackRound,
  industry.Commands<'lookBackRound'>,
  industry.Events<'lookBackRound'>
> = {
  name: 'industry.lookBackRound',
  initial: {},

  decide: {
    PlanLookBack: (command, { planned }, { occurredAt }) => {
      const round = contentOf(command);
      if (alreadySays(planned, round)) return [];
      if (planned)
        throw new Refusal(
          'industry/round-already-planned',
          {
            zh: `“${planned.round}”轮次已部署，对象不同`,
            en: `The round ${planned.round} was planned with other targets`,
          },
          { clause, wayOut: { zh: '增加对象请部署新的轮次', en: 'To add targets, plan another round' } },
        );
      const ids = round.targets.map(({ targetId }) => targetId);
      const twice = ids.find((id, at) => ids.indexOf(id) !== at);
      if (twice !== undefined)
        throw new Refusal(
          'industry/target-named-twice',
          { zh: `对象编号“${twice}”重复`, en: `The target ${twice} is named twice` },
          {
            clause,
            wayOut: { zh: '每个对象只列一次', en: 'Name each target once' },
            facts: { targetId: twice },
          },
        );
      if (round.closesOn) mustNotPrecede(round.closesOn, dayOf(occurredAt), clause, '部署', 'its planning');
      return [{ type: 'LookBackPlanned', data: round }];
    },
  },

  evolve: { LookBackPlanned: (_, planned) => ({ planned }) },
};
