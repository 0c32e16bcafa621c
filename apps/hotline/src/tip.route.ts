import { alreadySays, contentOf } from '#decider';
import { dayOf, isOver, ruleRef, ruleText } from '#law';
import { cite, dueAfter, lawOn, refusal } from './law.js';
import { mustTellNobody } from './sealed-words.js';
import { lastDayOf, outOfPhase, type TipDecider } from './tip.state.js';

const clause = '4.3';
/** A UUID of version 4: an id that counts, or that is made from a time or a telephone number, would tell something. */
const RANDOM = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A tip on its way to the department whose duty it is (四(三)). */
export const routed: Pick<
  TipDecider['decide'],
  'RegisterTip' | 'DispatchTip' | 'ReturnTip' | 'AcceptTip' | 'PassTipDeadline'
> = {
  RegisterTip: (command, { said }, { id, occurredAt }) => {
    const told = contentOf(command);
    if (alreadySays<object>(said.TipReceived, { contactRef: undefined, ...told })) return [];
    mustTellNobody(told, occurredAt);
    if (!RANDOM.test(id))
      throw refusal(
        'tip-id-not-random',
        { zh: '举报编号应为随机UUID（第4版）', en: 'The id of a tip is a random UUID (version 4)' },
        {
          ...cite(lawOn('hotline/identity', dayOf(occurredAt)), clause),
          wayOut: {
            zh: '编号不得含序号、日期、电话等信息；请用随机生成的UUID',
            en: 'Let it tell nothing, neither an order nor a day nor a number: make a random UUID',
          },
        },
      );
    if (said.TipReceived)
      throw refusal(
        'tip-registered',
        { zh: '该举报已登记，内容不同', en: 'The tip was registered with other words' },
        { clause, wayOut: { zh: '另一举报使用新的编号', en: 'Another tip takes an id of its own' } },
      );
    const rule = lawOn('hotline/dispatch', dayOf(occurredAt));
    return [
      {
        type: 'TipReceived',
        data: { ...told, dispatchBy: dayOf(occurredAt), rule: ruleText(rule) },
        rules: [ruleRef(rule)],
      },
    ];
  },

  DispatchTip: (command, state, { occurredAt }) => {
    const { phase, said } = state;
    const sent = contentOf(command);
    if (phase === 'dispatched' && alreadySays<object>(said.TipDispatched, { note: undefined, ...sent })) return [];
    mustTellNobody(sent, occurredAt);
    if (phase !== 'received' && phase !== 'returned')
      throw outOfPhase(
        state,
        { zh: '转办', en: 'dispatched' },
        { zh: '先登记；转错部门的由该部门退回后重新转办', en: 'Register it first; one sent wrongly is returned first' },
      );
    if (phase === 'returned' && said.TipReturned?.handler === sent.handler)
      throw refusal(
        'dispatched-to-who-returned-it',
        { zh: '该部门刚退回此件', en: 'That department has just returned it' },
        {
          clause,
          wayOut: { zh: '转至职责所在的其他部门', en: 'Send it to the department whose duty it is' },
          facts: { handler: sent.handler },
        },
      );
    const today = dayOf(occurredAt);
    const handling = lawOn('hotline/handling', today);
    const returning = lawOn('hotline/return', today);
    return [
      {
        type: 'TipDispatched',
        data: { ...sent, returnDue: dueAfter(returning, today), due: dueAfter(handling, today) },
        rules: [ruleRef(handling), ruleRef(returning)],
      },
    ];
  },

  ReturnTip: (command, state, { occurredAt }) => {
    const { phase, said, handler } = state;
    const { reason } = contentOf(command);
    if (phase === 'returned' && alreadySays(said.TipReturned, { reason })) return [];
    mustTellNobody(command, occurredAt);
    if (phase !== 'dispatched')
      throw outOfPhase(
        state,
        { zh: '退回', en: 'returned' },
        { zh: '转办后、承办前可以退回', en: 'It may go back after it was dispatched and before it is accepted' },
      );
    const { returnDue } = said.TipDispatched!;
    const rule = lawOn('hotline/return', dayOf(occurredAt));
    if (isOver(returnDue.rolledDue, occurredAt))
      throw refusal(
        'return-too-late',
        {
          zh: `退回期限${returnDue.rolledDue}已过（本系统默认期限）`,
          en: `It could go back until ${returnDue.rolledDue} (a default of this system)`,
        },
        {
          ...cite(rule),
          wayOut: {
            zh: '承办，并在办理中会商职责所在部门',
            en: 'Accept it, and consult the department whose duty it is',
          },
          facts: { returnBy: returnDue.rolledDue },
        },
      );
    const dispatch = lawOn('hotline/dispatch', dayOf(occurredAt));
    return [
      {
        type: 'TipReturned',
        data: { handler: handler!, reason, dispatchBy: dayOf(occurredAt), rule: ruleText(dispatch) },
        rules: [ruleRef(rule)],
      },
    ];
  },

  AcceptTip: (command, state, { occurredAt }) => {
    const { phase, said, handler } = state;
    const { office } = contentOf(command);
    if (phase !== 'dispatched' && alreadySays(said.TipAccepted, { office })) return [];
    mustTellNobody(command, occurredAt);
    if (phase !== 'dispatched')
      throw outOfPhase(
        state,
        { zh: '承办', en: 'accepted' },
        { zh: '转办后由承办部门接收', en: 'It is accepted by the department that it was sent to' },
      );
    return [{ type: 'TipAccepted', data: { handler: handler!, office } }];
  },

  // Timers answer with nothing where there is nothing to say: a refusal would be shown, and shows an id.
  PassTipDeadline: (command, state, { occurredAt }) => {
    const { stage, dueOn } = contentOf(command);
    if (lastDayOf(state, stage) !== dueOn || state.overdue.includes(stage) || !isOver(dueOn, occurredAt)) return [];
    return [{ type: 'TipOverdue', data: { stage, dueOn } }];
  },
};
