import { describe, expect, it } from '@jest/globals';
import { prefixed } from './prefixed.js';

function told(line: string, isTTY: boolean): string {
  let said = '';
  const out = { isTTY, write: (text: string | Uint8Array) => ((said += String(text)), true) };
  prefixed(['energy', 'projection'])('energy', line, out);
  return said;
}

describe('a line of a service', () => {
  const json = '{"level":"info","time":"2026-11-23T08:00:00.000Z","service":"energy","msg":"ready"}';

  it('bears its name in front, in a column as wide as the longest', () =>
    expect(told('ready', false)).toBe('energy     | ready\n'));

  it('stays as the machine wrote it where a machine reads it', () =>
    expect(told(json, false)).toBe(`energy     | ${json}\n`));

  it('is put in plain words for a terminal', () =>
    expect(told(json, true)).toMatch(/energy {5}\|.* 08:00:00 info {2}ready\n$/));
});
