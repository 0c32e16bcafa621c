import type { Bilingual } from '#decider';
import { isSignedBy, type PublicKey } from '#identity';
import { exportIn } from './export-in.js';
import { TYP, type Export } from './export.js';
import { bytesIn, Flaw, flaw, membersOf, strictly } from './flaw.js';
import { firstDifference, refoldings } from './refold.js';

/** What came of folding the facts of a copy again: its answer, another one, or nothing, since that cannot be done here. */
export type Refolded =
  | { readonly follows: true }
  | { readonly follows: false; readonly differsAt: string }
  | { readonly follows: null; readonly because: Bilingual };

/** What can be said of a copy by whoever has it, the keys, and nothing else. */
export type Verdict =
  | ({ readonly verdict: 'FAILED' } & Flaw['told'])
  | {
      readonly verdict: 'SIGNED';
      /** Ids of the keys of all who signed. */
      readonly signedBy: readonly string[];
      readonly answer: Refolded;
      /** What they signed. */
      readonly copy: Export;
    };

/** Keys that whoever verifies has from elsewhere: never any from the copy. */
export interface KeySet {
  readonly keys: readonly PublicKey[];
}

interface Signature {
  readonly protected: string;
  readonly signature: string;
}

/** Looks at a copy as its bytes are (RFC 7515 §7.2.1). Says no to everything that it does not know. */
export async function verdictOn(bytes: Uint8Array, keys: KeySet): Promise<Verdict> {
  try {
    const { payload, signatures } = membersOf(strictly(bytes), '', 'payload', 'signatures');
    const content = bytesIn(payload, 'payload');
    if (!Array.isArray(signatures) || signatures.length === 0) throw flaw('not-a-copy', 'signatures');
    const signedBy: string[] = [];
    for (const [at, one] of signatures.entries()) {
      const where = `signatures[${at}]`;
      const signature = membersOf(one, where, 'protected', 'signature') as unknown as Signature;
      signedBy.push(await signerOf(content, signature, where, keys));
    }
    const copy = exportIn(content);
    return { verdict: 'SIGNED', signedBy, answer: await refolded(copy), copy };
  } catch (problem) {
    if (problem instanceof Flaw) return { verdict: 'FAILED', ...problem.told };
    throw problem;
  }
}

const isEd25519 = ({ kty, crv, x }: PublicKey): boolean => kty === 'OKP' && crv === 'Ed25519' && /^[\w-]{43}$/.test(x);

/** Who made a signature over the content. The header chooses among the keys that are believed, and nothing else. */
async function signerOf(content: Buffer, signature: Signature, at: string, { keys }: KeySet): Promise<string> {
  const where = `${at}.protected`;
  const { alg, typ, kid } = membersOf(strictly(bytesIn(signature.protected, where), where), where, 'alg', 'typ', 'kid');
  if (alg !== 'Ed25519') throw flaw('algorithm', `${where}.alg`, { found: alg });
  if (typ !== TYP) throw flaw('type', `${where}.typ`, { found: typ });
  const key = keys.find((one) => one?.kid === kid && isEd25519(one));
  if (!key) throw flaw('key-unknown', `${where}.kid`, { found: kid });
  bytesIn(signature.signature, `${at}.signature`);
  if (await isSignedBy(key, { ...signature, payload: content.toString('base64url') })) return key.kid;
  throw flaw('not-signed-so', at, { found: kid, showsAt: await showing(content) });
}

async function refolded(copy: Export): Promise<Refolded> {
  const { madeBy, withheld, of } = copy;
  const { name, version } = refoldings[of.kind].projection;
  if (madeBy.projection !== name || madeBy.version !== version)
    return notRefolded(
      `由投影 ${madeBy.projection} 第${madeBy.version}版所作，此处为第${version}版`,
      `it was made by version ${madeBy.version} of ${madeBy.projection}, and here is version ${version}`,
    );
  if (withheld)
    return notRefolded(
      `另有${withheld}条封存的事实不在副本中`,
      `${withheld} sealed facts went into it that are not in the copy`,
    );
  const differsAt = await firstDifference(copy);
  return differsAt === undefined ? { follows: true } : { follows: false, differsAt };
}

const notRefolded = (zh: string, en: string): Refolded => ({ follows: null, because: { zh, en } });

/** Where content that nobody signed so contradicts itself: a hint at what was changed, and no more. */
async function showing(content: Buffer): Promise<string | undefined> {
  try {
    const answer = await refolded(exportIn(content));
    return answer.follows === false ? answer.differsAt : undefined;
  } catch (problem) {
    // What was tampered with may be of any shape: where folding it breaks off, there is no more to be told.
    return problem instanceof Flaw ? problem.told.where : undefined;
  }
}
