import type { environment } from '#contracts';
import { alreadySays, contentOf, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { keeping, type Said } from '#procedure';
import { isRepeated, lawOn, mustHaveCome, refusal } from './law.js';

type Events = environment.Events<'complianceTarget'>;

const clause = '2.2.2';

/** What one source must meet under the full-compliance plan, and whether it did. A target missed is assessed again. */
export const complianceTarget: Decider<Said<Events>, environment.Commands<'complianceTarget'>, Events> = {
  name: 'environment.complianceTarget',
  initial: {},

  decide: {
    SetComplianceTarget: (command, { IndustrialSourceComplianceTargetSet: set }, { occurredAt }) => {
      const target = contentOf(command);
      if (isRepeated(set, target, { zh: '达标排放目标', en: 'compliance target', clause })) return [];
      const rule = lawOn('environment/full-compliance', dayOf(occurredAt));
      if (target.dueOn < dayOf(occurredAt))
        throw refusal(
          'target-in-the-past',
          { zh: `达标期限${target.dueOn}已过`, en: `The target was to be met by ${target.dueOn}, which has passed` },
          { clause, wayOut: { zh: '设定今后的期限', en: 'Set a day to come' }, facts: { dueOn: target.dueOn } },
        );
      return [{ type: 'IndustrialSourceComplianceTargetSet', data: target, rules: [ruleRef(rule)] }];
    },

    AssessComplianceTarget: (command, said, given) => {
      const assessment = contentOf(command);
      const last = said.IndustrialSourceComplianceTargetAssessed;
      if (alreadySays<object>(last, { inspectionId: undefined, ...assessment })) return [];
      if (!said.IndustrialSourceComplianceTargetSet || last?.result === 'MET')
        throw refusal(
          last ? 'target-met' : 'no-target',
          last
            ? { zh: `该目标已于${last.assessedOn}评估达标`, en: `The target was found met on ${last.assessedOn}` }
            : { zh: '没有设定达标排放目标', en: 'No target was set here' },
          {
            clause,
            wayOut: { zh: '先设定目标；新目标使用新的编号', en: 'Set a target first, a new one under a new id' },
          },
        );
      mustHaveCome(assessment.assessedOn, given, clause);
      const rule = lawOn('environment/full-compliance', dayOf(given.occurredAt));
      return [{ type: 'IndustrialSourceComplianceTargetAssessed', data: assessment, rules: [ruleRef(rule)] }];
    },
  },

  evolve: keeping<Events>('IndustrialSourceComplianceTargetSet', 'IndustrialSourceComplianceTargetAssessed'),

  subject: ({ IndustrialSourceComplianceTargetSet: set }) => ({
    uscc: set?.enterprise.uscc,
    siteId: set?.enterprise.siteId,
  }),
};
