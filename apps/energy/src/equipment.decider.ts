import type { energy } from '#contracts';
import { alreadySays, contentOf, Refusal, type Bilingual, type Decider, type FactOf } from '#decider';
import { addDays, dayOf, isOver, ruleRef, type Due } from '#law';
import { cite, dueAfter, lawOn, mustHaveCome, mustNameLaw, mustNotPrecede } from './law.js';

type Events = energy.Events<'equipment'>;

interface Equipment {
  readonly found?: Events['EliminatedEquipmentFound'];
  readonly foundOn?: string;
  readonly stopped?: Events['StopUseOrdered'];
  readonly confiscated?: Events['EquipmentConfiscated'];
  readonly isOverdue: boolean;
  readonly dismantled?: Events['MainEquipmentDismantled'];
  /** Id of the fact that says so. */
  readonly dismantledBy?: string;
  readonly determined?: Events['ExitNonCompletionDetermined'];
}

const clause = '2.1.1';
const exit = '2.5.3';

/** Equipment of the elimination category. It exits: there is no period to rectify it. Energy Conservation Law art. 71. */
export const equipment: Decider<Equipment, energy.Commands<'equipment'>, Events> = {
  name: 'energy.equipment',
  initial: { isOverdue: false },

  decide: {
    RecordEliminatedEquipment: (command, { found }, { occurredAt }) => {
      const finding = contentOf(command);
      if (alreadySays(found, finding)) return [];
      if (found) throw once('found', { zh: '发现该设备', en: 'finding of this equipment' });
      const rule = lawOn('energy/eliminated-equipment', dayOf(occurredAt));
      return [{ type: 'EliminatedEquipmentFound', data: finding, rules: [ruleRef(rule)] }];
    },

    OrderStopUse: (command, { found, foundOn, stopped, dismantled }, given) => {
      const { days, ...order } = contentOf(command);
      if (stopped?.due.length === days && alreadySays(stopped, order)) return [];
      if (stopped) throw once('stopped', { zh: '责令停止使用', en: 'order to stop its use' });
      if (!found || dismantled) throw notThere(dismantled);
      mustNotPrecede(order.servedOn, foundOn ?? order.servedOn, clause, '发现设备', 'the finding');
      mustHaveCome(order.servedOn, given, clause);
      const rule = lawOn('energy/eliminated-equipment', order.servedOn);
      const due = dueAfter({ ...rule, length: days, unit: 'days' }, order.servedOn);
      const { enterprise, model } = found;
      return [{ type: 'StopUseOrdered', data: { enterprise, model, ...order, due }, rules: [ruleRef(rule)] }];
    },

    ConfiscateEquipment: (command, { found, confiscated }, { occurredAt }) => {
      const decision = contentOf(command);
      if (alreadySays(confiscated, decision)) return [];
      if (confiscated) throw once('confiscated', { zh: '没收', en: 'confiscation' });
      if (!found) throw notThere();
      const day = dayOf(occurredAt);
      mustNameLaw(decision.legalBasis, clause, day);
      const rule = lawOn('energy/eliminated-equipment', day);
      return [{ type: 'EquipmentConfiscated', data: decision, rules: [ruleRef(rule)] }];
    },

    PassDismantlingDeadline: ({ dueOn }, state, { now }) => {
      if (state.stopped?.due.rolledDue !== dueOn || state.isOverdue || isDismantledBy(state, dueOn)) return [];
      if (!isOver(dueOn, now))
        throw new Refusal(
          'energy/period-still-runs',
          { zh: `拆除期限至${dueOn}24时届满，尚未届满`, en: `The time to dismantle runs until 24:00 of ${dueOn}` },
          { clause: exit, wayOut: { zh: '届满后再记录', en: 'Record it when the day is over' }, facts: { dueOn, now } },
        );
      return [{ type: 'DismantlingOverdue', data: { dueOn } }];
    },

    RecordDismantling: (command, state, given) => {
      const dismantling = contentOf(command);
      if (alreadySays(state.dismantled, dismantling)) return [];
      if (state.dismantled) throw once('dismantled', { zh: '拆除', en: 'dismantling' });
      if (!state.found) throw notThere();
      mustNotPrecede(
        dismantling.dismantledOn,
        state.foundOn ?? dismantling.dismantledOn,
        exit,
        '发现设备',
        'the finding',
      );
      mustHaveCome(dismantling.dismantledOn, given, exit);
      const isLate = state.stopped !== undefined && dismantling.dismantledOn > state.stopped.due.rolledDue;
      return [...(isLate ? overdueUnsaid(state) : []), { type: 'MainEquipmentDismantled', data: dismantling }];
    },

    // Whatever was decided by the earlier day stands until whoever decided it decides anew.
    CorrectDismantling: ({ dismantledOn, reason }, state, given) => {
      const { dismantled, dismantledBy } = state;
      if (!dismantled) throw notDismantled();
      if (dismantled.dismantledOn === dismantledOn) return [];
      mustNotPrecede(dismantledOn, state.foundOn ?? dismantledOn, exit, '发现设备', 'the finding');
      mustHaveCome(dismantledOn, given, exit);
      const isLate = state.stopped !== undefined && dismantledOn > state.stopped.due.rolledDue;
      const data = { ...dismantled, dismantledOn, correctionReason: reason };
      return [
        ...(isLate ? overdueUnsaid(state) : []),
        { type: 'MainEquipmentDismantled', data, correctionOf: dismantledBy },
      ];
    },

    DetermineExitNonCompletion: (command, state, given) => {
      const determination = contentOf(command);
      if (alreadySays(state.determined, determination)) return [];
      if (state.determined) throw once('determined', { zh: '认定未按期退出', en: 'determination of non-completion' });
      const due = state.stopped?.due;
      if (!state.found || !due || !isMissed(state, due, given.occurredAt)) throw notOverdue(due, given.occurredAt);
      mustNameLaw(determination.legalBasis, '3.2', dayOf(given.occurredAt));
      mustHaveCome(determination.notifiedOn, given, '3.2');
      mustNotPrecede(determination.notifiedOn, addDays(due.rolledDue, 1), '3.2', '拆除逾期', 'the delay');
      const { enterprise, model } = state.found;
      const rule = lawOn('credit/non-completion', dayOf(given.occurredAt));
      return [
        ...overdueUnsaid(state),
        {
          type: 'ExitNonCompletionDetermined',
          data: { enterprise, dueOn: due.rolledDue, equipment: model, ...determination },
          rules: [ruleRef(rule)],
        },
      ];
    },
  },

  evolve: {
    EliminatedEquipmentFound: (state, found, { occurredAt }) => ({ ...state, found, foundOn: dayOf(occurredAt) }),
    StopUseOrdered: (state, stopped) => ({ ...state, stopped }),
    EquipmentConfiscated: (state, confiscated) => ({ ...state, confiscated }),
    DismantlingOverdue: (state) => ({ ...state, isOverdue: true }),
    MainEquipmentDismantled: (state, dismantled, { id }) => ({ ...state, dismantled, dismantledBy: id }),
    ExitNonCompletionDetermined: (state, determined) => ({ ...state, determined }),
  },

  subject: ({ found }) => ({ uscc: found?.enterprise.uscc, siteId: found?.enterprise.siteId }),
};

