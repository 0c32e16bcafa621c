import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { embeddedIssuer } from '#identity';
import { runningOwnerUrl } from '#runtime';
import { clear, layouts, startLedger, type LedgerProcess } from './ledger-process.js';

const uscc = '91441322MA00TT0126';
const foundry = { uscc, name: '博罗县永丰铸造有限公司〔模拟〕', county: 'BL', industry: '3120', synthetic: true };
const caseId = 'BL-2021-LEAK';
const tipId = randomUUID();

/** Who told. None of these words may be found anywhere but behind the vault's own door. */
const teller = {
  name: '欧阳悄悄〔模拟〕',
  phone: '13912345678',
  identityNumber: '11010519491231002X',
  address: '博罗县罗阳街道无名路七号〔模拟〕',
  remark: '在厂里做炉前工〔模拟〕',
};
const told = '夜间用中频炉化废钢，疑似地条钢';
const secrets = Object.values(teller);
const at = (day: string) => `2021-06-${day}T10:00:00+08:00`;

describe.each(layouts)('a tip, in %s', (layout) => {
  let ledger: LedgerProcess;
  let database: pg.Client;
  const tokens = new Map<string, string>();

  /** A token for a person of its own: an export takes two of them. */
  async function as(subject: string, ...roles: string[]): Promise<string> {
    const { mint } = await embeddedIssuer(ledger.data);
    const token = await mint({ subject, client: 'journey', roles, ttlSeconds: 600 });
    return tokens.set(subject, token).get(subject)!;
  }
  const post = async (path: string, body: object, token = tokens.get('desk')!) => {
    const answer = await ledger.post(path, body, { token });
    expect({ path, ...answer.body, status: answer.status }).toMatchObject({ status: 201 });
  };
  const tip = (command: string, day: string, body: object) =>
    post(`/hotline/tips/${tipId}/${command}`, { occurredAt: at(day), ...body });
  const everyRow = async (table: string): Promise<string> => {
    const { rows } = await database.query<{ row: string }>(`select t::text as row from ${table} t`);
    return rows.map(({ row }) => row).join('\n');
  };
  const tables = async (...schemas: string[]): Promise<string[]> => {
    const { rows } = await database.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = any($1)`,
      [schemas],
    );
    return rows.map(({ name }) => name);
  };

  beforeAll(async () => {
    ledger = await startLedger({ layout });
    await as('desk', 'department:hotline:post', 'department:energy:post');
    await as('reader', 'hotline:read');
    await as('zhang', 'hotline:identity');
    await as('li', 'hotline:identity');
    await as('everybody', 'auditor', 'operator', 'government:decide', 'credit-platform', 'department:energy:post');
    database = new pg.Client({ connectionString: await runningOwnerUrl(ledger.data) });
    await database.connect();
  }, 120_000);
  afterAll(async () => {
    await database?.end();
    await clear(ledger);
  }, 60_000);

  it('is told, checked, led to a case of ordinary supervision, and answered', async () => {
    const kept = await ledger.fetch(`/hotline/tips/${tipId}/identity`, {
      method: 'PUT',
      token: tokens.get('desk'),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(teller),
    });
    expect(kept.status).toBe(200);
    const { contactRef } = (await kept.json()) as { contactRef: string };
    const words = { channel: 'PHONE', topic: 'DITIAO_STEEL', targetText: told, county: 'BL', contactRef };

    const careless = await ledger.post(
      `/hotline/tips/${tipId}/register-tip`,
      { occurredAt: at('01'), ...words, targetText: `${told}，请回${teller.phone}` },
      { token: tokens.get('desk')! },
    );
    expect(careless.body.type).toBe('urn:taizhang:hotline/personal-data');
    expect(JSON.stringify(careless.body)).not.toContain(teller.phone);

    await tip('register-tip', '01', words);
    await tip('dispatch-tip', '01', { handler: 'energy' });
    await tip('accept-tip', '02', { office: '节能监察科' });
    await post('/energy/supervision-plans/2021/adopt-supervision-plan', {
      occurredAt: at('03'),
      year: 2021,
      documentNumber: '惠能〔2021〕1号',
      scope: '重点用能单位',
      targetCount: 80,
      themes: ['MANDATORY_LIMIT'],
    });
    await post(`/energy/cases/${caseId}/assign-supervision-task`, {
      occurredAt: at('03'),
      planId: '2021',
      enterprise: foundry,
      theme: 'MANDATORY_LIMIT',
      assignee: '节能监察科',
      dueOn: '2021-06-30',
    });
    await tip('verify-tip', '08', {
      officers: ['粤L-1', '粤L-2'],
      substantiated: true,
      findings: '现场有中频炉一台',
      outcome: { department: 'energy', record: 'case', recordId: caseId },
    });
    await tip('reply-to-tip', '09', { content: '已依法处理' });
    await tip('revisit-tip', '18', { satisfaction: 'SATISFIED' });
    await tip('close-tip', '21', { conclusion: '已立案' });
  });

  it('is read by who deals with tips, by days, and by nobody else', async () => {
    const { body } = await ledger.get(`/tips/${tipId}?atLeast=${await head()}`, tokens.get('reader'));
    expect(body.tip).toMatchObject({ state: 'CLOSED', targetText: told, receivedOn: '2021-06-01' });
    expect(JSON.stringify(body)).not.toMatch(/\d{4}-\d{2}-\d{2}T/);
    for (const path of [`/tips/${tipId}`, '/tips'])
      expect((await ledger.get(path, tokens.get('everybody'))).status).toBe(403);
    expect((await ledger.get('/hotline/outcomes', tokens.get('everybody'))).status).toBe(403);
  });

  it('is not counted where it is one of few', async () => {
    const { body } = await ledger.get('/tips/statistics', tokens.get('everybody'));
    expect(body).toEqual({ least: 5, counts: [] });
  });

  it('has a teller whom one person may call back, and two may export', async () => {
    const identity = `/hotline/tips/${tipId}/identity`;
    const reason = `?reason=${encodeURIComponent('回访')}`;
    expect((await ledger.get(identity + reason, tokens.get('everybody'))).status).toBe(403);
    expect((await ledger.get(identity + reason, tokens.get('desk'))).status).toBe(403);
    expect((await ledger.get(identity, tokens.get('zhang'))).body.type).toBe('urn:taizhang:hotline/reason-missing');
    expect((await ledger.get(identity + reason, tokens.get('zhang'))).body).toEqual({
      name: teller.name,
      phone: teller.phone,
    });
    const ask = (who: string) =>
      ledger.post(`${identity}/exports`, { reason: '检察机关调取' }, { token: tokens.get(who)! });
    expect((await ask('zhang')).body).toMatchObject({ state: 'WAITING' });
    expect((await ask('zhang')).body).not.toHaveProperty('identity');
    expect((await ask('li')).body).toMatchObject({ state: 'EXPORTED', identity: teller, askedBy: ['zhang', 'li'] });

    const { body } = await ledger.get('/hotline/identities/accesses', tokens.get('everybody'));
    expect(
      body.items.map(({ action, principal }: { action: string; principal: string }) => [action, principal]),
    ).toEqual([
      ['KEPT', 'desk'],
      ['READ', 'zhang'],
      ['EXPORT_ASKED', 'zhang'],
      ['EXPORT_ASKED', 'zhang'],
      ['EXPORTED', 'li'],
    ]);
  });

  it('leaves nothing of its teller in the ledger, in a read model, in the vault’s tables or in the log', async () => {
    const hidden = secrets.flatMap((secret) => [
      secret,
      Buffer.from(secret).toString('hex'),
      Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    ]);
    const searched = await tables('ledger', 'read', 'vault', 'public');
    expect(searched).toEqual(expect.arrayContaining(['ledger.event', 'vault.identity', 'vault.access']));
    for (const table of searched) {
      const rows = await everyRow(table);
      for (const secret of hidden) expect({ table, found: rows.includes(secret) }).toEqual({ table, found: false });
    }
    for (const secret of hidden) expect(ledger.output()).not.toContain(secret);
  });

  it('is found in its own stream and register, and nowhere else', async () => {
    const { rows } = await database.query<{ stream: string }>(
      `select distinct e.stream from ledger.event e where convert_from(e.data, 'UTF8') like $1
         or convert_from(e.meta, 'UTF8') like $1 or e.stream like $1`,
      [`%${tipId}%`],
    );
    expect(rows).toEqual([{ stream: `hotline.tip-${tipId}` }]);
    const holding: string[] = [];
    for (const table of await tables('read')) if ((await everyRow(table)).includes(tipId)) holding.push(table);
    for (const table of holding) expect(table).toMatch(/^read\.(tip_register|hotline_deadline|deadline_hotline)/);
    expect(holding.some((table) => table.startsWith('read.tip_register'))).toBe(true);
  });

  it('is in no answer that anybody else is given', async () => {
    await ledger.get(`/dossiers/${uscc}?atLeast=${await head()}`, tokens.get('everybody'));
    const { body: api } = await ledger.get('/openapi.json');
    const known: Readonly<Record<string, string>> = { uscc, caseId, list: 'violators', planId: '2021' };
    const paths = Object.entries(api.paths as Record<string, object>)
      .filter(([path, methods]) => 'get' in methods && !path.startsWith('/hotline/identities'))
      .map(([path]) => path.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? caseId));
    expect(paths).toEqual(expect.arrayContaining([`/dossiers/${uscc}`, `/cases/${caseId}/history`, '/feeds/credit']));
    const { body: registers } = await ledger.get('/registers', tokens.get('everybody'));
    const more = registers.registers.map(({ path }: { path: string }) => path);
    for (const path of [...paths, ...more, '/metrics']) {
      const { body } = await ledger.get(path, tokens.get('everybody'));
      const words = JSON.stringify(body);
      for (const secret of [...secrets, tipId, told, '现场有中频炉一台', 'hotline.tip-'])
        expect({ path, secret, found: words.includes(secret) }).toEqual({ path, secret, found: false });
    }
    const { body: dossier } = await ledger.get(`/dossiers/${uscc}`, tokens.get('everybody'));
    expect(JSON.stringify(dossier.sections.cases)).toContain(caseId);
  });

  it('loses its teller for ever when the key is destroyed', async () => {
    const path = `/hotline/tips/${tipId}/identity?reason=${encodeURIComponent('保管期满')}`;
    const gone = await ledger.fetch(path, { method: 'DELETE', token: tokens.get('li') });
    expect(gone.status).toBe(204);
    expect(await ledger.get(path, tokens.get('zhang'))).toMatchObject({
      status: 410,
      body: { type: 'urn:taizhang:vault/destroyed' },
    });
  });

  async function head(): Promise<number> {
    const { rows } = await database.query<{ position: string }>('select max(position) as position from ledger.event');
    return Number(rows[0]!.position);
  }
});
