import type { energy } from '#contracts';
import {
  alreadySays,
  contentOf,
  Refusal,
  type Bilingual,
  type Circumstances,
  type Decider,
  type Recorded,
} from '#decider';
import { dayOf, ruleRef } from '#law';
import { cite, lawOn } from './law.js';

interface Publication {
  readonly published?: energy.SupervisionResultPublished;
}

const isA =
  (type: string) =>
  (fact: Recorded): boolean =>
    fact.type === `energy.${type}`;

/** The publication of a supervision's result, once it is decided and not before (2.1.1). */
export const publication: Decider<Publication, energy.Commands<'publication'>, energy.Events<'publication'>> = {
  name: 'energy.publication',
  initial: {},

  decide: {
    PublishSupervisionResult: (command, { published }, given) => {
      const content = contentOf(command);
      if (alreadySays<object>(published, { equipmentId: undefined, ...content })) return [];
      if (published)
        throw no(
          'already-published',
          given,
          {
            zh: `已公开案件${published.caseId}的结果`,
            en: `The result of case ${published.caseId} was published under this number`,
          },
          { zh: '另一结果使用新的公开编号', en: 'Another result takes a number of its own' },
        );

      const history = given.consulted(`energy.case-${content.caseId}`);
      const result = history.findLast(isA('EnergySupervisionConducted'))?.data.result as
        energy.EnergySupervisionConducted['result'] | undefined;
      mustBeTheirs(content.enterprise, history, 'EnergySupervisionTaskAssigned', given);
      const isLimitDecided = history.some(isA('EnergyRectificationOrdered'));
      const machine = content.equipmentId ? given.consulted(`energy.equipment-${content.equipmentId}`) : [];
      const isStopped = machine.some(isA('StopUseOrdered'));
      if (isStopped) mustBeTheirs(content.enterprise, machine, 'StopUseOrdered', given);
      const isDecided = {
        COMPLIANT: true,
        OVER_LIMIT: isLimitDecided,
        ELIMINATED_EQUIPMENT: isStopped,
        BOTH: isLimitDecided && isStopped,
      };
      if (!result || !isDecided[result])
        throw no(
          'not-decided',
          given,
          {
            zh: '该监察结果尚未作出决定，不能公开',
            en: 'This result is not decided, and only decided findings are published',
          },
          {
            zh: '合格结果监察后即可公开；超限额的先责令整改；淘汰设备的先责令停止使用并填写 equipmentId',
            en: 'Compliance may be published at once; over the limit, order rectification first; for eliminated equipment, order to stop its use and name the `equipmentId`',
          },
        );
      const rule = lawOn('energy/publish-results', dayOf(given.occurredAt));
      return [{ type: 'SupervisionResultPublished', data: { ...content, result }, rules: [ruleRef(rule)] }];
    },
  },

  evolve: { SupervisionResultPublished: (_, published) => ({ published }) },

  subject: ({ published }) => ({
    uscc: published?.enterprise.uscc,
    siteId: published?.enterprise.siteId,
    caseId: published?.caseId,
  }),

  consults: {
    PublishSupervisionResult: ({ caseId, equipmentId }) => [
      `energy.case-${caseId}`,
      ...(equipmentId ? [`energy.equipment-${equipmentId}`] : []),
    ],
  },
};

function mustBeTheirs(
  { uscc }: energy.PublishSupervisionResult['enterprise'],
  history: readonly Recorded[],
  type: string,
  given: Circumstances,
): void {
  const theirs = history.find(isA(type))?.data.enterprise?.uscc as string | undefined;
  if (theirs === undefined || theirs === uscc) return;
  throw no(
    'result-of-another',
    given,
    {
      zh: `该结果属于${theirs}，不属于${uscc}`,
      en: `The result is about ${theirs}, not ${uscc}`,
    },
    { zh: '核对企业与案件编号', en: 'Check the enterprise and the number of the case' },
  );
}

const no = (code: string, { occurredAt }: Circumstances, says: Bilingual, wayOut: Bilingual): Refusal =>
  new Refusal(`energy/${code}`, says, { ...cite(lawOn('energy/publish-results', dayOf(occurredAt))), wayOut });
