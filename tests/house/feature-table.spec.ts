import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const ROW = /^\| ([^|]+) \| \d \| ([●◐○]) \|(.*)\|$/gm;
const SHOWN_BY = /^`([^`]+)` “([^”]+)”/;

/** What the README of the read side says it has, and by which spec that is shown. */
const rows = [...readFileSync(join(root, 'apps/projection/README.md'), 'utf8').matchAll(ROW)].map(
  ([, feature = '', here = '', shownBy = '']) => ({ feature, here, shownBy }),
);

describe('the table of what readers look for', () => {
  it('has a row for each thing', () => expect(rows.length).toBeGreaterThanOrEqual(36));

  it.each(rows.filter(({ here }) => here !== '○'))('names a spec that exists: $feature', ({ shownBy }) => {
    const [, file = '', title = ''] = SHOWN_BY.exec(shownBy.trim()) ?? [];
    const path = join(root, file);
    expect({ file, exists: existsSync(path) }).toEqual({ file, exists: true });
    expect(readFileSync(path, 'utf8')).toContain(title);
  });

  it('claims nothing of what is not here', () =>
    expect(rows.filter(({ here, shownBy }) => here === '○' && shownBy.trim() !== '')).toEqual([]));
});
