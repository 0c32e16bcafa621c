import type { developmentReform } from '#contracts';
import { alreadySays, contentOf, Refusal, type Decider } from '#decider';
import { findRule, ruleRef, ruleText } from '#law';

type Events = developmentReform.Events<'project'>;

interface Project {
  readonly reviewed?: Events['NewCapacityProjectReviewed'];
  readonly refused?: Events['NewCapacityProjectRefused'];
}

const clause = '1';

/** A new project. Electrolytic aluminium and flat glass pass only with a capacity swap in hand (一). */
export const project: Decider<Project, developmentReform.Commands<'project'>, Events> = {
  name: 'developmentReform.project',
  initial: {},

  decide: {
    RecordProjectDecision: (command, state, { occurredAt }) => {
      const review = contentOf(command);
      if (alreadySays(state.reviewed, review)) return [];
      mustBeUndecided(state);
      const isControlled = review.product !== 'OTHER';
      const row = isControlled ? findRule('projects/new-capacity', occurredAt) : undefined;
      if (isControlled && !review.capacitySwapDocument)
        throw new Refusal(
          'development-reform/capacity-swap-missing',
          {
            zh: '电解铝、平板玻璃新上项目严格控制，未附产能置换文件不能通过',
            en: 'New electrolytic aluminium and flat glass are strictly controlled: nothing passes without a capacity swap',
          },
          {
            clause,
            ...(row ? { rule: ruleText(row) } : {}),
            wayOut: {
              zh: '在 capacitySwapDocument 中填写产能置换文号，或者不予新上（refuse-new-project）',
              en: 'Name the capacity-swap decision in `capacitySwapDocument`, or refuse the project (refuse-new-project)',
            },
            facts: { product: review.product },
          },
        );
      return [{ type: 'NewCapacityProjectReviewed', data: review, rules: row ? [ruleRef(row)] : [] }];
    },

    RefuseNewProject: (command, state, { occurredAt }) => {
      const refusal = contentOf(command);
      if (alreadySays(state.refused, refusal)) return [];
      mustBeUndecided(state);
      const row = findRule('projects/new-capacity', occurredAt);
      return [{ type: 'NewCapacityProjectRefused', data: refusal, rules: row ? [ruleRef(row)] : [] }];
    },
  },

  evolve: {
    NewCapacityProjectReviewed: (state, reviewed) => ({ ...state, reviewed }),
    NewCapacityProjectRefused: (state, refused) => ({ ...state, refused }),
  },

  subject: ({ reviewed, refused }) => {
    const { uscc, siteId } = (reviewed ?? refused)?.enterprise ?? {};
    return { uscc, siteId };
  },
};

function mustBeUndecided({ reviewed, refused }: Project): void {
  if (!reviewed && !refused) return;
  throw new Refusal(
    'development-reform/project-decided',
    {
      zh: reviewed ? '该项目已通过审查' : '该项目已不予新上',
      en: reviewed ? 'The project has passed review' : 'The project was refused',
    },
    { clause, wayOut: { zh: '重新申请使用新的项目编号', en: 'A new application takes an id of its own' } },
  );
}
