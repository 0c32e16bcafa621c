import type { Page } from './event-store.js';
import type { ReadPage } from './tail.js';

/**
 * Readers of one process that ask for the same page at the same time share one query: a process has as many readers as
 * it has policies and projections, and all of them are woken by the same append.
 */
export function sharedPages(readPage: ReadPage): ReadPage {
  const underWay = new Map<string, Promise<Page>>();
  return (after, size) => {
    const name = `${after} ${size}`;
    const asked = underWay.get(name);
    if (asked) return asked;
    const page = readPage(after, size);
    underWay.set(name, page);
    const done = () => underWay.delete(name);
    page.then(done, done);
    return page;
  };
}
