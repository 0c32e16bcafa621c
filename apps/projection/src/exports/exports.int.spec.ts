import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, postgresEventStore, type EventStore } from '#event-store';
import { openSignet, type Signet } from '#identity';
import { testingPostgres, type TestingPostgres } from '../../../../libs/event-store/src/postgres/testing-postgres.js';
import { accepted, assigned, conducted, foundry, measured, ordered, yellow } from '../testing-facts.js';
import { testingService, type Got, type TestingService } from '../testing-service.js';
import { TYP, type Export } from './export.js';
import { verdictOn, type KeySet } from './verdict.js';

const KEY = {
  kty: 'OKP',
  crv: 'Ed25519',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
};
const AT = `/dossiers/${foundry.uscc}/export`;

interface Jws {
  payload: string;
  signatures: { protected: string; signature: string; [other: string]: unknown }[];
  [other: string]: unknown;
}

const base64url = (text: string | Buffer) => Buffer.from(text).toString('base64url');
const payloadOf = ({ payload }: Jws): Export => JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
const bytesOf = (jws: unknown) => Buffer.from(JSON.stringify(jws));

let server: TestingPostgres;
let store: EventStore;
let service: TestingService;
let folder: string;
let elsewhere: Signet;
let keys: KeySet;
let position: number;
let dossier: Jws;

beforeAll(async () => {
  [server, folder] = await Promise.all([testingPostgres(), mkdtemp(join(tmpdir(), 'elsewhere-'))]);
  elsewhere = await openSignet({ dataFolder: folder });
  const url = await server.database();
  await migrate(url);
  store = postgresEventStore({ url });
  service = await testingService(url, store, '2021-09-10T02:00:00Z', undefined, {
    environment: { EXPORT_KEYS: JSON.stringify({ keys: [KEY] }), INSTALLATION_NAME: '惠州市台账' },
  });
  await service.post(assigned, conducted, measured);
  position = await service.post(ordered, { ...yellow, visibility: 'public' });
  keys = (await service.get('/.well-known/jwks.json', [])).body;
  dossier = (await service.get(`${AT}?atLeast=${position}`)).body;
});
afterAll(async () => {
  await service.close();
  await store.close();
  await server.stop();
  await rm(folder, { recursive: true });
});

const verdict = (jws: unknown, given = keys) => verdictOn(bytesOf(jws), given);

/** The same content, changed, and signed by the installation itself. */
async function resigned(change: (content: Record<string, any>) => void, signet?: Signet): Promise<Jws> {
  const content = structuredClone(payloadOf(dossier)) as Record<string, any>;
  change(content);
  const own = signet ?? (await openSignet({ dataFolder: folder, keys: { keys: [KEY] } }));
  return (await own.sign(Buffer.from(JSON.stringify(content)), TYP)) as never;
}

