import { restrictionFields } from '#codes';
import { dayOf, ruleOn, ruleRef, ruleText } from '#law';
import { mustBeCollected, mustBePublished, mustBeToldAndHeard, mustHaveGround, refuse } from './refusals.js';
import { basisOf, NEEDS_BASIS } from './restriction-basis.js';
import { opened, type CreditFact, type Events, type OpenCredit, type Restriction, type Rules } from './record.state.js';

type Field = Events['CreditRestrictionApplied']['field'];
type Why = Events['CreditRestrictionLifted']['reason'];

/** Words of the lists that only a law, a regulation or central policy can create; a plan and this record cannot. */
const LISTING = /严重(?:违法)?失信|失信(?:主体|被执行人|惩戒对象)?名单|黑名单|blacklist|serious(?:ly)?[- ]dishonest/i;

/** One small machine for each of the nine fields: proposed, applied on a basis or shared only, lifted. 三(二). */
export const restricting = {
  ProposeRestriction: ({ field, measure }, state) => {
    const record = opened(state);
    const earlier = record.restrictions[field];
    if (earlier && earlier.status !== 'lifted') {
      if (earlier.measure === measure) return [];
      refuse(
        'restriction-exists',
        [
          `${restrictionFields[field].zh}领域已有约束：${earlier.measure}`,
          `There is one in this field: ${earlier.measure}`,
        ],
        ['先解除原约束', 'Lift that one first: LiftRestriction'],
        { facts: { field, status: earlier.status } },
      );
    }
    mustHaveGround(record);
    mustBeToldAndHeard(record);
    if (LISTING.test(measure))
      refuse(
        'no-serious-list',
        ['本记录不得用于列入严重失信主体名单', 'A credit record is no entry in a list of serious dishonesty'],
        [
          '名单只能由有法定权限的机关依法认定',
          'Only the authority that a law or central policy names can make such an entry',
        ],
        { rule: ruleText(ruleOn('credit/non-completion', record.content.decidedOn)), facts: { field, measure } },
      );
    return [{ type: 'CreditRestrictionProposed', data: { field, measure } }];
  },

  ApplyRestriction: ({ field, legalBasis, from, to }, state) => {
    const record = opened(state);
    const restriction = record.restrictions[field];
    if (restriction?.status === 'applied') {
      if (restriction.from === from && restriction.to === to) return [];
      alreadyApplied(field, restriction);
    }
    if (!restriction || restriction.status === 'lifted')
      return refuse(
        'restriction-not-proposed',
        [`${restrictionFields[field].zh}领域尚未提出约束`, 'No restriction was proposed in this field'],
        ['先提出约束', 'Propose it first: ProposeRestriction'],
        { facts: { field } },
      );
    mustHaveGround(record);
    mustBeCollected(record);
    const basis = basisOf(record, field, from, legalBasis);
    const { measure, status } = restriction;
    if (!basis)
      return status === 'shared'
        ? []
        : [
            {
              type: 'CreditInfoSharedOnly',
              data: { field, measure },
              rules: [ruleRef(ruleOn(NEEDS_BASIS, record.content.decidedOn))],
            },
          ];
    // What is shared needs no display; what binds does: whoever is restricted can read why.
    mustBePublished(record);
    if (to !== undefined && to < from)
      refuse(
        'restriction-ends-before-it-begins',
        [`止期${to}早于起期${from}`, `It would end on ${to}, before it begins on ${from}`],
        ['核对起止日期', 'Check both days'],
        { facts: { from, to } },
      );
    const data = { field, measure, legalBasis: basis.says, from, ...(to === undefined ? {} : { to }) };
    return [{ type: 'CreditRestrictionApplied', data, rules: basis.rows.map(ruleRef) }];
  },

  LiftRestriction: ({ field, reason }, state, { occurredAt }) => {
    const record = opened(state);
    const restriction = record.restrictions[field];
    if (restriction?.status === 'lifted') return [];
    if (restriction?.status !== 'applied')
      return refuse(
        'not-restricted',
        [`${restrictionFields[field].zh}领域没有实施中的约束`, 'No restriction is in force in this field'],
        ['无需解除', 'There is nothing to lift'],
        { facts: { field } },
      );
    if (!grounds[reason](record, restriction, dayOf(occurredAt)))
      refuse(
        'no-ground-to-lift',
        ['解除原因尚未发生', 'That ground to lift it has not come about'],
        ['先登记届满、修复、撤销或退出', 'First let it run out, or record the repair, the annulment or the exit'],
        { facts: { field, reason, to: restriction.to } },
      );
    return [{ type: 'CreditRestrictionLifted', data: { field, reason } }];
  },
} satisfies Partial<Rules>;

const isStoppedEverywhere = ({ shown }: OpenCredit): boolean =>
  Object.values(shown).every(({ isStopped }) => isStopped);

const grounds: Readonly<Record<Why, (record: OpenCredit, restriction: Restriction, today: string) => boolean>> = {
  EXPIRY: (record, { to }, today) => (to === undefined ? isStoppedEverywhere(record) : today > to),
  REPAIR: ({ repairs }) => repairs.some(({ decision }) => decision?.decision === 'APPROVED'),
  ANNULMENT: ({ annulment }) => annulment !== undefined,
  EXIT_COMPLETED: ({ exitedOn }) => exitedOn !== undefined,
};

/** Lifts what is in force, in the order of the fields, for a reason that has come about. */
export const liftAll = (
  { restrictions }: OpenCredit,
  reason: Why,
  which: (restriction: Restriction) => boolean = () => true,
): readonly CreditFact[] =>
  (Object.keys(restrictionFields) as Field[])
    .filter((field) => restrictions[field]?.status === 'applied' && which(restrictions[field]))
    .map((field) => ({ type: 'CreditRestrictionLifted', data: { field, reason } }));

const alreadyApplied = (field: Field, { from, to }: Restriction): never =>
  refuse(
    'restriction-applied',
    [`${restrictionFields[field].zh}领域的约束已自${from}起实施`, `The restriction is in force since ${from}`],
    ['需变更的，先解除再提出', 'To change it, lift it and propose another'],
    { facts: { field, from, to } },
  );
