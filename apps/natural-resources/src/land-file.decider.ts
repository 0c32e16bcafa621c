import type { naturalResources } from '#contracts';
import { alreadySays, contentOf, type Circumstances, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { lawOn, mustNameLaw, refusal } from './law.js';

type Commands = naturalResources.Commands<'landFile'>;
type Events = naturalResources.Events<'landFile'>;

/** What became of each restriction that was asked for, by its number. */
interface Asked {
  readonly restricted?: Events['LandSupplyRestricted'];
  readonly shared?: Events['LandInformationShared'];
  readonly lifted?: Events['LandRestrictionLifted'];
}
type LandFile = ReadonlyMap<string, Asked>;

const clause = '3.2';

/** Whether a restriction of this file is in force. */
export const isRestricted = (file: LandFile, day: string): boolean =>
  [...file.values()].some(
    ({ restricted, lifted }) =>
      restricted !== undefined && !lifted && restricted.from <= day && day <= (restricted.to ?? day),
  );

/**
 * Land supply of one enterprise; the file's id is its code (三(二)). Restricted on a legal basis of its own; without one
 * the information is shared, and no more.
 */
export const landFile: Decider<LandFile, Commands, Events> = {
  name: 'naturalResources.landFile',
  initial: new Map(),

  decide: {
    RestrictLandSupply: (command, file, given) => {
      const asked = contentOf(command);
      const { restrictionId, enterprise, fact, measure, legalBasis, from, to } = asked;
      mustBeOf(enterprise.uscc, given);
      const earlier = file.get(restrictionId);
      const said =
        legalBasis === undefined ? { restrictionId, enterprise, fact, measure } : { to: undefined, ...asked };
      if (alreadySays<object>(legalBasis === undefined ? earlier?.shared : earlier?.restricted, said)) return [];
      mustBeFresh(earlier, restrictionId);
      const day = dayOf(given.occurredAt);
      const rules = [ruleRef(lawOn('land/restriction-needs-basis', day))];
      if (legalBasis === undefined)
        return [{ type: 'LandInformationShared', data: { restrictionId, enterprise, fact, measure }, rules }];
      mustNameLaw(legalBasis, clause, day);
      if (to !== undefined && to < from)
        throw refusal(
          'ends-before-it-begins',
          { zh: `止期${to}早于起期${from}`, en: `It would end on ${to}, before it begins on ${from}` },
          { clause, wayOut: { zh: '核对起止日期', en: 'Check both days' }, facts: { from, to } },
        );
      return [{ type: 'LandSupplyRestricted', data: { ...asked, legalBasis }, rules }];
    },

    NoteCreditRestriction: (command, file, { occurredAt }) => {
      const { restrictionId, measure, legalBasis, from = dayOf(occurredAt), to } = contentOf(command);
      const fact = '未按期完成落后产能退出（信用约束）';
      const rules = [ruleRef(lawOn('land/restriction-needs-basis', dayOf(occurredAt)))];
      const earlier = file.get(restrictionId);
      if (legalBasis === undefined)
        return earlier?.shared || earlier?.restricted
          ? []
          : [{ type: 'LandInformationShared', data: { restrictionId, fact, measure }, rules }];
      const restricted = { restrictionId, fact, measure, legalBasis, from, ...(to === undefined ? {} : { to }) };
      if (earlier?.restricted && !earlier.lifted) return [];
      return [{ type: 'LandSupplyRestricted', data: restricted, rules }];
    },

    LiftLandRestriction: (command, file) => {
      const lift = contentOf(command);
      const earlier = file.get(lift.restrictionId);
      if (alreadySays(earlier?.lifted, lift)) return [];
      if (!earlier?.restricted || earlier.lifted)
        throw refusal(
          earlier?.lifted ? 'already-lifted' : 'not-restricted',
          earlier?.lifted
            ? { zh: '该限制已解除', en: 'The restriction was lifted before' }
            : { zh: `没有实施中的限制“${lift.restrictionId}”`, en: `No restriction ${lift.restrictionId} is in force` },
          {
            clause,
            wayOut: {
              zh: '仅共享信息的无需解除；核对编号',
              en: 'What is shared only needs no lifting; check the number',
            },
          },
        );
      return [{ type: 'LandRestrictionLifted', data: lift }];
    },

    EndCreditRestriction: (command, file) => {
      const { restrictionId, reason } = contentOf(command);
      const earlier = file.get(restrictionId);
      return earlier?.restricted && !earlier.lifted
        ? [{ type: 'LandRestrictionLifted', data: { restrictionId, reason } }]
        : [];
    },
  },

  evolve: {
    LandSupplyRestricted: (file, restricted) => new Map(file).set(restricted.restrictionId, { restricted }),
    LandInformationShared: (file, shared) =>
      new Map(file).set(shared.restrictionId, { ...file.get(shared.restrictionId), shared }),
    LandRestrictionLifted: (file, lifted) =>
      new Map(file).set(lifted.restrictionId, { ...file.get(lifted.restrictionId), lifted }),
  },

  subject: (_, id) => ({ uscc: id }),
};

function mustBeOf(uscc: string, { id }: Circumstances): void {
  if (uscc === id) return;
  throw refusal(
    'file-of-another',
    { zh: `${id}的土地供应档案不能记录${uscc}的事项`, en: `The file of ${id} takes nothing about ${uscc}` },
    { clause, wayOut: { zh: `提交至 land-files/${uscc}`, en: `Post it to land-files/${uscc}` } },
  );
}

function mustBeFresh(earlier: Asked | undefined, restrictionId: string): void {
  if (!earlier) return;
  throw refusal(
    'restriction-id-used',
    {
      zh: `限制编号“${restrictionId}”已使用，内容不同`,
      en: `The number ${restrictionId} is taken by another restriction`,
    },
    { clause, wayOut: { zh: '另一限制使用新的编号', en: 'Another restriction takes a number of its own' } },
  );
}
