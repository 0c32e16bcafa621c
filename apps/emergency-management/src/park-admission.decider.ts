import type { emergencyManagement, energy } from '#contracts';
import { alreadySays, contentOf, type Circumstances, type Decider, type Recorded } from '#decider';
import { dayOf, ruleRef } from '#law';
import { keeping, type Said } from '#procedure';
import { cite, isRepeated, lawOn, refusal } from './law.js';

type Events = emergencyManagement.Events<'parkAdmission'>;

const clause = '2.4.1';

/** A project that wants into a park. Parks must not take in outdated capacity: it is refused, whatever else is met. */
export const parkAdmission: Decider<Said<Events>, emergencyManagement.Commands<'parkAdmission'>, Events> = {
  name: 'emergencyManagement.parkAdmission',
  initial: {},

  decide: {
    ReviewProjectSafetyConditions: (command, { SafetyConditionsReviewed: reviewed, ParkAdmissionRefused }, given) => {
      const review = contentOf(command);
      if (alreadySays(reviewed, review)) return [];
      const rule = lawOn('safety/park-admission', dayOf(given.occurredAt));
      if (reviewed?.conclusion === 'MET' || ParkAdmissionRefused)
        isRepeated(reviewed, review, {
          zh: '安全条件审查结论',
          en: 'conclusion of the review',
          clause,
          wayOut: { zh: '重新申请使用新的编号', en: 'A new application takes an id of its own' },
        });
      if (review.conclusion === 'MET' && isOutdated(review.capacityLineId, review.enterprise.uscc, given))
        throw refusal(
          'outdated-capacity-in-park',
          {
            zh: `产能线${review.capacityLineId}已认定为落后产能，园区不得承接，安全条件审查不能认定为符合`,
            en: `The capacity ${review.capacityLineId} is classified as outdated: no park may take it, and its conditions are not met`,
          },
          {
            ...cite(rule),
            wayOut: {
              zh: '以不符合作出审查结论，并以落后产能为由不予入园',
              en: 'Conclude that they are not met, and refuse admission on the ground of outdated capacity',
            },
            facts: { capacityLineId: review.capacityLineId },
          },
        );
      return [{ type: 'SafetyConditionsReviewed', data: review, rules: [ruleRef(rule)] }];
    },

    RefuseParkAdmission: (command, { SafetyConditionsReviewed: reviewed, ParkAdmissionRefused: refused }, given) => {
      const refusing = contentOf(command);
      if (isRepeated(refused, refusing, { zh: '不予入园决定', en: 'refusal of admission', clause })) return [];
      const rule = lawOn('safety/park-admission', dayOf(given.occurredAt));
      if (!reviewed)
        throw refusal(
          'no-application',
          { zh: '没有该项目的安全条件审查记录', en: 'No review of this project’s conditions is on record' },
          { ...cite(rule), wayOut: { zh: '先审查项目安全条件', en: 'Review the conditions of safety first' } },
        );
      if (refusing.ground === 'CONDITIONS_NOT_MET' && reviewed.conclusion === 'MET')
        throw refusal(
          'conditions-are-met',
          { zh: '审查结论为符合安全条件', en: 'The review found that the conditions are met' },
          {
            ...cite(rule),
            wayOut: {
              zh: '属于落后产能的，以落后产能为由不予入园',
              en: 'If it is outdated capacity, refuse it on that ground',
            },
          },
        );
      if (refusing.ground === 'OUTDATED_CAPACITY' && !isShownOutdated(refusing, reviewed.enterprise.uscc, given))
        throw refusal(
          'outdated-not-shown',
          {
            zh: '未说明何以属于落后产能：须有本企业已认定的产能线，或者淘汰类目录条目',
            en: 'That it is outdated is not shown: by a capacity line of this enterprise so classified, or by an item of the catalogue',
          },
          {
            ...cite(rule),
            wayOut: {
              zh: '填写 capacityLineId（能源部门已认定）或 catalogueItem',
              en: 'Give the `capacityLineId` that energy classified, or the `catalogueItem`',
            },
            facts: { capacityLineId: refusing.capacityLineId ?? null },
          },
        );
      const { enterprise, parkId, parkName, projectName } = reviewed;
      const data = { enterprise, parkId, parkName, projectName, ...refusing };
      return [{ type: 'ParkAdmissionRefused', data, rules: [ruleRef(rule)] }];
    },
  },

  evolve: keeping<Events>('SafetyConditionsReviewed', 'ParkAdmissionRefused'),

  subject: ({ SafetyConditionsReviewed: reviewed }) => ({
    uscc: reviewed?.enterprise.uscc,
    siteId: reviewed?.enterprise.siteId,
  }),

  consults: {
    ReviewProjectSafetyConditions: ({ capacityLineId }) => lineStreams(capacityLineId),
    RefuseParkAdmission: ({ capacityLineId }) => lineStreams(capacityLineId),
  },
};

const lineStreams = (lineId: string | undefined): readonly string[] => (lineId ? [`energy.capacity-${lineId}`] : []);

/** Whether energy has classified the line, and as this enterprise's. */
const isOutdated = (lineId: string | undefined, uscc: string, { consulted }: Circumstances): boolean =>
  lineStreams(lineId)
    .flatMap((stream) => consulted(stream) as readonly Recorded<energy.CapacityClassified>[])
    .some(({ data }) => data.enterprise.uscc === uscc);

const isShownOutdated = (
  { capacityLineId, catalogueItem }: Pick<Events['ParkAdmissionRefused'], 'capacityLineId' | 'catalogueItem'>,
  uscc: string,
  given: Circumstances,
): boolean => (capacityLineId ? isOutdated(capacityLineId, uscc, given) : catalogueItem !== undefined);