const isDismantledBy = ({ dismantled }: Equipment, day: string): boolean =>
  dismantled !== undefined && dismantled.dismantledOn <= day;

// A dismantling in time that was posted late undoes nothing on record, but nothing more may be built on it.
const isMissed = (state: Equipment, { rolledDue }: Due, occurredAt: string): boolean =>
  !isDismantledBy(state, rolledDue) && (state.isOverdue || isOver(rolledDue, occurredAt));

/** That it is overdue, when nobody has said so yet: acts may come in before the timer does. */
const overdueUnsaid = ({ stopped, isOverdue }: Equipment): FactOf<Pick<Events, 'DismantlingOverdue'>>[] =>
  stopped && !isOverdue ? [{ type: 'DismantlingOverdue', data: { dueOn: stopped.due.rolledDue } }] : [];

const notOverdue = (due: Due | undefined, when: string): Refusal =>
  new Refusal(
    'energy/not-overdue',
    {
      zh: due ? `拆除期限至${due.rolledDue}，未逾期或已按期拆除` : '尚未责令停止使用并限期拆除',
      en: due
        ? `The time to dismantle ends on ${due.rolledDue}; it has not passed, or was kept`
        : 'Nobody has ordered to stop its use and dismantle it by a day',
    },
    {
      ...cite(lawOn('credit/non-completion', dayOf(when))),
      wayOut: {
        zh: '未按期退出以拆除期限逾期为前提',
        en: 'Non-completion is determined once the time to dismantle has passed',
      },
      facts: { dueOn: due?.rolledDue ?? null },
    },
  );

const notThere = (dismantled?: Events['MainEquipmentDismantled']): Refusal =>
  new Refusal(
    'energy/no-such-equipment',
    {
      zh: dismantled ? `该设备已于${dismantled.dismantledOn}拆除` : '该设备编号下没有淘汰设备记录',
      en: dismantled ? `It was dismantled on ${dismantled.dismantledOn}` : 'No eliminated equipment is on record here',
    },
    {
      clause,
      wayOut: { zh: '先记录发现的淘汰设备', en: 'Record first the equipment that was found' },
    },
  );

const notDismantled = (): Refusal =>
  new Refusal(
    'energy/not-dismantled',
    { zh: '没有拆除记录可更正', en: 'There is no dismantling on record that could be corrected' },
    {
      clause: exit,
      wayOut: { zh: '先记录拆除（record-dismantling）', en: 'Record the dismantling first (record-dismantling)' },
    },
  );

const once = (what: string, act: Bilingual): Refusal =>
  new Refusal(
    `energy/already-${what}`,
    { zh: `该设备已有“${act.zh}”的不同记录`, en: `Another ${act.en} is on record` },
    {
      clause: what === 'dismantled' ? exit : clause,
      wayOut: { zh: '另一台设备使用新的设备编号', en: 'Other equipment takes an id of its own' },
    },
  );
