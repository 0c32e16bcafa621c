import { mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { embeddedIssuer } from './embedded-key.js';
import { isSignedBy, openSignet, type PublicKey, type Signet } from './signet.js';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'signet-'))));
afterEach(() => rm(folder, { recursive: true }));

const file = (name: string) => join(folder, 'signet', name);
const signed = async (signet: Signet) => {
  const { payload, signatures } = await signet.sign(Buffer.from('{}'), 'spec');
  return { payload, ...(signatures[0] as { protected: string; signature: string }) };
};
const open = () => openSignet({ dataFolder: folder });

describe('the signet of an installation', () => {
  it('is made at first start, kept where only its owner can read it, and never the key of tokens', async () => {
    const [one, other] = await Promise.all([open(), open(), embeddedIssuer(folder)]);
    expect(other.published).toEqual(one.published);
    expect((await stat(file('signing-key.json'))).mode & 0o777).toBe(0o600);
    const tokens = JSON.parse(await readFile(join(folder, 'identity/signing-key.json'), 'utf8')) as PublicKey;
    expect(one.published.keys.map(({ kid }) => kid)).not.toContain(tokens.kid);
  });

  it('publishes of its keys the public halves alone', async () => {
    const { published } = await open();
    const { d } = JSON.parse(await readFile(file('signing-key.json'), 'utf8')) as { d: string };
    expect(published.keys.map((key) => Object.keys(key).toSorted())).toEqual([
      ['alg', 'crv', 'kid', 'kty', 'use', 'x'],
    ]);
    expect(JSON.stringify(published)).not.toContain(d);
  });

  it('goes on publishing a key that was put aside, by which what it signed is still known', async () => {
    const before = await open();
    const old = await signed(before);
    await rename(file('signing-key.json'), file('until-2022.json'));
    const after = await open();
    expect(after.published.keys).toHaveLength(2);
    expect(after.published.keys[1]).toEqual(before.published.keys[0]);
    expect(await isSignedBy(after.published.keys[1]!, old)).toBe(true);
    expect(await isSignedBy(after.published.keys[0]!, old)).toBe(false);
    expect(await isSignedBy(after.published.keys[0]!, await signed(after))).toBe(true);
  });

  it('does not start with a key file that cannot be read', async () => {
    await open();
    await writeFile(file('until-2022.json'), 'torn');
    await expect(open()).rejects.toThrow('until-2022.json');
  });

  it('is shared by processes that are given the same keys, of which the first signs', async () => {
    const [first, second] = await Promise.all(
      ['one', 'two'].map((name) => openSignet({ dataFolder: join(folder, name) })),
    );
    const keyOf = async (name: string) =>
      JSON.parse(await readFile(join(folder, name, 'signet/signing-key.json'), 'utf8'));
    const shared = await openSignet({ dataFolder: folder, keys: { keys: [await keyOf('two'), await keyOf('one')] } });
    expect(shared.published.keys).toEqual([...second!.published.keys, ...first!.published.keys]);
    expect(await isSignedBy(second!.published.keys[0]!, await signed(shared))).toBe(true);
  });
});
