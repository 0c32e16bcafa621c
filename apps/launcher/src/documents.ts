import type { ApiDescription } from '#runtime';
import type { KeptService } from './kept-service.js';

type Document = Parameters<NonNullable<ApiDescription['finish']>>[0];
type Components = NonNullable<Document['components']>;

/** The API documents of all services that listen. */
export const documentsOf = (services: readonly KeptService[]): Promise<readonly Document[]> =>
  Promise.all(
    services
      .filter(({ url }) => url !== undefined)
      .map(async ({ url }) => (await (await fetch(`${url}/openapi.json`)).json()) as Document),
  );

/** One document that says what all of them say, as if one process served everything. */
export const together =
  (documents: readonly Document[]) =>
  (own: Document): Document => {
    const all = [...documents, own];
    const kinds = new Set(all.flatMap(({ components = {} }) => Object.keys(components))) as Set<keyof Components>;
    const components = [...kinds].map((kind) => [
      kind,
      Object.assign({}, ...all.map(({ components }) => components?.[kind])),
    ]);
    return {
      ...own,
      tags: [...new Map(all.flatMap(({ tags = [] }) => tags).map((tag) => [tag.name, tag])).values()],
      paths: Object.assign({}, ...all.map(({ paths }) => paths)),
      components: Object.fromEntries(components),
    };
  };