describe('a signed copy of a dossier', () => {
  it('is handed out as a file, and holds the answer as the ledger gives it under its permalink', async () => {
    const got: Got = await service.get(AT);
    expect(got.headers).toMatchObject({
      'content-type': expect.stringContaining('application/jose+json'),
      'content-disposition': `attachment; filename="dossier-${foundry.uscc}-2021-09-10-${position}.jws.json"`,
      'taizhang-position': String(position),
    });
    const content = payloadOf(got.body);
    expect(content).toMatchObject({
      format: 'taizhang-export/1',
      of: { kind: 'dossier', id: foundry.uscc },
      issuer: '惠州市台账',
      issuedAt: '2021-09-10T02:00:00.000Z',
      audience: { kind: 'government' },
      permalink: `/dossiers/${foundry.uscc}?asOf=2021-09-10&asKnownAt=${position}`,
      position,
    });
    expect((await service.get(content.permalink)).body).toEqual(content.answer);
  });

  it('carries each fact byte by byte as it was stored', async () => {
    const { facts } = payloadOf(dossier);
    const kept = await store.find(facts.map(({ id }) => id));
    expect(facts).toHaveLength(5);
    expect(facts.map(({ department: _, ...fact }) => fact)).toEqual(
      kept.map(({ data, meta, ...place }) => ({
        ...place,
        data: base64url(Buffer.from(data)),
        meta: base64url(Buffer.from(meta)),
      })),
    );
  });

  it('is verified with the published key alone, and its answer follows from its facts', async () =>
    expect(await verdict(dossier)).toMatchObject({
      verdict: 'SIGNED',
      signedBy: [keys.keys[0]!.kid],
      answer: { follows: true },
      copy: payloadOf(dossier),
    }));

  it('is of the place on both clocks that was asked for', async () => {
    const then = (await service.get(`${AT}?asKnownAt=${position - 2}`)).body;
    expect(payloadOf(then)).toMatchObject({ asKnownAt: String(position - 2), facts: { length: 3 } });
    expect(await verdict(then)).toMatchObject({ answer: { follows: true } });
    const early = (await service.get(`${AT}?asOf=2021-03-01&asKnownAt=${position}`)).status;
    expect(early).toBe(404);
  });

  it('has for each audience what it may read and nothing else', async () => {
    const types = async (role: string) =>
      payloadOf((await service.get(AT, [role])).body).facts.map(({ type }) => type.split('.')[1]);
    const seenByAll = ['YellowCardIssued'];
    const own = ['EnergySupervisionConducted', 'EnergyLimitMeasured', 'EnergyRectificationOrdered', ...seenByAll];
    expect(await types(`enterprise:${foundry.uscc}`)).toEqual(own);
    expect(await types('enterprise:91441323MA00004100')).toEqual(seenByAll);
    expect(await types('credit-platform')).toEqual(seenByAll);
    expect(await verdict((await service.get(AT, [`enterprise:${foundry.uscc}`])).body)).toMatchObject({
      copy: { audience: { kind: 'enterprise', uscc: foundry.uscc } },
      answer: { follows: true },
    });
    expect((await service.get(AT, [])).status).toBe(401);
    expect((await service.get(`/dossiers/public/${foundry.uscc}/export`, [])).status).toBe(404);
  });

  it('is not to be had of what there is not', async () => {
    expect((await service.get('/dossiers/91441323MA00004100/export')).status).toBe(404);
    expect((await service.get(`${AT}?asOf=2021-02-30`)).status).toBe(400);
  });
});

describe('a signed copy of a case', () => {
  it('has every fact of it, and where it stands follows from them', async () => {
    const { body } = await service.get('/cases/2021-0001/export');
    const content = payloadOf(body);
    expect(content).toMatchObject({
      of: { kind: 'case', id: '2021-0001' },
      answer: { state: 'RECTIFYING', events: 5 },
    });
    expect((await service.get(content.permalink)).body).toEqual(content.answer);
    expect(await verdict(body)).toMatchObject({
      verdict: 'SIGNED',
      copy: { facts: { length: 5 } },
      answer: { follows: true },
    });
  });

  it('keeps sealed facts back, and says how many to those who may know of them', async () => {
    const sealed = { ...accepted, visibility: 'sealed' as const, occurredAt: '2021-09-01T09:00:00+08:00' };
    const of = { stream: 'energy.case-2021-0002', caseId: '2021-0002' };
    const then = await service.post({ ...assigned, ...of }, { ...sealed, ...of });
    const { body } = await service.get(`/cases/2021-0002/export?atLeast=${then}`);
    expect(payloadOf(body)).toMatchObject({ facts: { length: 1 }, withheld: 1 });
    expect(await verdict(body)).toMatchObject({
      verdict: 'SIGNED',
      answer: { follows: null, because: { en: expect.stringContaining('1 sealed') } },
    });
  });
});

