import type { hotline } from '#contracts';
import { alreadySays, contentOf, streamOf } from '#decider';
import { dayOf, isOver, ruleRef } from '#law';
import { cite, dueAfter, enoughOfficers, lawOn, refusal } from './law.js';
import { mustTellNobody } from './sealed-words.js';
import { isAnonymous, outOfPhase, type TipDecider } from './tip.state.js';

const clause = '4.3';

/** Stream of the record that a tip led to. */
export const outcomeStream = ({ department, record, recordId }: hotline.TipOutcome): string =>
  streamOf(department, record, recordId);

/** A tip in the hands of its department: extended once, verified on site (四(三)). */
export const checked: Pick<TipDecider['decide'], 'ExtendTip' | 'VerifyTip'> = {
  ExtendTip: (command, state, { occurredAt, actor }) => {
    const { reason } = contentOf(command);
    if (alreadySays(state.said.TipExtended, { reason })) return [];
    mustTellNobody(command, occurredAt);
    const rule = lawOn('hotline/extension', dayOf(occurredAt));
    if (state.isExtended)
      throw refusal(
        'extended-before',
        { zh: '办理期限只能延长一次', en: 'The period is extended once' },
        {
          ...cite(rule),
          wayOut: { zh: '在现有期限内核实', en: 'Verify the tip by the day in force' },
          facts: { dueOn: state.due?.rolledDue },
        },
      );
    if (state.phase !== 'accepted' || !state.due)
      throw outOfPhase(
        state,
        { zh: '延期', en: 'extended' },
        { zh: '办理中、届满前可延期一次', en: 'It is extended once, while it is dealt with' },
      );
    if (isOver(state.due.rolledDue, occurredAt))
      throw refusal(
        'extension-too-late',
        { zh: `办理期限${state.due.rolledDue}已届满`, en: `The period ended on ${state.due.rolledDue}` },
        {
          ...cite(rule),
          wayOut: {
            zh: '届满前申请；逾期的尽快核实',
            en: 'Extend before it ends; what is overdue is verified at once',
          },
          facts: { dueOn: state.due.rolledDue },
        },
      );
    if (!actor.approver)
      throw refusal(
        'extension-not-approved',
        { zh: '延期须经批准', en: 'An extension is approved by somebody' },
        { ...cite(rule), wayOut: { zh: '在 approver 中写明批准人', en: 'Name who approved it in `approver`' } },
      );
    // Counted from the nominal day: a holiday that moved it never adds to the total.
    return [
      { type: 'TipExtended', data: { reason, due: dueAfter(rule, state.due.nominalDue) }, rules: [ruleRef(rule)] },
    ];
  },

  VerifyTip: (command, state, given) => {
    const { occurredAt, consulted } = given;
    const verification = contentOf(command);
    if (alreadySays<object>(state.said.TipVerified, { outcome: undefined, ...verification })) return [];
    mustTellNobody(verification, occurredAt);
    if (state.phase !== 'accepted')
      throw outOfPhase(
        state,
        { zh: '核实', en: 'verified' },
        { zh: '承办后现场核实，一件核实一次', en: 'It is verified once, after it was accepted' },
      );
    const officers = enoughOfficers(given, clause);
    const { substantiated, outcome } = verification;
    if (substantiated !== (outcome !== undefined))
      throw refusal(
        substantiated ? 'outcome-missing' : 'outcome-without-substance',
        substantiated
          ? { zh: '属实的，应写明已立案件或者回头看', en: 'What is so led to a case or a look-back' }
          : { zh: '不属实的，没有由此立案', en: 'What is not so led to no case' },
        {
          clause,
          wayOut: substantiated
            ? {
                zh: '由承办部门按日常监管立案后，在 outcome 中写明',
                en: 'The department opens it as its ordinary supervision; name it in `outcome`',
              }
            : { zh: '不填 outcome', en: 'Leave out `outcome`' },
        },
      );
    if (outcome && consulted(outcomeStream(outcome)).length === 0)
      throw refusal(
        'no-such-record',
        { zh: `台账中没有${outcomeStream(outcome)}`, en: `There is no record ${outcomeStream(outcome)} in the ledger` },
        {
          clause,
          wayOut: { zh: '先由承办部门登记，再记录核实', en: 'Let the department record it first' },
          facts: { ...outcome },
        },
      );
    const today = dayOf(occurredAt);
    const reply = lawOn('hotline/reply', today);
    return [
      {
        type: 'TipVerified',
        data: { ...verification, ...(isAnonymous(state) ? {} : { due: dueAfter(reply, today) }) },
        rules: isAnonymous(state) ? [officers] : [officers, ruleRef(reply)],
      },
    ];
  },
};
