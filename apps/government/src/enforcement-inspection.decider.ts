import type { government } from '#contracts';
import { contentOf, type Decider } from '#decider';
import { dayOf, findRule, ruleRef } from '#law';
import { keeping, type Said } from '#procedure';
import { enoughOfficers, isRepeated, mustHaveCome, refusal } from './law.js';

type Events = government.Events<'enforcementInspection'>;

const clause = '3.2';
/** June for enforcement, July for look-backs (三(二)). */
const focusMonths = { ENFORCEMENT: '06', LOOK_BACK: '07' } as const;

/** An enforcement inspection of the plan, by whichever departments (三(二)). */
export const enforcementInspection: Decider<Said<Events>, government.Commands<'enforcementInspection'>, Events> = {
  name: 'government.enforcementInspection',
  initial: {},

  decide: {
    ConductEnforcement: (command, { EnforcementInspectionConducted }, given) => {
      const inspection = contentOf(command);
      const { departments, mode, subject, inspectedOn } = inspection;
      if (isRepeated(EnforcementInspectionConducted, inspection, { zh: '检查', en: 'inspection', clause })) return [];
      mustHaveCome(inspectedOn, given, clause);
      if (mode === 'JOINT' && new Set(departments).size < 2)
        throw refusal(
          'joint-takes-two',
          { zh: '联合检查须有两个以上部门参加', en: 'A joint inspection takes two departments or more' },
          {
            clause,
            wayOut: { zh: '填写全部参加部门，或改为日常检查', en: 'Name all that took part, or call it routine' },
            facts: { departments },
          },
        );
      const officers = enoughOfficers(given, clause);
      const focus = findRule('plan/focus-months', dayOf(given.occurredAt));
      const isFocus = focus && inspectedOn.startsWith(`${focus.version}-${focusMonths[subject]}`);
      const rules = [officers, ...(isFocus ? [ruleRef(focus)] : [])];
      return [{ type: 'EnforcementInspectionConducted', data: inspection, rules }];
    },
  },

  evolve: keeping<Events>('EnforcementInspectionConducted'),
};
