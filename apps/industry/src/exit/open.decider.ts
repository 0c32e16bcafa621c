import type { industry } from '#contracts';
import { alreadySays, contentOf, type Circumstances, type Recorded } from '#decider';
import { dayOf, ruleRef } from '#law';
import { cite, dueAfter, isRepeated, lawOn, mustHaveCome, mustNameLaw, mustNotPrecede, no } from '../law.js';
import { mustBeOpen, type Opened, type Rules } from './state.js';

const clause = '2.5.1';
const breadth = { LINE: 1, SITE: 2, ENTERPRISE: 3 } as const;

/** How exits begin: found on the catalogue, ordered by others, found to produce again, or agreed (二(五)1, 三(二)). */
export const open: Rules<'OpenExitFile' | 'OrderElimination'> = {
  OpenExitFile: (command, { said }, given) => {
    const file = contentOf(command);
    const what = { zh: '退出档案', en: 'exit file', clause };
    if (isRepeated(said.ExitFileOpened, file, what)) return [];
    const orderDocumentNumber = origins[file.ground](file, given);
    const rule = lawOn('industry/exit-basis', dayOf(given.occurredAt));
    const data = { ...file, ...(orderDocumentNumber ? { orderDocumentNumber } : {}) };
    return [{ type: 'ExitFileOpened', data, rules: [ruleRef(rule)] }];
  },

  OrderElimination: (command, state, given) => {
    const { days, ...order } = contentOf(command);
    const { EliminationOrdered: ordered } = state.said;
    if (ordered?.due.length === days && alreadySays<object>(ordered, order)) return [];
    const { enterprise, line, ground } = mustBeOpen(state, clause);
    isRepeated<object>(ordered, { ...order, days }, { zh: '责令淘汰', en: 'order of elimination', clause });
    const day = dayOf(given.occurredAt);
    const rule = lawOn('industry/eliminate-at-once', day);
    if (ground === 'STOP_USE_ORDERED' || ground === 'VOLUNTARY')
      throw no(
        'not-ours-to-order',
        ground === 'VOLUNTARY'
          ? { zh: '该退出由企业自愿，不需责令', en: 'This exit was agreed with the enterprise, not ordered' }
          : {
              zh: '节能监察已责令停止使用并限期拆除',
              en: 'Energy has ordered to stop its use and dismantle it by a day',
            },
        { zh: '直接记录关停、拆除', en: 'Record the shutdown and the dismantling' },
        { ...cite(rule), facts: { ground } },
      );
    mustNameLaw(order.legalBasis, clause, day);
    mustHaveCome(order.servedOn, given, clause);
    mustNotPrecede(order.servedOn, state.openedOn!, clause, '建档', 'the opening of the file');
    const due = dueAfter({ ...rule, length: days, unit: 'days' }, order.servedOn);
    return [{ type: 'EliminationOrdered', data: { enterprise, line, ...order, due }, rules: [ruleRef(rule)] }];
  },
};

type File = Omit<industry.OpenExitFile, 'occurredAt' | 'officers' | 'approver' | 'documents'>;

/** What each ground must rest on; the number of the order, where somebody else gave one. */
const origins: Readonly<Record<Opened['ground'], (file: File, given: Circumstances) => string | undefined>> = {
  ELIMINATION_CATEGORY: ({ catalogueItem }, { occurredAt }) => {
    if (catalogueItem) return undefined;
    throw no(
      'no-catalogue-item',
      {
        zh: '以淘汰类退出的，应写明目录条目',
        en: 'What exits as of the elimination category names its catalogue item',
      },
      {
        zh: '在 catalogueItem 中写明《产业结构调整指导目录（2019年本）》条目',
        en: 'Name the item of the 2019 catalogue in `catalogueItem`',
      },
      cite(lawOn('industry/eliminate-at-once', dayOf(occurredAt))),
    );
  },
  CLOSURE_ORDERED: ({ originId, enterprise, scope }, given) => {
    const order = last(given, 'government.closureProposal', originId, 'government.ClosureOrdered');
    if (order?.data.enterprise.uscc === enterprise.uscc && breadth[scope] <= breadth[order.data.scope as 'LINE'])
      return order.data.governmentDocumentNumber as string;
    throw no(
      'no-closure-order',
      {
        zh: '没有人民政府对该企业在此范围内的关闭决定',
        en: 'The people’s government has ordered no such closure of this enterprise',
      },
      {
        zh: '在 originId 中写明政府决定所依据的提请编号，范围不得大于决定',
        en: 'Name in `originId` the proposal on which the government decided, and close no more than it ordered',
      },
      { ...cite(lawOn('industry/exit-basis', dayOf(given.occurredAt))), facts: { originId: originId ?? null, scope } },
    );
  },
  STOP_USE_ORDERED: ({ originId, enterprise }, given) => {
    const order = last(given, 'energy.equipment', originId, 'energy.StopUseOrdered');
    if (order?.data.enterprise.uscc === enterprise.uscc) return order.data.documentNumber as string;
    throw no(
      'no-stop-use-order',
      { zh: '没有对该企业的停止使用决定', en: 'Nobody has ordered this enterprise to stop using it' },
      { zh: '在 originId 中写明节能监察的设备编号', en: 'Name in `originId` the equipment as energy numbers it' },
      { ...cite(lawOn('industry/exit-basis', dayOf(given.occurredAt))), facts: { originId: originId ?? null } },
    );
  },
  RESUMPTION: ({ originId }, given) => {
    if (last(given, 'industry.lookBack', originId, 'industry.ResumptionFound')) return undefined;
    throw no(
      'no-resumption',
      { zh: '没有发现恢复生产的“回头看”记录', en: 'No look-back has found that it produces again' },
      { zh: '在 originId 中写明“回头看”编号', en: 'Name the look-back in `originId`' },
      { ...cite(lawOn('industry/look-back', dayOf(given.occurredAt))), facts: { originId: originId ?? null } },
    );
  },
  VOLUNTARY: () => undefined,
};

/** The stream that tells whether the ground is there. */
export const originOf = ({ ground, originId }: Pick<File, 'ground' | 'originId'>): readonly string[] => {
  const kind = {
    ELIMINATION_CATEGORY: undefined,
    CLOSURE_ORDERED: 'government.closureProposal',
    STOP_USE_ORDERED: 'energy.equipment',
    RESUMPTION: 'industry.lookBack',
    VOLUNTARY: undefined,
  }[ground];
  return kind && originId ? [`${kind}-${originId}`] : [];
};

/** The last such fact of the origin; nothing where the command names none. */
const last = (
  { consulted }: Circumstances,
  category: string,
  originId: string | undefined,
  type: string,
): Recorded | undefined =>
  originId === undefined ? undefined : consulted(`${category}-${originId}`).findLast((fact) => fact.type === type);
