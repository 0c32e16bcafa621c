import type { government } from '#contracts';
import { alreadySays, contentOf, type Decider, type Refusal } from '#decider';
import { dayOf, isOver, ruleRef } from '#law';
import { basis, dueWhenAsked, hasPassed } from './calendar.js';
import { cite, isRepeated, lawOn, mustHaveCome, mustHaveId, mustNotPrecede, refusal } from './law.js';

type Events = government.Events<'countyPlan'>;
type Draft = Events['CountyPlanDrafted'];

interface CountyPlan {
  readonly required?: Events['CountyPlanRequired'];
  readonly overdue?: true;
  readonly drafted?: Draft;
  /** What became of the last draft. */
  readonly returned?: Events['CountyPlanReturned'];
  readonly approved?: Events['CountyPlanApproved'];
  readonly approvedOn?: string;
  readonly filed?: Events['CountyPlanFiled'];
}

const clause = '3.1';
/** The plan wants these in every county's; a county may add others (三(一)). */
const keyIndustries = ['钢铁', '水泥'];
const DAY_MS = 86_400_000;

const idOf = ({ year, county }: { readonly year: number; readonly county: string }) => `${year}-${county}`;

/** A county's plan of the year: drafted, agreed to by its own government, and only then filed with the city (三(一)). */
export const countyPlan: Decider<CountyPlan, government.Commands<'countyPlan'>, Events> = {
  name: 'government.countyPlan',
  initial: {},

  decide: {
    RequireCountyPlan: (command, { required, filed }, { id, occurredAt }) => {
      mustHaveId('county-plan', id, idOf(command), clause);
      const { due, rules } = dueWhenAsked(command, 'plan/county-plan', occurredAt);
      const data = { year: command.year, county: command.county, due };
      if (filed || alreadySays(required, data)) return [];
      return [{ type: 'CountyPlanRequired', data, rules }];
    },

    DraftCountyPlan: (command, state, { id, occurredAt }) => {
      const draft = contentOf(command);
      const { drafted, returned, approved } = state;
      const isSame = alreadySays(drafted, draft);
      if (isSame && !returned) return [];
      mustHaveId('county-plan', id, idOf(draft), clause);
      if (approved) throw agreed(approved);
      const rule = lawOn('plan/county-plan-parts', dayOf(occurredAt));
      if (isSame)
        throw refusal(
          'draft-unchanged',
          { zh: '退回后的拟稿未作修改', en: 'The draft is the one that was returned' },
          {
            ...cite(rule),
            wayOut: { zh: `按退回意见修改：${returned?.reason}`, en: 'Change what it was returned for' },
          },
        );
      mustCoverKeyIndustries(draft, cite(rule));
      mustHappenWithinTheYear(draft, cite(rule));
      return [{ type: 'CountyPlanDrafted', data: draft, rules: [ruleRef(rule)] }];
    },

    ReturnCountyPlan: ({ reason }, { drafted, returned, approved }) => {
      if (alreadySays(returned, { reason })) return [];
      if (approved) throw agreed(approved);
      const { county } = mustLieBefore(drafted, returned);
      return [{ type: 'CountyPlanReturned', data: { county, reason } }];
    },

    ApproveCountyPlan: (command, { drafted, returned, approved }, { occurredAt }) => {
      const { governmentDocumentNumber } = command;
      if (alreadySays(approved, { governmentDocumentNumber })) return [];
      if (approved) throw agreed(approved);
      const { county } = mustLieBefore(drafted, returned);
      const rules = [ruleRef(lawOn('plan/county-plan-parts', dayOf(occurredAt)))];
      return [{ type: 'CountyPlanApproved', data: { county, governmentDocumentNumber }, rules }];
    },

    FileCountyPlan: ({ receivedOn }, state, given) => {
      const { drafted, approved, approvedOn, filed, required, overdue } = state;
      if (isRepeated(filed, { receivedOn }, { zh: '抄送', en: 'filing', clause })) return [];
      if (!drafted || !approved || approvedOn === undefined)
        throw refusal(
          'county-plan-not-agreed',
          { zh: '计划未经本级人民政府同意，不能抄送', en: 'The county’s own government has not agreed to the plan' },
          {
            ...cite(lawOn('plan/county-plan-parts', dayOf(given.occurredAt))),
            wayOut: { zh: '先报经本级人民政府同意', en: 'First have the same-level government agree to it' },
          },
        );
      mustHaveCome(receivedOn, given, clause);
      mustNotPrecede(receivedOn, approvedOn, clause, '本级政府同意', 'the government’s consent');
      const { year, county } = drafted;
      const daysLate = required ? daysAfter(required.due.rolledDue, receivedOn) : 0;
      const late: { type: 'CountyPlanOverdue'; data: Events['CountyPlanOverdue'] }[] =
        required && daysLate > 0 && !overdue
          ? [{ type: 'CountyPlanOverdue', data: { county, dueOn: required.due.rolledDue } }]
          : [];
      const rules = basis('plan/county-plan', year, given.occurredAt);
      return [...late, { type: 'CountyPlanFiled', data: { year, county, receivedOn, daysLate }, rules }];
    },

    PassCountyPlanDeadline: ({ dueOn }, { required, filed, overdue }, { now }) => {
      const waiting = { required, isDone: filed !== undefined, isSaidOverdue: overdue === true };
      if (!hasPassed(dueOn, waiting, now, clause) || !required) return [];
      return [{ type: 'CountyPlanOverdue', data: { county: required.county, dueOn } }];
    },
  },

  evolve: {
    CountyPlanRequired: (state, required) => ({ ...state, required }),
    CountyPlanDrafted: (state, drafted) => ({ ...state, drafted, returned: undefined }),
    CountyPlanReturned: (state, returned) => ({ ...state, returned }),
    CountyPlanApproved: (state, approved, { occurredAt }) => ({ ...state, approved, approvedOn: dayOf(occurredAt) }),
    CountyPlanFiled: (state, filed) => ({ ...state, filed }),
    CountyPlanOverdue: (state) => ({ ...state, overdue: true }),
  },
};

