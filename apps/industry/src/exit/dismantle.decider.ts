import { alreadySays, contentOf, type FactOf } from '#decider';
import { addDays, dayOf, isOver, ruleRef, type Due, type Rule } from '#law';
import { cite, dueAfter, isRepeated, lawOn, mustHaveCome, mustNameLaw, mustNotPrecede, no } from '../law.js';
import { mustBeOpen, mustBeOrdered, mustStand, type Events, type Exit, type Rules } from './state.js';

const clause = '2.5.3';
const DAY_MS = 86_400_000;

/** What can be dismantled is, at once; what cannot yet has a day, and the day passes (二(五)3). */
export const dismantle: Rules<
  | 'OrderShutdown'
  | 'StartDismantling'
  | 'RecordDismantled'
  | 'NoteEnergyDismantling'
  | 'DeferDismantling'
  | 'PassDismantlingDeadline'
  | 'DetermineExitNonCompletion'
> = {
  OrderShutdown: (command, state, given) => {
    const shutdown = contentOf(command);
    if (isRepeated(state.said.ProcessShutDown, shutdown, { zh: '关停', en: 'shutdown', clause })) return [];
    mustBeOrdered(state, clause);
    mustHaveCome(shutdown.stoppedOn, given, clause);
    return [{ type: 'ProcessShutDown', data: shutdown }];
  },

  StartDismantling: (command, state, given) => {
    const start = contentOf(command);
    if (alreadySays(state.said.DismantlingStarted, start)) return [];
    mustStand(state, clause);
    isRepeated(state.said.DismantlingStarted, start, { zh: '开始拆除', en: 'start of dismantling', clause });
    mustHaveCome(start.startedOn, given, clause);
    mustNotPrecede(start.startedOn, state.openedOn!, clause, '建档', 'the opening of the file');
    return [{ type: 'DismantlingStarted', data: start }];
  },

  RecordDismantled: (command, state, given) => {
    const { disposal, ...dismantling } = contentOf(command);
    if (alreadySays<object>(state.said.MainEquipmentDismantled, { disposal, ...dismantling })) return [];
    mustStand(state, clause);
    if (disposal === 'TRANSFERRED')
      throw no(
        'transfer-forbidden',
        { zh: '被淘汰的设备不得转让给他人使用', en: 'Eliminated equipment may not be transferred to others for use' },
        { zh: '报废（SCRAPPED）或作废旧物资出售（SOLD_AS_SCRAP）', en: 'Scrap it, or sell it as scrap' },
        cite(lawOn('industry/no-transfer', dayOf(given.occurredAt))),
      );
    mustNameAll(dismantling.equipmentIds, state);
    mustBePlausible(dismantling.dismantledOn, state, given);
    const rule = lawOn('industry/dismantle-at-once', dismantling.dismantledOn);
    const data = { ...dismantling, disposal };
    return [
      ...overdueBy(state, dismantling.dismantledOn),
      { type: 'MainEquipmentDismantled', data, rules: [ruleRef(rule)] },
    ];
  },

  NoteEnergyDismantling: (command, state, given) => {
    const dismantling = contentOf(command);
    if (alreadySays(state.said.MainEquipmentDismantled, dismantling)) return [];
    // Energy says it once; whatever it says later corrects that, and what was inspected or accepted since stands.
    const corrected = state.dismantled && state.dismantledBy;
    if (!corrected) mustStand(state, clause);
    mustBePlausible(dismantling.dismantledOn, state, given);
    return [{ type: 'MainEquipmentDismantled', data: dismantling, ...(corrected ? { correctionOf: corrected } : {}) }];
  },

  DeferDismantling: (command, state, given) => {
    const deferral = contentOf(command);
    if (isRepeated(state.said.DismantlingDeferred, deferral, { zh: '暂缓拆除', en: 'deferral', clause })) return [];
    const { enterprise, ground } = mustStand(state, clause);
    const rule = lawOn('industry/deferral-reasons', deferral.decidedOn);
    if (ground === 'STOP_USE_ORDERED')
      throw no(
        'not-ours-to-defer',
        { zh: '拆除期限由节能监察确定', en: 'Energy has set the day by which it is dismantled' },
        { zh: '由节能监察部门处理', en: 'It is energy’s to change' },
        cite(rule, clause),
      );
    mustHaveCome(deferral.decidedOn, given, clause);
    mustNotPrecede(deferral.decidedOn, state.openedOn!, clause, '建档', 'the opening of the file');
    mustNotPrecede(deferral.dismantleBy, addDays(deferral.decidedOn, 1), clause, '决定次', 'the decision');
    if (state.isOverdue || (state.due && isOver(state.due.rolledDue, given.occurredAt)))
      throw no(
        'too-late-to-defer',
        { zh: '拆除期限已届满，不能再暂缓', en: 'The time to dismantle is over and cannot be put off' },
        { zh: '立即拆除', en: 'Dismantle it at once' },
        { ...cite(rule, clause), facts: { dueOn: state.due?.rolledDue ?? null } },
      );
    const limit = lawOn('industry/deferral-limit', deferral.decidedOn);
    const { length: most, unit } = limit as Rule;
    const latest = most && unit && dueAfter({ ...limit, length: most, unit }, deferral.decidedOn).nominalDue;
    if (latest && deferral.dismantleBy > latest)
      throw no(
        'deferred-too-long',
        { zh: `最迟可限至${latest}拆除`, en: `Dismantling can be put off until ${latest} at most` },
        { zh: `限至${latest}或者更早`, en: `Set ${latest} or an earlier day` },
        { ...cite(limit, clause), facts: { latest } },
      );
    const length = (Date.parse(deferral.dismantleBy) - Date.parse(deferral.decidedOn)) / DAY_MS;
    const due = dueAfter({ ...rule, length, unit: 'days' }, deferral.decidedOn);
    return [{ type: 'DismantlingDeferred', data: { enterprise, ...deferral, due }, rules: [ruleRef(rule)] }];
  },

  PassDismantlingDeadline: ({ dueOn }, state, { now }) => {
    const { due, isOverdue, dismantled } = state;
    if (due?.rolledDue !== dueOn || isOverdue || (dismantled && dismantled.dismantledOn <= dueOn)) return [];
    if (!isOver(dueOn, now))
      throw no(
        'period-still-runs',
        { zh: `拆除期限至${dueOn}24时届满，尚未届满`, en: `The time to dismantle runs until 24:00 of ${dueOn}` },
        { zh: '届满后再记录', en: 'Record it when the day is over' },
        { clause, facts: { dueOn, now } },
      );
    return [{ type: 'DismantlingOverdue', data: { dueOn } }];
  },

  DetermineExitNonCompletion: (command, state, given) => {
    const determination = contentOf(command);
    const what = { zh: '未按期退出认定', en: 'determination of non-completion', clause: '3.2' };
    if (isRepeated(state.said.ExitNonCompletionDetermined, determination, what)) return [];
    const { enterprise, line } = mustBeOpen(state, '3.2');
    const rule = lawOn('credit/non-completion', dayOf(given.occurredAt));
    const { due } = state;
    if (!due || !isMissed(state, due, given.occurredAt))
      throw no(
        'not-overdue',
        {
          zh: due ? `拆除期限至${due.rolledDue}，未逾期或已按期拆除` : '没有本部门确定的拆除期限',
          en: due
            ? `The time to dismantle ends on ${due.rolledDue}; it has not passed, or was kept`
            : 'No day by which it must be dismantled was set on this file',
        },
        {
          zh: '未按期退出以拆除期限逾期为前提；节能监察限期的由其认定',
          en: 'It follows a day that has passed; where energy set the day, energy determines it',
        },
        { ...cite(rule), facts: { dueOn: due?.rolledDue ?? null } },
      );
    mustNameLaw(determination.legalBasis, '3.2', dayOf(given.occurredAt));
    mustHaveCome(determination.notifiedOn, given, '3.2');
    mustNotPrecede(determination.notifiedOn, addDays(due.rolledDue, 1), '3.2', '拆除逾期', 'the delay');
    const data = { enterprise, dueOn: due.rolledDue, equipment: line, ...determination };
    return [...overdueUnsaid(state, due), { type: 'ExitNonCompletionDetermined', data, rules: [ruleRef(rule)] }];
  },
};

