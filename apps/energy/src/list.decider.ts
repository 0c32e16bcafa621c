import type { energy } from '#contracts';
import { alreadySays, contentOf, Refusal, type Decider, type RuleRef } from '#decider';
import { dayOf, ruleRef, type RuleId } from '#law';
import { cite, lawOn } from './law.js';

type Entry = energy.ListEntry;
type Issue = energy.YellowListPublished;

interface List {
  /** Every entry there ever was, by case; `until` is the day it was taken off. */
  readonly entries: ReadonlyMap<string, Entry & { readonly until?: string }>;
  readonly lastIssue?: Issue;
}

/** The three lists by their ids, what a published issue of each is called, and the row that wants it. */
const lists = {
  'yellow-card': { type: 'YellowListPublished', rule: 'lists/yellow-card' },
  'red-card': { type: 'RedListPublished', rule: 'lists/red-card' },
  violators: { type: 'ViolatorListPublished', rule: 'energy/publish-results' },
} as const satisfies Readonly<Record<string, { type: string; rule: RuleId }>>;

const clause = '4.5';

/** A published list: entered and left by the ledger itself, issued in numbered, frozen issues (4.5, 2.1.1). */
export const list: Decider<List, energy.Commands<'list'>, energy.Events<'list'>> = {
  name: 'energy.list',
  initial: { entries: new Map() },

  decide: {
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
      if (lastIssue && asOf < lastIssue.asOf) throw olderThan(lastIssue, asOf);
      const rules: RuleRef[] = [ruleRef(lawOn(rule, asOf))];
      return [{ type, data: { issueNumber: (lastIssue?.issueNumber ?? 0) + 1, ...issue }, rules }];
    },
  },

  evolve: {
    EnterpriseListed: (state, { entry }) => withEntry(state, entry),
    ListEntryProlonged: (state, { caseId, dueOn }) => {
      const entry = state.entries.get(caseId);
      return entry ? withEntry(state, { ...entry, dueOn }) : state;
    },
    EnterpriseDelisted: (state, { caseId }, { occurredAt }) => {
      const entry = state.entries.get(caseId);
      return entry ? withEntry(state, { ...entry, until: dayOf(occurredAt) }) : state;
    },
    YellowListPublished: (state, lastIssue) => ({ ...state, lastIssue }),
    RedListPublished: (state, lastIssue) => ({ ...state, lastIssue }),
    ViolatorListPublished: (state, lastIssue) => ({ ...state, lastIssue }),
  },
};

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

function listOf(id: string) {
  if (Object.hasOwn(lists, id)) return lists[id as keyof typeof lists];
  throw new Refusal(
    'energy/unknown-list',
    { zh: `没有名单“${id}”`, en: `There is no list ${id}` },
    {
      clause,
      wayOut: {
        zh: '名单有：yellow-card（黄牌）、red-card（红牌）、violators（节能违规企业）',
        en: `The lists are ${Object.keys(lists).join(', ')}`,
      },
      facts: { listId: id },
    },
  );
}

const olderThan = ({ issueNumber, asOf }: Issue, day: string): Refusal =>
  new Refusal(
    'energy/issue-out-of-order',
    {
      zh: `第${issueNumber}期截至${asOf}，不能再公布截至${day}的一期`,
      en: `Issue ${issueNumber} is as of ${asOf}; none as of ${day} may follow`,
    },
    {
      ...cite(lawOn('lists/issue-period', day), clause),
      wayOut: {
        zh: '已公布的名单不再改动；变化列入下一期',
        en: 'What was published stays; changes come with the next issue',
      },
      facts: { issueNumber, asOf, day },
    },
  );
