import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { told } from '../testing-ledger.js';

let desk: string;
beforeAll(() => {
  desk = mkdtempSync(join(tmpdir(), 'desk-'));
  writeFileSync(join(desk, 'copy.jws.json'), '{}');
  writeFileSync(join(desk, 'words.txt'), 'no keys');
});
afterAll(() => rmSync(desk, { recursive: true }));

describe('the verify command', () => {
  it.each<[string, readonly string[], number, RegExp]>([
    ['a copy', ['--keys', 'words.txt'], 2, /verify <file>/],
    ['keys that are not the copy’s own', ['copy.jws.json'], 2, /--keys/],
    ['a file that is there', ['nowhere.jws.json', '--keys', 'words.txt'], 2, /ENOENT/],
    ['keys that are keys', ['copy.jws.json', '--keys', 'words.txt'], 2, /no JWK Set/],
    ['an address that answers', ['copy.jws.json', '--keys', 'http://127.0.0.1:1/jwks.json'], 3, /Cannot get the keys/],
  ])('needs %s', async (_, args, exit, says) => {
    const { code, out, talk } = await told([
      'verify',
      ...args.map((arg) => (/^\w[\w.]*\.(json|txt)$/.test(arg) ? join(desk, arg) : arg)),
    ]);
    expect({ code, out }).toEqual({ code: exit, out: '' });
    expect(talk).toMatch(says);
  });
});