describe('the published keys', () => {
  it('are public halves by their thumbprints, and nothing of the private ones', async () => {
    const { headers, body, text } = await service.get('/.well-known/jwks.json', []);
    expect(headers).toMatchObject({
      'content-type': expect.stringContaining('application/jwk-set+json'),
      'cache-control': 'public, max-age=3600',
    });
    // RFC 8037, appendix A.3.
    const kid = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k';
    expect(body).toEqual({ keys: [{ kty: 'OKP', crv: 'Ed25519', x: KEY.x, alg: 'Ed25519', use: 'sig', kid }] });
    expect(text).not.toContain(KEY.d);
  });
});

const headerOf = (change: object) => (jws: Jws) => {
  const [{ protected: header }] = jws.signatures as [Jws['signatures'][0]];
  const changed = { ...JSON.parse(Buffer.from(header, 'base64url').toString('utf8')), ...change };
  jws.signatures[0]!.protected = base64url(JSON.stringify(changed));
};
const sharedSecret = (jws: Jws) => {
  headerOf({ alg: 'HS256' })(jws);
  const [one] = jws.signatures as [Jws['signatures'][0]];
  const hmac = createHmac('sha256', Buffer.from(KEY.x, 'base64url')).update(`${one.protected}.${jws.payload}`);
  one.signature = hmac.digest('base64url');
};
/** The other of two characters, so that something is changed for sure. */
const other = (text: string, at: number) => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);

describe('a copy that was tampered with', () => {
  it.each<[string, (jws: Jws) => void, string, string]>([
    ['a character of its content', (jws) => (jws.payload = other(jws.payload, 400)), 'not-signed-so', 'signatures[0]'],
    [
      'a character of its signature',
      (jws) => (jws.signatures[0]!.signature = other(jws.signatures[0]!.signature, 10)),
      'not-signed-so',
      'signatures[0]',
    ],
    ['an algorithm that signs nothing', headerOf({ alg: 'none' }), 'algorithm', 'signatures[0].protected.alg'],
    ['the public key used as a secret', sharedSecret, 'algorithm', 'signatures[0].protected.alg'],
    ['a key that nobody knows', headerOf({ kid: 'me' }), 'key-unknown', 'signatures[0].protected.kid'],
    ['a key of its own', headerOf({ jwk: KEY }), 'member-unknown', 'signatures[0].protected.jwk'],
    ['a type of something else', headerOf({ typ: 'JWT' }), 'type', 'signatures[0].protected.typ'],
    ['a member outside of what is signed', (jws) => (jws['note'] = 'valid'), 'member-unknown', 'note'],
    [
      'a header that nobody signed',
      (jws) => (jws.signatures[0]!['header'] = { jwk: KEY }),
      'member-unknown',
      'signatures[0].header',
    ],
    ['no signature', (jws) => (jws.signatures = []), 'not-a-copy', 'signatures'],
    ['a content that is padded', (jws) => (jws.payload += '='), 'base64url', 'payload'],
  ])('is refused for %s', async (_, change, code, where) => {
    const jws = structuredClone(dossier);
    change(jws);
    expect(await verdict(jws)).toMatchObject({ verdict: 'FAILED', code: `export/${code}`, where });
  });

  it('is refused whichever character of the file is another', async () => {
    const file = JSON.stringify(dossier);
    const verdicts = new Map<number, string>();
    for (let at = 0; at < file.length; at += 61)
      verdicts.set(at, (await verdictOn(Buffer.from(other(file, at)), keys)).verdict);
    expect(verdicts.size).toBeGreaterThan(200);
    expect([...verdicts].filter(([, verdict]) => verdict !== 'FAILED')).toEqual([]);
  });

  it('is refused for the last character of a signature, of which no bit may be idle', async () => {
    const jws = structuredClone(dossier);
    const { signature } = jws.signatures[0]!;
    const next = String.fromCharCode(signature.charCodeAt(85) + 1);
    jws.signatures[0]!.signature = signature.slice(0, 85) + next;
    expect(await verdict(jws)).toMatchObject({ verdict: 'FAILED', code: 'export/base64url' });
  });

  it('is refused with the signature of another copy', async () => {
    const another = (await service.get('/cases/2021-0001/export')).body as Jws;
    expect(await verdict({ ...dossier, signatures: another.signatures })).toMatchObject({
      code: 'export/not-signed-so',
    });
  });

  it('is refused when somebody else signed it, with facts left out or not', async () => {
    const jws = await resigned(({ facts }) => facts.pop(), elsewhere);
    expect(await verdict(jws)).toMatchObject({ code: 'export/key-unknown' });
    const { protected: header } = dossier.signatures[0]!;
    const claimed = { ...jws, signatures: [{ ...jws.signatures[0]!, protected: header }] };
    expect(await verdict(claimed)).toMatchObject({ code: 'export/not-signed-so', showsAt: expect.any(String) });
  });

  it('says where its content no longer agrees with itself', async () => {
    const jws = structuredClone(dossier);
    const text = Buffer.from(jws.payload, 'base64url').toString('utf8');
    jws.payload = base64url(text.replace('"dueOn":"2021-09-15"', '"dueOn":"2021-10-15"'));
    expect(await verdict(jws)).toMatchObject({
      code: 'export/not-signed-so',
      showsAt: expect.stringMatching(/^\/answer\/sections\/.*\/dueOn$/),
    });
  });

  it.each<[string, (text: string) => string, string]>([
    ['a member that is there twice', (text) => text.replace('{', '{"payload":"",'), 'json/duplicate-key'],
    ['an end that is missing', (text) => text.slice(0, -20), 'json/syntax'],
    ['no JSON at all', () => '<html>', 'json/syntax'],
    ['nothing', () => '', 'json/empty'],
    ['another kind of JSON', () => '[]', 'export/not-a-copy'],
  ])('is refused for %s', async (_, change, code) =>
    expect(await verdictOn(Buffer.from(change(JSON.stringify(dossier))), keys)).toMatchObject({
      verdict: 'FAILED',
      code,
    }),
  );
});