function mustNameAll(named: readonly string[], { said }: Exit): void {
  const all = said.EliminationOrdered?.equipment ?? said.ExitFileOpened?.equipment ?? [];
  const left = all.map(({ equipmentId }) => equipmentId).filter((id) => !named.includes(id));
  if (left.length === 0) return;
  throw no(
    'equipment-left',
    { zh: `尚有应拆除的主体设备：${left.join('、')}`, en: `Main equipment is left standing: ${left.join(', ')}` },
    { zh: '全部拆除后登记', en: 'Record it when all of it is dismantled' },
    { clause, facts: { left } },
  );
}

function mustBePlausible(on: string, { openedOn, said }: Exit, given: { readonly now: string }): void {
  mustHaveCome(on, given, clause);
  mustNotPrecede(on, said.DismantlingStarted?.startedOn ?? openedOn!, clause, '建档或开工', 'the start');
}

// A dismantling in time that was posted late undoes nothing on record, but nothing more may be built on it.
const isMissed = ({ dismantled, isOverdue }: Exit, { rolledDue }: Due, occurredAt: string): boolean =>
  !(dismantled && dismantled.dismantledOn <= rolledDue) && (isOverdue || isOver(rolledDue, occurredAt));

/** That it is overdue, when nobody has said so yet: acts may come in before the timer does. */
const overdueUnsaid = ({ isOverdue }: Exit, due: Due): FactOf<Pick<Events, 'DismantlingOverdue'>>[] =>
  isOverdue ? [] : [{ type: 'DismantlingOverdue', data: { dueOn: due.rolledDue } }];

const overdueBy = (state: Exit, day: string): FactOf<Pick<Events, 'DismantlingOverdue'>>[] =>
  state.due && day > state.due.rolledDue ? overdueUnsaid(state, state.due) : [];
