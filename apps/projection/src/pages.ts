import type { AsOf, Condition, Keyed, ReadModel } from '#projection';

const ROWS = 1_000;

/** Every row that matches, in the order of the keys, page by page. Each page is a snapshot of its own. */
export async function* pagesOf<Row extends object>(
  model: ReadModel<Row>,
  where: readonly Condition[] = [],
): AsyncGenerator<AsOf & { readonly rows: readonly Keyed<Row>[] }, void> {
  for (let after: readonly string[] | undefined; ;) {
    const page = await model.page({ where, after, limit: ROWS });
    yield page;
    if (page.rows.length < ROWS) return;
    after = [page.rows.at(-1)!.key];
  }
}