describe('a copy that the installation signed', () => {
  it.each<[string, (content: Record<string, any>) => void, string, string]>([
    ['without facts', (content) => (content['facts'] = []), 'no-facts', 'payload.facts'],
    ['in another order', ({ facts }) => facts.reverse(), 'order', 'payload.facts[1].position'],
    ['with a fact twice', ({ facts }) => (facts[1].id = facts[0].id), 'fact-twice', 'payload.facts[1].id'],
    ['in another format', (content) => (content['format'] = 'other/1'), 'content', 'payload.format'],
    ['of nothing known', ({ of }) => (of.kind = 'lists'), 'content', 'payload.of.kind'],
    ['with half a fact', ({ facts }) => delete facts[2].meta, 'content', 'payload.facts[2].meta'],
    ['with broken bytes', ({ facts }) => (facts[2].data = 'e30='), 'base64url', 'payload.facts[2].data'],
  ])('is not believed %s', async (_, change, code, where) =>
    expect(await verdict(await resigned(change))).toMatchObject({ code: `export/${code}`, where }),
  );

  it('is said not to follow from its facts, and where, when it does not', async () => {
    expect(await verdict(await resigned(({ answer }) => (answer.status = 'NO_OPEN_MATTER')))).toMatchObject({
      verdict: 'SIGNED',
      answer: { follows: false, differsAt: '/answer/status' },
    });
    expect(await verdict(await resigned(({ facts }) => facts.splice(1, 1)))).toMatchObject({
      answer: { follows: false, differsAt: expect.stringContaining('/answer/') },
    });
  });

  it('is signed and not refolded when another version of the projection made it', async () =>
    expect(await verdict(await resigned(({ madeBy }) => (madeBy.version = 1)))).toMatchObject({
      verdict: 'SIGNED',
      answer: { follows: null, because: { en: expect.stringContaining('version 1') } },
    }));

  it('may have members that are added later', async () =>
    expect(await verdict(await resigned((content) => (content['log'] = {})))).toMatchObject({ verdict: 'SIGNED' }));
});
