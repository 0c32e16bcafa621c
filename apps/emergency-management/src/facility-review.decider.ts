import type { emergencyManagement } from '#contracts';
import { alreadySays, contentOf, type Bilingual, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { cite, enoughOfficers, isRepeated, lawOn, mustHaveCome, mustNotPrecede, refusal } from './law.js';

type Events = emergencyManagement.Events<'facilityReview'>;
type Project = Pick<Events['SafetyDesignReviewed'], 'enterprise' | 'projectName' | 'projectKind'>;

interface FacilityReview {
  readonly project?: Project;
  readonly design?: Events['SafetyDesignReviewed'];
  readonly accepted?: Events['SafetyFacilitiesAccepted'];
  readonly breaches: readonly Events['ThreeSimultaneitiesBreachFound'][];
}

const clause = '2.4.1';

/** Safety facilities that are designed, built and put into use together with the main works (三同时). */
export const facilityReview: Decider<FacilityReview, emergencyManagement.Commands<'facilityReview'>, Events> = {
  name: 'emergencyManagement.facilityReview',
  initial: { breaches: [] },

  decide: {
    ReviewSafetyDesign: (command, { project, design }, given) => {
      const review = contentOf(command);
      if (alreadySays(design, review)) return [];
      mustBeTheProject(project, projectOf(review));
      mustHaveCome(review.reviewedOn, given, clause);
      if (design?.conclusion === 'PASSED')
        throw refusal(
          'design-passed',
          { zh: `设计已于${design.reviewedOn}审查通过`, en: `The design passed on ${design.reviewedOn}` },
          {
            clause,
            wayOut: { zh: '设计变更作为新的项目编号审查', en: 'A changed design is reviewed under an id of its own' },
            facts: { reviewedOn: design.reviewedOn },
          },
        );
      if (design) mustNotPrecede(review.reviewedOn, design.reviewedOn, clause, '上次审查', 'the last review');
      const rule = lawOn('safety/design-review', review.reviewedOn);
      return [{ type: 'SafetyDesignReviewed', data: review, rules: [ruleRef(rule)] }];
    },

    AcceptSafetyFacilities: (command, { project, design, accepted }, given) => {
      const acceptance = contentOf(command);
      if (isRepeated(accepted, acceptance, { zh: '安全设施验收', en: 'acceptance of the facilities', clause }))
        return [];
      mustBeTheProject(project, projectOf(acceptance));
      mustHaveCome(acceptance.acceptedOn, given, clause);
      if (needsReview(acceptance) && design?.conclusion !== 'PASSED')
        throw refusal(
          'design-not-passed',
          {
            zh: '金属冶炼、危险物品项目的安全设施设计未经审查通过，不能验收',
            en: 'The design of a smelting or dangerous-goods project must have passed review before it is accepted',
          },
          {
            ...cite(lawOn('safety/design-review', acceptance.acceptedOn)),
            wayOut: {
              zh: '先登记设计审查；未经审查即建设的，记录违反“三同时”',
              en: 'Record the review of the design; if it was built without one, record the breach',
            },
            facts: { projectKind: acceptance.projectKind, conclusion: design?.conclusion ?? null },
          },
        );
      if (design)
        mustNotPrecede(acceptance.acceptedOn, design.reviewedOn, clause, '设计审查', 'the review of the design');
      const rule = lawOn('safety/three-simultaneities', acceptance.acceptedOn);
      return [{ type: 'SafetyFacilitiesAccepted', data: acceptance, rules: [ruleRef(rule)] }];
    },

    RecordThreeSimultaneitiesBreach: (command, state, given) => {
      const found = contentOf(command);
      if (state.breaches.some((one) => alreadySays(one, found))) return [];
      mustBeTheProject(state.project, projectOf(found));
      const officers = enoughOfficers(given, clause);
      const rule = lawOn('safety/three-simultaneities', dayOf(given.occurredAt));
      const against = contradiction(found, state);
      if (against)
        throw refusal('breach-contradicted', against, {
          ...cite(rule),
          wayOut: { zh: '核对记录，按实际情形选择', en: 'Check the record and choose the breach that fits' },
          facts: { breach: found.breach },
        });
      return [{ type: 'ThreeSimultaneitiesBreachFound', data: found, rules: [ruleRef(rule), officers] }];
    },
  },

  evolve: {
    SafetyDesignReviewed: (state, design) => ({ ...state, project: projectOf(design), design }),
    SafetyFacilitiesAccepted: (state, accepted) => ({ ...state, project: projectOf(accepted), accepted }),
    ThreeSimultaneitiesBreachFound: (state, found) => ({
      ...state,
      project: projectOf(found),
      breaches: [...state.breaches, found],
    }),
  },

  subject: ({ project }) => ({ uscc: project?.enterprise.uscc, siteId: project?.enterprise.siteId }),
};

const projectOf = ({ enterprise, projectName, projectKind }: Project): Project => ({
  enterprise,
  projectName,
  projectKind,
});

const needsReview = ({ projectKind }: Pick<Project, 'projectKind'>): boolean => projectKind !== 'OTHER';

/** What is on record against calling it this breach; nothing when nothing is. */
function contradiction(
  { breach, projectKind }: Pick<Events['ThreeSimultaneitiesBreachFound'], 'breach' | 'projectKind'>,
  { design, accepted }: FacilityReview,
): Bilingual | undefined {
  if (breach === 'DESIGN_NOT_REVIEWED' && !needsReview({ projectKind }))
    return { zh: '该类项目的设计无须审查', en: 'The design of such a project need not be reviewed' };
  if (breach === 'DESIGN_NOT_REVIEWED' && design?.conclusion === 'PASSED')
    return { zh: `设计已于${design.reviewedOn}审查通过`, en: `The design passed on ${design.reviewedOn}` };
  if (breach === 'USED_WITHOUT_ACCEPTANCE' && accepted)
    return {
      zh: `设施已于${accepted.acceptedOn}验收合格`,
      en: `The facilities were accepted on ${accepted.acceptedOn}`,
    };
  return undefined;
}

function mustBeTheProject(known: Project | undefined, said: Project): void {
  if (!known || alreadySays(known, said)) return;
  throw refusal(
    'another-project',
    {
      zh: `该编号下的项目是“${known.projectName}”，所提交的项目信息与之不符`,
      en: `The project on record here is "${known.projectName}", told otherwise than in this`,
    },
    {
      clause,
      wayOut: { zh: '另一项目使用新的编号', en: 'Another project takes an id of its own' },
      facts: { projectName: known.projectName, uscc: known.enterprise.uscc },
    },
  );
}
