import { namespaceOf, recordIdOf } from '#decider';
import { projection } from '#projection';
import { listKeepers, listName } from '../lists/list-names.js';

/** That an enterprise is on a list. What takes it off names the case alone, so that there is a row for each case. */
export interface Listing {
  readonly list: string;
  readonly uscc: string;
}

const keepers = new Map(listKeepers.map((department) => [namespaceOf(department), department]));
const types = (name: string): string[] => [...keepers.keys()].map((namespace) => `${namespace}.${name}`);

const listOf = ({ type, stream }: { readonly type: string; readonly stream: string }): string =>
  listName(keepers.get(type.slice(0, type.indexOf('.')))!, recordIdOf({ stream }));

export const listing = projection<Listing>({
  name: 'listing',
  version: 1,
  key: (fact) => `${listOf(fact)}/${fact.data.entry?.caseId ?? fact.data.caseId}`,
  blank: () => ({ list: '', uscc: '' }),
  columns: {
    list: { type: 'text', of: ({ list }) => list, index: true },
    uscc: { type: 'text', of: ({ uscc }) => uscc, index: true },
  },
  when: Object.fromEntries([
    ...types('EnterpriseListed').map((type) => [
      type,
      (_: Listing, fact: Parameters<typeof listOf>[0] & { readonly data: any }) => ({
        list: listOf(fact),
        uscc: fact.data.entry.uscc as string,
      }),
    ]),
    ...types('EnterpriseDelisted').map((type) => [type, () => undefined]),
  ]),
});

/** The listings of an enterprise, for whoever looks for enterprises. */
export const listings = { projection: listing, by: 'uscc' } as const;
