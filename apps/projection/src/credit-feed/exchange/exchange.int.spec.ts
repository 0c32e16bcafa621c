import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import pg from 'pg';
import readSheets from 'read-excel-file/node';
import { validateXML } from 'xmllint-wasm';
import { create } from 'xmlbuilder2';
import { memoryEventStore, type EventStore } from '#event-store';
import {
  testingPostgres,
  type TestingPostgres,
} from '../../../../../libs/event-store/src/postgres/testing-postgres.js';
import { fine, foundry, inRecord, pushed } from '../../testing-facts.js';
import { testingService, type TestingService } from '../../testing-service.js';
import { standards } from '../standards/standards.js';
import { granted, licenceIssued, onLicence, onPermit, promised, SITE } from '../testing-licences.js';
import { controls } from './line.js';

const FEED = ['credit-platform'];
const SECOND = 'credit.record-penalty-2021-0004';
const NASTY = `超限额 <b>&"引号"</b>'单引号' \\n =1+1;--`;

let server: TestingPostgres;
let store: EventStore;
let service: TestingService;
let url: string;
let position: number;

beforeAll(async () => {
  server = await testingPostgres();
  url = await server.database();
  store = memoryEventStore();
  service = await testingService(url, store, '2021-09-10T02:00:00Z');
  position = await service.post(
    pushed(),
    { ...pushed({ ...fine, documentNumber: '惠能罚〔2021〕4号', facts: NASTY }), stream: SECOND },
    { ...pushed({ ...fine, documentNumber: '' }), stream: 'credit.record-penalty-2021-0005' },
    granted,
    licenceIssued,
    promised,
    onLicence('ProductionLicenceCancelled', { enterprise: foundry }),
    inRecord('CreditInfoWithdrawn', { reason: '原处罚决定已撤销' }),
  );
});
afterAll(async () => {
  await service.close();
  await store.close();
  await server.stop();
});

const ask = (query: string) => service.get(`/feeds/credit/exchange?atLeast=${position}&${query}`, FEED);
const bytes = async (query: string) => (await ask(query)).bytes;
const editions = Object.values(standards).flat();

