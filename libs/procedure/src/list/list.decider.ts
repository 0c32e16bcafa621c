import type { procedure } from '#contracts';
import { alreadySays, contentOf, namespaceOf, type Decider, type Fact, type Refusal, type RuleRef } from '#decider';
import { dayOf, ruleRef, type RuleId } from '#law';
import { cite, lawOf, type DepartmentLaw } from '../department-law.js';

type Entry = procedure.ListEntry;
type Issue = procedure.PublishedList;
type Commands = procedure.Commands<'list'>;
type Kept = procedure.Events<'list'>;

interface List {
  /** Every entry there ever was, by case; `until` is the day it was taken off. */
  readonly entries: ReadonlyMap<string, Entry & { readonly until?: string }>;
  readonly lastIssue?: Issue;
}

/** A list that a department keeps: what a published issue of it is called, the row that wants it, and its name. */
interface KeptList<Type extends string> {
  readonly type: Type;
  readonly rule: RuleId;
  readonly zh: string;
}

/** The lists of a department, by their ids. */
export type Lists<Type extends string = string> = Readonly<Record<string, KeptList<Type>>>;

/** The two lists of every bureau that orders to rectify (四(五)). */
export const cardLists = {
  'yellow-card': { type: 'YellowListPublished', rule: 'lists/yellow-card', zh: '黄牌' },
  'red-card': { type: 'RedListPublished', rule: 'lists/red-card', zh: '红牌' },
} as const satisfies Lists;

/** The two lists of the ecology and environment bureau (四(五)). */
export const exceedanceLists = {
  exceedance: { type: 'ExceedanceListPublished', rule: 'lists/exceedance', zh: '超标排放企业' },
  'serious-exceedance': {
    type: 'SeriousExceedanceListPublished',
    rule: 'lists/serious-exceedance',
    zh: '超标排放情节严重企业',
  },
} as const satisfies Lists;

type Published<Type extends string> = { readonly [Name in Type]: Issue };

const clause = '4.5';

/** A published list: entered and left by the ledger itself, issued in numbered, frozen issues (4.5, 2.1.1). */
export function listProcedure<Type extends string>(
  department: string,
  lists: Lists<Type>,
): Decider<List, Commands, Kept & Published<Type>> {
  const law = lawOf(department);

  function listOf(id: string): KeptList<Type> {
    if (Object.hasOwn(lists, id)) return lists[id]!;
    throw law.refusal(
      'unknown-list',
      { zh: `没有名单“${id}”`, en: `There is no list ${id}` },
      {
        clause,
        wayOut: {
          zh: `名单有：${Object.entries(lists)
            .map(([name, { zh }]) => `${name}（${zh}）`)
            .join('、')}`,
          en: `The lists are ${Object.keys(lists).join(', ')}`,
        },
        facts: { listId: id },
      },
    );
  }

  const decide: Decider<List, Commands, Kept>['decide'] = {
    ListEnterprise: (command, { entries }, { id }) => {
      listOf(id);
      const { entry } = contentOf(command);
      const standing = entries.get(entry.caseId);
      if (standing?.until === undefined && alreadySays<object>(standing, { dueOn: undefined, ...entry })) return [];
      return [{ type: 'EnterpriseListed', data: { entry } }];
    },

    ProlongListEntry: (command, { entries }, { id }) => {
      listOf(id);
      const { caseId, dueOn } = contentOf(command);
      const standing = entries.get(caseId);
      return !standing || standing.until !== undefined || standing.dueOn === dueOn
        ? []
        : [{ type: 'ListEntryProlonged', data: { caseId, dueOn } }];
    },

    DelistEnterprise: (command, { entries }, { id }) => {
      listOf(id);
      const leaving = contentOf(command);
      const standing = entries.get(leaving.caseId);
      return !standing || standing.until !== undefined ? [] : [{ type: 'EnterpriseDelisted', data: leaving }];
    },

    PublishList: (command, { entries, lastIssue }, { id, occurredAt }) => {
      const { type, rule } = listOf(id);
      const asOf = dayOf(occurredAt);
      const { url } = contentOf(command);
      const issue = { asOf, entries: standingOn(asOf, entries), ...(url === undefined ? {} : { url }) };
      if (alreadySays<object>(lastIssue, { url: undefined, ...issue })) return [];
      if (lastIssue && asOf < lastIssue.asOf) throw olderThan(law, lastIssue, asOf);
      const rules: RuleRef[] = [ruleRef(law.lawOn(rule, asOf))];
      const published: Fact<string, Issue> = {
        type,
        data: { issueNumber: (lastIssue?.issueNumber ?? 0) + 1, ...issue },
        rules,
      };
      return [published as never];
    },
  };

  const issued = Object.fromEntries(
    Object.values(lists).map(({ type }) => [type, (state: List, lastIssue: Issue): List => ({ ...state, lastIssue })]),
  ) as unknown as Decider<List, Commands, Published<Type>>['evolve'];

  const evolve: Decider<List, Commands, Kept>['evolve'] = {
    EnterpriseListed: (state, { entry }) => withEntry(state, entry),
    ListEntryProlonged: (state, { caseId, dueOn }) => {
      const entry = state.entries.get(caseId);
      return entry ? withEntry(state, { ...entry, dueOn }) : state;
    },
    EnterpriseDelisted: (state, { caseId }, { occurredAt }) => {
      const entry = state.entries.get(caseId);
      return entry ? withEntry(state, { ...entry, until: dayOf(occurredAt) }) : state;
    },
  };

  return {
    name: `${namespaceOf(department)}.list`,
    initial: { entries: new Map() },
    decide: decide as never,
    evolve: { ...evolve, ...issued } as never,
  };
}

const withEntry = (state: List, entry: Entry & { readonly until?: string }): List => ({
  ...state,
  entries: new Map(state.entries).set(entry.caseId, entry),
});

/** Who is on the list on a day, in the order of entering. */
const standingOn = (day: string, entries: List['entries']): Entry[] =>
  [...entries.values()]
    .filter(({ since, until }) => since <= day && (until === undefined || until > day))
    .map(({ until: _, ...entry }): Entry => entry)
    .sort((a, b) => (a.since === b.since ? (a.caseId < b.caseId ? -1 : 1) : a.since < b.since ? -1 : 1));

const olderThan = (law: DepartmentLaw, { issueNumber, asOf }: Issue, day: string): Refusal =>
  law.refusal(
    'issue-out-of-order',
    {
      zh: `第${issueNumber}期截至${asOf}，不能再公布截至${day}的一期`,
      en: `Issue ${issueNumber} is as of ${asOf}; none as of ${day} may follow`,
    },
    {
      ...cite(law.lawOn('lists/issue-period', day), clause),
      wayOut: {
        zh: '已公布的名单不再改动；变化列入下一期',
        en: 'What was published stays; changes come with the next issue',
      },
      facts: { issueNumber, asOf, day },
    },
  );
