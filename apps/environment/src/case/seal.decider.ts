import { alreadySays, contentOf } from '#decider';
import { dayOf, isOver, ruleRef } from '#law';
import {
  cite,
  dueAfter,
  enoughOfficers,
  isRepeated,
  lawOn,
  mustHaveCome,
  mustNameLaw,
  mustNotPrecede,
  refusal,
} from '../law.js';
import { clause, openCase, type CaseDecider, type EnvCase, type Seal } from './state.js';

type Sealing =
  'SealProperty' | 'ApproveUrgentSeal' | 'ExtendSeal' | 'RecordSealAppraisal' | 'LiftSeal' | 'PassSealPeriod';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** 查封: coercion for thirty days, once thirty more, by the rules of the Administrative Coercion Law (2.2.3). */
export const seal: Pick<CaseDecider['decide'], Sealing> = {
  SealProperty: (command, state, given) => {
    const { isWitnessed, ...decision } = contentOf(command);
    const what = { zh: `查封${decision.sealId}`, en: `seal ${decision.sealId}`, clause };
    if (isRepeated<object>(state.seals[decision.sealId]?.sealed, decision, what)) return [];
    const { enterprise } = openCase(state);
    const day = decision.sealedOn;
    mustNotPrecede(day, state.foundOn ?? day, clause, '认定违法行为', 'the finding');
    mustHaveCome(day, given, clause);
    mustNameLaw(decision.legalBasis, clause, day);
    const officers = enoughOfficers(given, clause);
    const procedure = lawOn('coercion/seal-procedure', day);
    if (!isWitnessed || (!decision.isUrgent && !given.actor.approver))
      throw refusal(
        'seal-procedure',
        isWitnessed
          ? { zh: '查封前须报负责人批准', en: 'A seal is approved before it is set' }
          : { zh: '查封时当事人或者见证人应当到场', en: 'The party or a witness is there when a seal is set' },
        {
          ...cite(procedure, clause),
          wayOut: {
            zh: '填写 approver；情况紧急当场实施的注明 isUrgent，二十四小时内补办批准；邀请见证人到场',
            en: 'Name the `approver`, or say `isUrgent` and have it approved within 24 hours; call a witness',
          },
        },
      );
    const rule = lawOn('coercion/seal', day);
    const data = { enterprise, ...decision, due: dueAfter(rule, day) };
    const rules = [ruleRef(rule), ruleRef(procedure), ruleRef(lawOn('environment/seal-basis', day)), officers];
    return [{ type: 'PropertySealedCoercively', data, rules }];
  },

  ApproveUrgentSeal: (command, state, given) => {
    const { sealId, approvedAt } = contentOf(command);
    const known = state.seals[sealId];
    if (alreadySays(known?.approved, { approvedAt })) return [];
    const { sealed, sealedAt, approved } = openSeal(state, sealId);
    if (!sealed.isUrgent || approved)
      throw refusal(
        'nothing-to-approve',
        { zh: '该查封已经批准', en: 'The seal was approved already' },
        {
          clause,
          wayOut: { zh: '只有情况紧急当场实施的查封需要补办', en: 'Only an urgent seal is approved afterwards' },
        },
      );
    mustNotPrecede(dayOf(approvedAt), sealed.sealedOn, clause, '查封', 'the seal');
    mustHaveCome(dayOf(approvedAt), given, clause);
    const rule = lawOn('coercion/urgent-approval', sealed.sealedOn);
    const isLate = Date.parse(approvedAt) - Date.parse(sealedAt) > rule.amount * HOUR_MS;
    return [{ type: 'UrgentSealApproved', data: { sealId, approvedAt, isLate }, rules: [ruleRef(rule)] }];
  },

  ExtendSeal: (command, state, { occurredAt }) => {
    const { sealId, days, reason } = contentOf(command);
    const known = state.seals[sealId]?.extended;
    if (known?.due.length === days && alreadySays(known, { sealId, reason })) return [];
    const { due, extended } = openSeal(state, sealId);
    const rule = lawOn('coercion/seal-extension', dayOf(occurredAt));
    if (extended || days > rule.length || isOver(due.nominalDue, occurredAt))
      throw refusal(
        'seal-not-extended',
        extended
          ? { zh: '查封期限只能延长一次', en: 'A seal is lengthened once' }
          : days > rule.length
            ? {
                zh: `延长最多${rule.length}日，不能为${days}日`,
                en: `A seal is lengthened by at most ${rule.length} days, not ${days}`,
              }
            : {
                zh: `查封期限已于${due.nominalDue}届满，应当解除`,
                en: `The seal ended on ${due.nominalDue} and must be lifted`,
              },
        {
          ...cite(rule, clause),
          wayOut: { zh: '期限内延长一次；届满的解除查封', en: 'Lengthen it once, before it ends; else lift it' },
          facts: { days, atMost: rule.length, endsOn: due.nominalDue },
        },
      );
    const longer = dueAfter({ ...rule, length: days }, due.nominalDue);
    return [{ type: 'SealExtended', data: { sealId, reason, due: longer }, rules: [ruleRef(rule)] }];
  },

  RecordSealAppraisal: (command, state, given) => {
    const appraisal = contentOf(command);
    const { sealId, fromOn, toOn } = appraisal;
    if (state.seals[sealId]?.appraisals.some((one) => alreadySays(one, appraisal))) return [];
    const { due, sealed, appraisals } = openSeal(state, sealId);
    const overlaps = appraisals.some((one) => fromOn <= one.toOn && one.fromOn <= toOn);
    if (fromOn > toOn || fromOn < sealed.sealedOn || fromOn > due.nominalDue || overlaps)
      throw refusal(
        'appraisal-period',
        {
          zh: '检测、鉴定期间应在查封期限内，先后有序，不重叠',
          en: 'An appraisal lies within the seal, in order, and overlaps no other',
        },
        {
          clause,
          wayOut: { zh: '更正 fromOn 与 toOn', en: 'Correct `fromOn` and `toOn`' },
          facts: { sealedOn: sealed.sealedOn, endsOn: due.nominalDue },
        },
      );
    mustHaveCome(toOn, given, clause);
    const rule = lawOn('coercion/seal', sealed.sealedOn);
    const length = (Date.parse(toOn) - Date.parse(fromOn)) / DAY_MS + 1;
    const data = { ...appraisal, due: dueAfter({ ...rule, length }, due.nominalDue) };
    return [{ type: 'SealAppraisalRecorded', data, rules: [ruleRef(rule)] }];
  },

  LiftSeal: (command, state, given) => {
    const lift = contentOf(command);
    if (alreadySays(state.seals[lift.sealId]?.lifted, lift)) return [];
    const { sealed } = openSeal(state, lift.sealId);
    mustNotPrecede(lift.liftedOn, sealed.sealedOn, clause, '查封', 'the seal');
    mustHaveCome(lift.liftedOn, given, clause);
    return [{ type: 'PropertySealLifted', data: lift, rules: [enoughOfficers(given, clause)] }];
  },

  PassSealPeriod: ({ sealId, dueOn }, state, { now }) => {
    const known = state.seals[sealId];
    if (!known || known.lifted || known.hasExpired || known.due.nominalDue !== dueOn) return [];
    if (!isOver(dueOn, now))
      throw refusal(
        'period-still-runs',
        { zh: `查封期限至${dueOn}24时届满，尚未届满`, en: `The seal runs until 24:00 of ${dueOn}` },
        { clause, wayOut: { zh: '届满后再记录', en: 'Record it when the day is over' }, facts: { dueOn, now } },
      );
    return [{ type: 'SealPeriodExpired', data: { sealId, dueOn } }];
  },
};

function openSeal({ seals }: EnvCase, sealId: string): Seal {
  const seal = seals[sealId];
  if (seal && !seal.lifted) return seal;
  throw refusal(
    'no-such-seal',
    seal
      ? {
          zh: `查封${sealId}已于${seal.lifted?.liftedOn}解除`,
          en: `Seal ${sealId} was lifted on ${seal.lifted?.liftedOn}`,
        }
      : { zh: `本案没有查封“${sealId}”`, en: `The case has no seal ${sealId}` },
    { clause, wayOut: { zh: '核对查封编号', en: 'Check the number of the seal' }, facts: { sealId } },
  );
}