describe('GET /feeds/credit/exchange', () => {
  it('gives each record of a kind once, as it is now, the one that changed last at the end', async () => {
    const { body } = await ask('kind=penalties');
    expect(body.items).toMatchObject([
      { subject: 'penalty-2021-0004', dataschema: 'urn:taizhang:schema:cf-2018', data: { CF_NR_FK: '0.200000' } },
      { subject: 'penalty-2021-0003', tombstone: true, reason: '原处罚决定已撤销', data: null },
    ]);
    expect((await ask('kind=penalties&schemaVersion=2016')).body.items[0]).toMatchObject({
      dataschema: 'urn:taizhang:schema:cf-2016',
      data: { CF_JG: fine.content, DFBM: '441322' },
    });
  });

  it('goes on from the place of the answer before, in whatever format that was', async () => {
    const first = await ask('kind=licences&limit=1&format=xml');
    const next = first.headers['taizhang-next'] as string;
    expect(first.headers['link']).toContain(`after=${next}>; rel="next"`);
    const rest = await ask(`kind=licences&after=${next}`);
    expect(rest.body.items).toMatchObject([{ tombstone: true, reason: 'CANCELLED' }]);
    expect((await ask(`kind=licences&after=${rest.body.next}`)).body).toMatchObject({
      items: [],
      next: rest.body.next,
    });
  });

  it('tells operators what did not leave, of every kind, with field and rule', async () => {
    const late = await service.post(
      onPermit('DischargePermitChanged', {
        change: 'NAME',
        enterprise: { ...foundry, name: '' },
        changedOn: '2021-06-01',
      }),
    );
    await service.models.waitFor('credit_record', late, 5_000);
    const { body } = await service.get('/feeds/credit/refused', ['operator']);
    expect(body.items).toMatchObject([
      { recordId: 'penalty-2021-0005', kind: 'penalties', faults: [{ field: 'CF_WSH', rule: { zh: '不得为空' } }] },
      { recordId: `environment.permit-${SITE}`, kind: 'licences', faults: [{ field: 'XK_XDR_MC' }] },
    ]);
    expect((await ask('kind=licences')).body.items[0]).toMatchObject({ data: { XK_XDR_MC: foundry.name } });
  });

  it.each([
    ['', 'kind', 'kind=penalties'],
    ['kind=fines', 'kind', 'kind=penalties'],
    ['kind=penalties&format=pdf', 'format', 'format=json'],
    ['kind=penalties&schemaVersion=2019', 'schemaVersion', 'schemaVersion=2018'],
    ['kind=licences&schemaVersion=2016', 'schemaVersion', 'schemaVersion=2018'],
    ['kind=penalties&after=7', 'after', 'after=c1.'],
    [`kind=penalties&after=c1.${Buffer.from('["91441322MA00TT0126"]').toString('base64url')}`, 'after', 'after=c1.'],
    ['kind=penalties&limit=1001', 'limit', 'limit=100'],
    ['kind=penalties&page=2', 'page', 'kind='],
  ])('answers ?%s with 400, the parameter and an example', async (query, field, example) => {
    const { status, body } = await ask(query);
    expect({ status, field: body.errors?.[0]?.field }).toEqual({ status: 400, field });
    expect(body.wayOut.en).toContain(example);
  });

  it('says beside it what was acknowledged, sent back, or not answered yet', async () => {
    const { items } = (await ask('kind=licences')).body;
    const late = await service.post({
      type: 'credit.ItemRejected',
      stream: `credit.delivery-${items[0].id}`,
      data: { kind: 'licences', recordId: items[0].subject, field: 'XK_XKBH', reason: '编号有误' },
    });
    const standing = async (query: string) =>
      (await service.get(`/feeds/credit/deliveries?atLeast=${late}&${query}`, FEED)).body.items;
    expect(await standing('standing=REJECTED')).toMatchObject([
      { recordId: items[0].subject, kind: 'licences', sent: [{ itemId: items[0].id, answer: { field: 'XK_XKBH' } }] },
    ]);
    expect(await standing('standing=SENT&kind=penalties')).toHaveLength(2);
    expect(await standing('standing=ACKNOWLEDGED')).toEqual([]);
    const wrong = await service.get('/feeds/credit/deliveries?standing=OPEN', FEED);
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ field: 'standing' }] } });
  });

  it('is for the platform and auditors', async () => {
    expect((await service.get('/feeds/credit/exchange?kind=penalties', ['department:credit:post'])).status).toBe(403);
    expect((await service.get('/feeds/credit/exchange/schema?kind=penalties', [])).status).toBe(401);
  });
});

describe('an ExchangeMessage', () => {
  it.each(editions.map((standard) => [`${standard.kind}-${standard.version}`, standard] as const))(
    'of %s keeps the schema that is published with it',
    async (name, { kind, version }) => {
      const schema = await readFile(new URL(`schemas/${name}.xsd`, import.meta.url), 'utf8');
      const published = await service.get(`/feeds/credit/exchange/schema?kind=${kind}&schemaVersion=${version}`, FEED);
      expect(published.text).toBe(schema);
      const { text, headers } = await ask(`kind=${kind}&schemaVersion=${version}&format=xml`);
      expect(headers['content-type']).toBe('application/xml; charset=utf-8');
      expect(await validateXML({ xml: text, schema })).toMatchObject({ valid: true, errors: [] });
      const broken = text.replace('<Body', '<body').replace('</Body', '</body');
      expect((await validateXML({ xml: broken, schema })).valid).toBe(false);
    },
  );

  it('has fields of the record that read back as they were, and a tombstone that says what to take down', async () => {
    const { text } = await ask('kind=penalties&format=xml');
    const { ExchangeMessage: message } = create(text).end({ format: 'object' }) as any;
    expect(message.Header).toMatchObject({ item: '行政处罚', sn: expect.stringMatching(/^penalties-2018-\d+$/) });
    expect(message.Body.fields).toMatchObject([
      { '@operation': 'UPSERT', '@record_id': 'penalty-2021-0004', CF_NR_FK: '0.200000' },
      { '@operation': 'DELETE', '@reason': '原处罚决定已撤销', CF_WSH: fine.documentNumber },
    ]);
    expect(message.Body.fields[1]).not.toHaveProperty('CF_SY');
    const [told] = (create(text).node as any).getElementsByTagName('CF_SY');
    expect(told.textContent).toBe(NASTY);
  });
});

