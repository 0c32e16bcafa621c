import type { ApiDescription } from '#runtime';
import type { KeptService } from './kept-service.js';

type Document = Parameters<NonNullable<ApiDescription['finish']>>[0];

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
    return {
      ...own,
      paths: Object.assign({}, ...all.map(({ paths }) => paths)),
      components: {
        ...own.components,
        schemas: Object.assign({}, ...all.map(({ components }) => components?.schemas)),
      },
    };
  };
