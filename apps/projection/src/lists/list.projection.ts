import { namespaceOf, recordIdOf, type Recorded } from '#decider';
import { projection } from '#projection';
import { change } from '../about.js';
import { listKeepers, listName, publicLists } from './list-names.js';

/** One line of a list, as it was when it was written. */
export interface ListLine {
  readonly uscc: string;
  readonly name: string;
  readonly county: string;
  readonly industry: string;
  readonly caseId: string;
  readonly ground: string;
  readonly since: string;
  readonly dueOn?: string;
}

/** A numbered issue, frozen as it was published. */
export interface Issue {
  readonly list: string;
  readonly issueNumber: number;
  readonly asOf: string;
  readonly entries: readonly ListLine[];
  readonly url?: string;
  readonly publishedAt: string;
  readonly recordedAt: string;
  readonly eventId: string;
}

const published: { readonly [type: string]: string } = Object.fromEntries(
  publicLists.map(({ issuedAs, name }) => [issuedAs, name]),
);

/** Key of an issue; later issues sort later. */
export const issueKey = (list: string, issueNumber: number): string =>
  `${list}/${String(issueNumber).padStart(8, '0')}`;

export const listIssue = projection<Issue | Record<string, never>>({
  name: 'list_issue',
  version: 2,
  key: ({ type, data }) => issueKey(published[type]!, data.issueNumber as number),
  blank: () => ({}),
  columns: { list: { type: 'text', of: ({ list }) => list ?? null, index: true } },
  when: Object.fromEntries(
    Object.entries(published).map(([type, list]) => [
      type,
      // What was published once stays as it was, whatever is said of it later.
      (issue, { data, occurredAt, recordedAt, id }) =>
        'issueNumber' in issue
          ? issue
          : {
              list,
              issueNumber: data.issueNumber as number,
              asOf: data.asOf as string,
              entries: data.entries as ListLine[],
              url: data.url as string | undefined,
              publishedAt: occurredAt,
              recordedAt,
              eventId: id,
            },
    ]),
  ),
});

/** Who is on a list now, published or not, and the number of the last issue. */
export interface Register {
  readonly entries: readonly ListLine[];
  readonly issueNumber?: number;
}

const publish = (register: Register, { data }: Recorded): Register => ({
  ...register,
  issueNumber: Math.max(register.issueNumber ?? 0, data.issueNumber as number),
});

type Fold = (register: Register, fact: Recorded) => Register;

const kept: Readonly<Record<string, Fold>> = {
  EnterpriseListed: (register, { data }) => {
    const entry = data.entry as ListLine;
    return { ...register, entries: [...register.entries.filter(({ caseId }) => caseId !== entry.caseId), entry] };
  },
  ListEntryProlonged: (register, { data }) => ({
    ...register,
    entries: change(register.entries, ({ caseId }) => caseId === data.caseId, { dueOn: data.dueOn as string }),
  }),
  EnterpriseDelisted: (register, { data }) => ({
    ...register,
    entries: register.entries.filter(({ caseId }) => caseId !== data.caseId),
  }),
};

/** Facts of the lists of a department, by qualified type, and whose they are. */
const keeping = listKeepers.flatMap((department) =>
  Object.entries(kept).map(([name, fold]) => ({ type: `${namespaceOf(department)}.${name}`, department, fold })),
);
const keeperOf = new Map(keeping.map(({ type, department }) => [type, department]));

export const listRegister = projection<Register>({
  name: 'list_register',
  version: 2,
  key: (fact) => published[fact.type] ?? listName(keeperOf.get(fact.type)!, recordIdOf(fact)),
  blank: () => ({ entries: [] }),
  when: Object.fromEntries([
    ...keeping.map(({ type, fold }) => [type, fold] as const),
    ...Object.keys(published).map((type) => [type, publish] as const),
  ]),
});