describe('a workbook and a CSV file', () => {
  it.each(editions.map((standard) => [`${standard.kind} ${standard.version}`, standard] as const))(
    'of %s have the columns of the standard in its order, then ours',
    async (_, { kind, version, fields }) => {
      const query = `kind=${kind}&schemaVersion=${version}`;
      const titles = [
        ...fields.map(({ zh, name }) => `${zh} ${name}`),
        ...controls.map(({ zh, name }) => `${zh} ${name.toUpperCase()}`),
      ];
      const [{ data }] = (await readSheets(await bytes(`${query}&format=xlsx`))) as any;
      expect(data[0]).toEqual(titles);
      const csv = parse((await ask(`${query}&format=csv`)).text, { bom: true }) as string[][];
      expect(csv[0]).toEqual(titles);
      expect(data.slice(1).map((row: unknown[]) => row.map((cell) => String(cell ?? '')))).toEqual(
        csv.slice(1).map((row) => row.map((cell) => cell.replace(/^'(?==)/, ''))),
      );
    },
  );

  it('say in words why a licence is taken down', async () => {
    const records = parse((await ask('kind=licences&format=csv')).text, { bom: true, columns: true }) as any[];
    expect(records[1]).toMatchObject({ '停止展示原因 REASON': '注销', '当前状态（1有效 2无效） XK_ZT': '2' });
  });

  it('hold the record and the tombstone', async () => {
    const records = parse((await ask('kind=penalties&format=csv')).text, { bom: true, columns: true }) as any[];
    expect(records).toMatchObject([
      { '罚款金额（万元） CF_NR_FK': '0.200000', '违法事实 CF_SY': NASTY, '操作 OPERATION': 'UPSERT' },
      { '罚款金额（万元） CF_NR_FK': '', '操作 OPERATION': 'DELETE', '行政处罚决定书文号 CF_WSH': fine.documentNumber },
    ]);
  });
});

describe('a staging script', () => {
  const staged = async (...queries: readonly string[]) => {
    const database = new pg.Client({ connectionString: await server.database() });
    await database.connect();
    try {
      for (const query of queries) await database.query((await ask(`${query}&format=sql`)).text);
      return await database.query('select * from taizhang_penalties_2018 order by record_id').then(({ rows }) => rows);
    } finally {
      await database.end();
    }
  };

  it('makes the table and its rows, and a tombstone keeps of a row what identifies it', async () => {
    const rows = await staged('kind=penalties');
    expect(rows).toMatchObject([
      { record_id: 'penalty-2021-0003', operation: 'DELETE', cf_wsh: fine.documentNumber, cf_sy: null },
      { record_id: 'penalty-2021-0004', operation: 'UPSERT', cf_sy: NASTY, cf_nr_fk: '0.200000' },
    ]);
    expect(rows[1].cf_jdrq.toLocaleDateString('sv')).toBe('2021-07-02');
  });

  it('may be run again, and an earlier one after a later one changes nothing', async () => {
    const once = await staged('kind=penalties');
    expect(await staged('kind=penalties', 'kind=penalties', 'kind=penalties&limit=1')).toEqual(once);
  });

  it.each(editions.map((standard) => [`${standard.kind} ${standard.version}`, standard] as const))(
    'of %s is taken by PostgreSQL, with the Chinese name of each column',
    async (_, { kind, version, fields }) => {
      const database = new pg.Client({ connectionString: await server.database() });
      await database.connect();
      try {
        await database.query((await ask(`kind=${kind}&schemaVersion=${version}&format=sql`)).text);
        const { rows } = await database.query(
          `select col_description(attrelid, attnum) says from pg_attribute
           where attrelid = 'taizhang_${kind.replace('-', '_')}_${version}'::regclass and attnum > 0 order by attnum`,
        );
        expect(rows.map(({ says }) => says)).toEqual([...fields, ...controls].map(({ zh }) => zh));
      } finally {
        await database.end();
      }
    },
  );
});
