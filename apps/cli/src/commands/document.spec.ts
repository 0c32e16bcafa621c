import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { told } from '../testing-ledger.js';

let desk: string;
beforeAll(() => {
  desk = mkdtempSync(join(tmpdir(), 'desk-'));
  for (const name of ['order.pdf', 'order.xyz']) writeFileSync(join(desk, name), '%PDF-1.7');
});
afterAll(() => rmSync(desk, { recursive: true }));

describe('the document command', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['a file that is there', ['put', 'nowhere.pdf', '--department', 'energy'], /ENOENT/],
    ['a department', ['put', 'order.pdf'], /--department/],
    ['a department that there is', ['put', 'order.pdf', '--department', 'energie'], /energy/],
    ['an extension that tells the type', ['put', 'order.xyz', '--department', 'energy'], /--type/],
    ['a hash', ['get', 'order.pdf'], /64/],
    ['something to do', ['throw', 'order.pdf'], /document put/],
    ['one thing at a time', ['put', 'order.pdf', 'order.xyz'], /document put/],
  ])('needs %s', async (_, [deed = '', ...args], says) => {
    const inDesk = deed === 'put' ? args.map((arg) => (/\.\w+$/.test(arg) ? join(desk, arg) : arg)) : args;
    const { code, out, talk } = await told(['document', deed, ...inDesk]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(talk).toMatch(says);
  });

  it('explains itself with examples', async () => {
    const { code, out } = await told(['document', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('taizhang document put 责令改正通知书.pdf --department energy');
  });
});
