import type { emergencyManagement } from '#contracts';
import { contentOf, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { keeping, type Said } from '#procedure';
import { isRepeated, lawOn, mustNotPrecede } from './law.js';

type Events = emergencyManagement.Events<'campaign'>;

const clause = '2.4.2';

/** A campaign of inspections on the catalogues that the plan names. */
export const campaign: Decider<Said<Events>, emergencyManagement.Commands<'campaign'>, Events> = {
  name: 'emergencyManagement.campaign',
  initial: {},

  decide: {
    RunSafetyCampaign: (command, { SafetyCampaignLaunched: launched }, { occurredAt }) => {
      const launch = contentOf(command);
      if (isRepeated(launched, launch, { zh: '专项执法', en: 'campaign', clause })) return [];
      mustNotPrecede(launch.toOn, launch.fromOn, clause, '开始', 'its beginning');
      const rule = lawOn('safety/campaign', dayOf(occurredAt));
      return [{ type: 'SafetyCampaignLaunched', data: launch, rules: [ruleRef(rule)] }];
    },
  },

  evolve: keeping<Events>('SafetyCampaignLaunched'),
};
