import type { industry } from '#contracts';
import { alreadySays, contentOf, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { cite, enoughOfficers, isRepeated, lawOn, mustHaveCome, mustNotPrecede, no } from './law.js';

type Events = industry.Events<'screening'>;

interface Screening {
  readonly listed?: Events['ListedForScreening'];
  readonly screened?: Events['EquipmentScreened'];
  readonly identified: readonly string[];
}

const clause = '2.5.1';

/** One site on the list of those to be screened, so that there is no blind spot (二(五)1). */
export const screening: Decider<Screening, industry.Commands<'screening'>, Events> = {
  name: 'industry.screening',
  initial: { identified: [] },

  decide: {
    ListForScreening: (command, { listed }, { occurredAt }) => {
      const listing = contentOf(command);
      if (isRepeated(listed, listing, { zh: '排查对象', en: 'site under this number', clause })) return [];
      const rule = lawOn('industry/screening', dayOf(occurredAt));
      if (!listing.enterprise.siteId)
        throw no(
          'no-site',
          { zh: '未写明场所；排查以场所为单位', en: 'It names no site, and screening goes site by site' },
          { zh: '在 enterprise.siteId 中填写场所编码', en: 'Name the site in `enterprise.siteId`' },
          cite(rule),
        );
      return [{ type: 'ListedForScreening', data: listing, rules: [ruleRef(rule)] }];
    },

    ScreenEnterprise: (command, { listed, screened, identified }, given) => {
      const visit = contentOf(command);
      if (alreadySays<object>(screened, visit)) return [];
      const rule = lawOn('industry/screening', dayOf(given.occurredAt));
      if (!listed)
        throw no(
          'not-listed',
          { zh: '该场所未列入排查范围', en: 'The site is not on the list of those to be screened' },
          { zh: '先列入排查范围（list-for-screening）', en: 'List it first (list-for-screening)' },
          cite(rule),
        );
      const ids = visit.equipment.map(({ equipmentId }) => equipmentId);
      const twice = ids.find((id, at) => ids.indexOf(id) !== at);
      if (twice !== undefined)
        throw no(
          'equipment-named-twice',
          { zh: `设备编号“${twice}”重复`, en: `The equipment ${twice} is named twice` },
          { zh: '每台设备只列一次', en: 'Name each piece of equipment once' },
          { ...cite(rule), facts: { equipmentId: twice } },
        );
      mustHaveCome(visit.screenedOn, given, clause);
      if (screened) mustNotPrecede(visit.screenedOn, screened.screenedOn, clause, '上次排查', 'the last screening');
      const officers = enoughOfficers(given, clause);
      const { enterprise } = listed;
      const outdated = visit.equipment.filter(({ catalogueItem }) => catalogueItem !== undefined);
      const result = outdated.length > 0 ? 'OUTDATED_FOUND' : 'CLEAR';
      return [
        { type: 'EquipmentScreened', data: { enterprise, ...visit, result }, rules: [ruleRef(rule), officers] },
        ...outdated
          .filter(({ equipmentId }) => !identified.includes(equipmentId))
          .map((equipment) => ({
            type: 'OutdatedEquipmentIdentified' as const,
            data: { enterprise, ...equipment, catalogueItem: equipment.catalogueItem! },
            rules: [ruleRef(lawOn('industry/eliminate-at-once', visit.screenedOn))],
          })),
      ];
    },
  },

  evolve: {
    ListedForScreening: (state, listed) => ({ ...state, listed }),
    EquipmentScreened: (state, screened) => ({ ...state, screened }),
    OutdatedEquipmentIdentified: (state, { equipmentId }) => ({
      ...state,
      identified: [...state.identified, equipmentId],
    }),
  },

  subject: ({ listed }) => ({ uscc: listed?.enterprise.uscc, siteId: listed?.enterprise.siteId }),
};
