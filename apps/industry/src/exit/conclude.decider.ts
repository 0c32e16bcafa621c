import type { industry } from '#contracts';
import { contentOf } from '#decider';
import { dayOf, ruleRef } from '#law';
import { cite, isRepeated, lawOn, mustHaveCome, mustNotPrecede, no } from '../law.js';
import { isIsolated, mustBeOpen, type Exit, type Rules } from './state.js';

const clause = '3.2';

/** What became of the line or of the enterprise (三(二)). Only the government closes: here it is recorded as done. */
export const conclude: Rules<'EliminateLine' | 'CloseEnterprise'> = {
  EliminateLine: (command, state, given) => {
    const elimination = contentOf(command);
    if (isRepeated(state.said.LineEliminated, elimination, { zh: '淘汰', en: 'elimination', clause })) return [];
    const { enterprise, line } = mustHaveBasis(state, given);
    const missing = elimination.measures.filter((measure) => !isInPlace(measure, state));
    if (missing.length > 0 || !(state.dismantled || isIsolated(state)))
      throw no(
        missing.length > 0 ? 'measure-not-on-record' : 'line-could-produce',
        {
          zh: missing.length > 0 ? `没有落实记录：${missing.join('、')}` : '既未拆除，也未封存齐备',
          en:
            missing.length > 0
              ? `These measures are not on record: ${missing.join(', ')}`
              : 'It is neither dismantled nor isolated by all six steps',
        },
        { zh: '先记录拆除或各项封存措施', en: 'Record the dismantling, or each isolation step, first' },
        { ...cite(lawOn('industry/exit-basis', dayOf(given.occurredAt))), facts: { missing } },
      );
    mustHaveCome(elimination.eliminatedOn, given, clause);
    mustNotPrecede(elimination.eliminatedOn, state.openedOn!, clause, '建档', 'the opening of the file');
    const rule = lawOn('industry/exit-basis', dayOf(given.occurredAt));
    return [{ type: 'LineEliminated', data: { enterprise, line, ...elimination }, rules: [ruleRef(rule)] }];
  },

  CloseEnterprise: (command, state, given) => {
    const closure = contentOf(command);
    if (isRepeated(state.said.EnterpriseClosed, closure, { zh: '企业关停', en: 'closure', clause })) return [];
    const { enterprise, scope, ground, orderDocumentNumber } = mustHaveBasis(state, given);
    const rule = lawOn('industry/exit-basis', dayOf(given.occurredAt));
    if (scope !== 'ENTERPRISE')
      throw no(
        'not-the-whole-enterprise',
        { zh: '退出的是生产线或场所，企业没有关停', en: 'A line or a site exits; the enterprise goes on' },
        { zh: '记录淘汰生产线（eliminate-line）', en: 'Record that the line is eliminated (eliminate-line)' },
        { ...cite(rule), facts: { scope } },
      );
    const isOrdered = ground === 'CLOSURE_ORDERED';
    if (closure.manner !== 'SHUT_DOWN' && !isOrdered)
      throw no(
        'only-the-government-closes',
        { zh: '停业、关闭、取缔须有人民政府的决定', en: 'To cease, close or ban takes a decision of the government' },
        {
          zh: '由主管部门提请人民政府决定；淘汰类自行关停的记为 SHUT_DOWN',
          en: 'Propose it to the government; what shut down as of the elimination category is SHUT_DOWN',
        },
        { ...cite(rule), facts: { manner: closure.manner, ground } },
      );
    mustHaveCome(closure.closedOn, given, clause);
    mustNotPrecede(closure.closedOn, state.openedOn!, clause, '建档', 'the opening of the file');
    const order = isOrdered && orderDocumentNumber ? { governmentDocumentNumber: orderDocumentNumber } : {};
    return [{ type: 'EnterpriseClosed', data: { enterprise, ...closure, ...order }, rules: [ruleRef(rule)] }];
  },
};

/** The file, when the government ordered closure or the equipment is of the elimination category. */
function mustHaveBasis(state: Exit, { occurredAt }: { readonly occurredAt: string }) {
  const opened = mustBeOpen(state, clause);
  const isBased =
    opened.ground === 'CLOSURE_ORDERED' ||
    opened.ground === 'STOP_USE_ORDERED' ||
    (opened.ground !== 'VOLUNTARY' && state.said.EliminationOrdered !== undefined);
  if (isBased) return opened;
  throw no(
    'no-basis-to-eliminate',
    {
      zh: '既没有政府的关闭决定，也没有以淘汰类责令淘汰',
      en: 'There is neither an order of closure nor one to eliminate what is of the elimination category',
    },
    {
      zh: '依法责令淘汰，或由人民政府决定关闭；自愿退出的办理验收即可',
      en: 'Order elimination, or have the government order closure; a voluntary exit goes to acceptance',
    },
    { ...cite(lawOn('industry/exit-basis', dayOf(occurredAt))), facts: { ground: opened.ground } },
  );
}

const isInPlace = (measure: industry.Measure, { steps, dismantled }: Exit): boolean =>
  ({
    WATER_CUT: steps.WaterCut !== undefined,
    POWER_CUT: steps.PowerCut !== undefined,
    POWER_UNIT_REMOVED: steps.PowerUnitRemoved !== undefined,
    MAIN_EQUIPMENT_SEALED: steps.MainEquipmentSealed !== undefined,
    DISMANTLED: dismantled !== undefined,
  })[measure];