const daysAfter = (due: string, day: string): number =>
  isOver(due, `${day}T12:00:00+08:00`) ? (Date.parse(day) - Date.parse(due)) / DAY_MS : 0;

function mustLieBefore(drafted: Draft | undefined, returned: Events['CountyPlanReturned'] | undefined): Draft {
  if (drafted && !returned) return drafted;
  throw refusal(
    'no-draft',
    returned
      ? { zh: '拟稿已退回，尚未重新报送', en: 'The draft was returned and not drafted anew' }
      : { zh: '尚未拟订计划', en: 'No plan was drafted' },
    { clause, wayOut: { zh: '由县（区）工业和信息化局报送拟稿', en: 'The county’s bureau drafts it' } },
  );
}

const agreed = ({ governmentDocumentNumber }: Events['CountyPlanApproved']): Refusal =>
  refusal(
    'county-plan-agreed',
    {
      zh: `计划已经本级政府同意（${governmentDocumentNumber}）`,
      en: `The county's government has agreed to the plan (${governmentDocumentNumber})`,
    },
    { clause, wayOut: { zh: '每年一份计划；可抄送市局', en: 'A county has one plan a year; file it with the city' } },
  );

function mustCoverKeyIndustries({ industries }: Draft, grounds: object): void {
  const missing = keyIndustries.filter((industry) => !industries.includes(industry));
  if (missing.length === 0) return;
  throw refusal(
    'key-industry-missing',
    { zh: `计划未包括${missing.join('、')}`, en: `The plan leaves out ${missing.join(', ')}` },
    {
      ...grounds,
      wayOut: {
        zh: `以${keyIndustries.join('、')}等行业为重点，可以扩大行业范围`,
        en: `${keyIndustries.join(' and ')} are in every county's plan; others may be added`,
      },
      facts: { missing },
    },
  );
}

function mustHappenWithinTheYear({ year, tasks }: Draft, grounds: object): void {
  const outside = tasks.find(({ node }) => !node.startsWith(`${year}-`));
  if (!outside) return;
  throw refusal(
    'node-outside-the-year',
    {
      zh: `任务“${outside.what}”的时间节点${outside.node}不在${year}年内`,
      en: `The node ${outside.node} of "${outside.what}" is not in ${year}`,
    },
    {
      ...grounds,
      wayOut: { zh: `时间节点应在${year}年内`, en: `Every node is a day of ${year}` },
      facts: { node: outside.node, year },
    },
  );
}
