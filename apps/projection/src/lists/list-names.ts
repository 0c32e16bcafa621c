import { languages, procedure } from '#contracts';
import { namespaceOf, type Bilingual } from '#decider';

/** A list that a department makes public, and the fact that is an issue of it. */
export interface PublicList {
  /** As paths spell it: `red-card`, `market-regulation.red-card`. */
  readonly name: string;
  readonly department: string;
  readonly title: Bilingual;
  /** Qualified: `energy.RedListPublished`. */
  readonly issuedAs: string;
}

/** What the lists are called, by the fact that an issue of them is. */
const kinds: Readonly<Record<string, { readonly id: string; readonly title: Bilingual }>> = {
  YellowListPublished: { id: 'yellow-card', title: { zh: '黄牌名单', en: 'Yellow-card list' } },
  RedListPublished: { id: 'red-card', title: { zh: '红牌名单', en: 'Red-card list' } },
  ViolatorListPublished: { id: 'violators', title: { zh: '节能违规企业名单', en: 'Energy violators' } },
  LicenceHolderListPublished: {
    id: 'licence-holders',
    title: { zh: '生产许可证获证企业名单', en: 'Holders of production licences' },
  },
  NonconformingListPublished: {
    id: 'nonconforming-products',
    title: { zh: '不合格产品及其生产企业名单', en: 'Products that do not conform, and their producers' },
  },
  ExceedanceListPublished: {
    id: 'exceedance',
    title: { zh: '超标排放企业名单', en: 'Firms that exceed discharge limits' },
  },
  SeriousExceedanceListPublished: {
    id: 'serious-exceedance',
    title: { zh: '超标排放情节严重企业名单', en: 'Firms whose exceedance is serious' },
  },
};

/** The department whose lists need no name before them. */
const FIRST = 'energy';

/** A list of a department as paths spell it. */
export const listName = (department: string, id: string): string => (department === FIRST ? id : `${department}.${id}`);

const isIssue = (event: unknown): boolean =>
  typeof event === 'function' && event.prototype instanceof procedure.PublishedList;

/** Every list that some department keeps, in the order of the departments. */
export const publicLists: readonly PublicList[] = languages.flatMap(({ department, title, records }) =>
  Object.values(records).flatMap(({ events }) =>
    Object.entries(events)
      .filter(([, event]) => isIssue(event))
      .map(([name]): PublicList => {
        const kind = kinds[name];
        if (!kind) throw new Error(`apps/projection/src/lists/list-names.ts does not know ${name}`);
        return {
          name: listName(department, kind.id),
          department,
          title:
            department === FIRST
              ? kind.title
              : { zh: `${title.zh}：${kind.title.zh}`, en: `${title.en}: ${kind.title.en.toLowerCase()}` },
          issuedAs: `${namespaceOf(department)}.${name}`,
        };
      }),
  ),
);

/** Names of departments that keep lists. */
export const listKeepers: readonly string[] = [...new Set(publicLists.map(({ department }) => department))];

export const listNames: readonly string[] = publicLists.map(({ name }) => name);

/** The stream in which a public list is kept. */
export function listStream(name: string): string {
  const { department } = publicLists.find((list) => list.name === name)!;
  return `${namespaceOf(department)}.list-${name.slice(name.indexOf('.') + 1)}`;
}
