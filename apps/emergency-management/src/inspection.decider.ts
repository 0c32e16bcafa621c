import type { emergencyManagement } from '#contracts';
import { alreadySays, contentOf, type Circumstances, type Decider, type Recorded } from '#decider';
import { dayOf, ruleRef } from '#law';
import { cite, enoughOfficers, isRepeated, lawOn, mustNotPrecede, refusal } from './law.js';

type Events = emergencyManagement.Events<'inspection'>;

interface Inspection {
  readonly conducted?: Events['SafetyInspectionConducted'];
  readonly conductedOn?: string;
  readonly prohibited: readonly Events['ProhibitedSafetyEquipmentFound'][];
}

const clause = '2.4.2';

/** An inspection on site, and the banned equipment that it found. */
export const inspection: Decider<Inspection, emergencyManagement.Commands<'inspection'>, Events> = {
  name: 'emergencyManagement.inspection',
  initial: { prohibited: [] },

  decide: {
    ConductSafetyInspection: (command, { conducted }, given) => {
      const inspected = contentOf(command);
      if (isRepeated(conducted, inspected, { zh: '检查', en: 'inspection', clause })) return [];
      const officers = enoughOfficers(given, clause);
      const rule = lawOn('safety/campaign', dayOf(given.occurredAt));
      if (inspected.campaignId) mustBelongTo(inspected.campaignId, given, cite(rule));
      return [{ type: 'SafetyInspectionConducted', data: inspected, rules: [ruleRef(rule), officers] }];
    },

    RecordProhibitedEquipment: (command, { conducted, conductedOn, prohibited }, given) => {
      const found = contentOf(command);
      if (prohibited.some((one) => alreadySays(one, found))) return [];
      const day = dayOf(given.occurredAt);
      const rule = lawOn('safety/prohibited-equipment', day);
      if (conducted?.result !== 'HAZARDS_FOUND')
        throw refusal(
          'nothing-was-found',
          conducted
            ? { zh: '该次检查结论为合格', en: 'The inspection found the enterprise in order' }
            : { zh: '没有该次检查的记录', en: 'There is no such inspection' },
          {
            ...cite(rule),
            wayOut: {
              zh: '先登记发现问题的检查，再记录禁止使用的设备工艺',
              en: 'Record an inspection with findings first, then the banned equipment',
            },
          },
        );
      mustNotPrecede(day, conductedOn ?? day, clause, '检查', 'the inspection');
      const data = { enterprise: conducted.enterprise, ...found };
      return [{ type: 'ProhibitedSafetyEquipmentFound', data, rules: [ruleRef(rule)] }];
    },
  },

  evolve: {
    SafetyInspectionConducted: (state, conducted, { occurredAt }) => ({
      ...state,
      conducted,
      conductedOn: dayOf(occurredAt),
    }),
    ProhibitedSafetyEquipmentFound: (state, found) => ({ ...state, prohibited: [...state.prohibited, found] }),
  },

  subject: ({ conducted }) => ({ uscc: conducted?.enterprise.uscc, siteId: conducted?.enterprise.siteId }),

  consults: {
    ConductSafetyInspection: ({ campaignId }) => (campaignId ? [`emergencyManagement.campaign-${campaignId}`] : []),
  },
};

function mustBelongTo(
  campaignId: string,
  { consulted, occurredAt }: Circumstances,
  grounds: ReturnType<typeof cite>,
): void {
  const [launched] = consulted(
    `emergencyManagement.campaign-${campaignId}`,
  ) as readonly Recorded<emergencyManagement.SafetyCampaignLaunched>[];
  const day = dayOf(occurredAt);
  const campaign = launched?.data;
  if (campaign && campaign.fromOn <= day && day <= campaign.toOn) return;
  throw refusal(
    'not-in-the-campaign',
    campaign
      ? {
          zh: `专项执法自${campaign.fromOn}至${campaign.toOn}，检查日${day}不在其内`,
          en: `The campaign lasts from ${campaign.fromOn} to ${campaign.toOn}; ${day} is outside of it`,
        }
      : { zh: `没有部署专项执法“${campaignId}”`, en: `No campaign ${campaignId} was launched` },
    {
      ...grounds,
      wayOut: {
        zh: '先部署专项执法；期外的检查不填 campaignId',
        en: 'Launch the campaign first; leave out `campaignId` for an inspection outside of it',
      },
      facts: { campaignId, day },
    },
  );
}
