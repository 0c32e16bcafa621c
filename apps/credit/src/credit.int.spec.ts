import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Global, Module } from '@nestjs/common';
import { generateKeyPair, SignJWT } from 'jose';
import { encode } from '#contracts';
import { DepartmentModule, Offices, ScenarioClock } from '#department';
import { CLOCK, EVENT_STORE, memoryEventStore } from '#event-store';
import { authority, IdentityModule } from '#identity';
import { open, openLog, readConfiguration, type OpenedService } from '#runtime';
import { credit } from './credit.js';
import { fine, missedExit, publishBy } from './record-testing.js';
import { ReceiptsController } from './receipts.controller.js';

const clock = new ScenarioClock('2021-08-02T17:00:00+08:00');
const store = memoryEventStore({ clock });
const keys = generateKeyPair('Ed25519');
let service: OpenedService;

@Global()
@Module({
  providers: [
    { provide: EVENT_STORE, useValue: store },
    { provide: CLOCK, useValue: clock },
  ],
  exports: [EVENT_STORE, CLOCK],
})
class Ledger {}

@Module({})
class City {}

const issuer = { issuer: 'spec', audience: 'taizhang' };

beforeAll(async () => {
  const { publicKey: key } = await keys;
  const city = {
    module: City,
    imports: [Ledger, IdentityModule.for(authority({ ...issuer, key })), DepartmentModule.for(credit)],
    controllers: [ReceiptsController],
  };
  const { configuration } = readConfiguration({ PORT: '0' });
  const log = openLog({ level: 'fatal', pretty: false, destination: { write: () => {} } });
  service = await open(city, { configuration, log, api: false });
});
afterAll(() => service.close());

async function post(path: string, role: string, body: object) {
  const token = await new SignJWT({ roles: [role] })
    .setProtectedHeader({ alg: 'Ed25519' })
    .setIssuer(issuer.issuer)
    .setAudience(issuer.audience)
    .setSubject('li')
    .setExpirationTime('1h')
    .sign((await keys).privateKey);
  const answer = await fetch(`${service.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as any };
}

const now = () => new Date(clock.now()).toISOString();
const act = async (id: string, command: string, data: object) => {
  const { status, body } = await post(`/credit/records/${id}/${command}`, 'department:credit:post', {
    occurredAt: now(),
    ...data,
  });
  expect({ status, ...body }).toMatchObject({ status: 201 });
  return body;
};
const send = (...receipts: object[]) => post('/feeds/credit/receipts', 'credit-platform', { receipts });
const statuses = ({ body }: Awaited<ReturnType<typeof send>>): number[] =>
  body.outcomes.map(({ status }: { status: number }) => status);

const office = () => service.app.get(Offices, { strict: false });
const factsOf = async (id: string) =>
  (await store.read(`credit.record-${id}`)).events.map(({ type }) => type.slice('credit.'.length));

/** A fact as another department records it. */
async function recorded(stream: string, type: string, data: object, department = 'energy'): Promise<void> {
  const meta = {
    schema: 1,
    occurredAt: now(),
    department,
    actor: { client: 'spec' },
    rules: [],
    visibility: 'public',
    documents: [],
    correlationId: 'spec',
  } as const;
  await store.append(stream, [encode(randomUUID(), department, { type, data }, meta)], 'any');
  await office().settle();
}

const { authority: _, authorityCode: __, field: ___, ...decision } = fine;

/** A penalty decided, told, collected and pushed; answers with the id of its item in the feed. */
async function pushed(penaltyId: string): Promise<string> {
  await recorded(`energy.penalty-${penaltyId}`, 'PenaltyDecided', decision);
  const id = `penalty-${penaltyId}`;
  await act(id, 'notify-subject', { notifiedOn: '2021-08-02' });
  await act(id, 'collect-credit-info', { batchId: 'XY-1' });
  return (await act(id, 'push-credit-info', { platform: 'CREDIT_GUANGDONG' })).events[0].id;
}

const acknowledgement = (recordId: string, itemId: string) => ({
  recordId,
  itemId,
  outcome: 'acknowledged',
  receiptNumber: 'XYGD-1',
  occurredAt: '2021-08-02T17:00:00+08:00',
});

describe('receipts of the credit platform', () => {
  it('acknowledge an item once, however often they are sent', async () => {
    const itemId = await pushed('once');
    const receipt = acknowledgement('penalty-once', itemId);
    expect(statuses(await send(receipt, receipt))).toEqual([201, 200]);
    const again = await send(receipt);
    expect(again.body.outcomes[0]).toMatchObject({ recordId: 'penalty-once', itemId, status: 200 });
    expect((await factsOf('penalty-once')).filter((type) => type === 'CreditInfoAcknowledged')).toHaveLength(1);
  });

  it('have an outcome each, in the order sent, and a bad one holds up nobody', async () => {
    const [one, two] = [await pushed('one'), await pushed('two')];
    const { status, body } = await send(
      acknowledgement('penalty-one', two),
      acknowledgement('penalty-nowhere', one),
      { ...acknowledgement('penalty-one', one), reason: '与签收无关' },
      { ...acknowledgement('penalty-two', two), outcome: 'rejected', receiptNumber: undefined, reason: '案由不清' },
      { ...acknowledgement('penalty-two', two) },
      { ...acknowledgement('penalty-one', one), receiptNumber: undefined },
      { ...acknowledgement('penalty-one', one), occurredAt: '2021-08-03T00:00:00+08:00' },
      acknowledgement('penalty-one', one),
    );
    expect(status).toBe(200);
    expect(
      body.outcomes.map((outcome: any) => [outcome.status, outcome.problem?.type ?? outcome.receipt.events[0].type]),
    ).toEqual([
      [409, 'urn:taizhang:credit/no-such-item'],
      [409, 'urn:taizhang:credit/no-record'],
      [400, 'urn:taizhang:request/fields-wrong'],
      [201, 'credit.CreditInfoRejected'],
      [409, 'urn:taizhang:credit/already-answered'],
      [400, 'urn:taizhang:request/fields-wrong'],
      [422, 'urn:taizhang:request/occurred-in-future'],
      [201, 'credit.CreditInfoAcknowledged'],
    ]);
  });

  it('are taken from the platform only, and from one to a thousand', async () => {
    const receipt = acknowledgement('penalty-one', 'x');
    expect((await post('/feeds/credit/receipts', 'auditor', { receipts: [receipt] })).status).toBe(403);
    expect((await send()).body).toMatchObject({ status: 400, type: 'urn:taizhang:request/fields-wrong' });
    expect((await send(...Array.from({ length: 1001 }, () => receipt))).status).toBe(400);
    expect(statuses(await send(...Array.from({ length: 1000 }, () => receipt)))).toHaveLength(1000);
    const { body } = await send({ ...receipt, outcome: 'lost' });
    expect(body.errors[0].field).toBe('receipts.0.outcome');
  });
});

describe('golden scenario 21 at the door', () => {
  const rejection = (recordId: string, itemId: string, field?: string) => ({
    ...acknowledgement(recordId, itemId),
    outcome: 'rejected',
    receiptNumber: undefined,
    field,
    reason: '违法事实过于简略',
  });
  const content = { ...fine, facts: '现场检查发现仍在使用淘汰的中频炉两台' };
  const push = async (id: string) =>
    (await act(id, 'push-credit-info', { platform: 'CREDIT_GUANGDONG' })).events[0].id as string;

  it('opens a record again when it is sent back, and closes it when it was put right and sent again', async () => {
    const id = 'penalty-resent';
    const first = await pushed('resent');
    expect(statuses(await send(rejection(id, first, 'CF_SY')))).toEqual([201]);
    const early = await post(`/credit/records/${id}/push-credit-info`, 'department:credit:post', {
      occurredAt: now(),
      platform: 'CREDIT_GUANGDONG',
    });
    expect(early.body).toMatchObject({ status: 409, type: 'urn:taizhang:credit/not-corrected' });
    await act(id, 'correct-credit-info', { content, reason: '事实补充' });
    const second = await push(id);
    expect(second).not.toBe(first);
    expect(statuses(await send(acknowledgement(id, second)))).toEqual([201]);
    expect((await factsOf(id)).slice(-5)).toEqual([
      'CreditInfoPushed',
      'CreditInfoRejected',
      'CreditInfoCorrected',
      'CreditInfoPushed',
      'CreditInfoAcknowledged',
    ]);
  });

  it('takes receipts out of order: a late one is kept and says nothing of the newer item', async () => {
    const id = 'penalty-order';
    const first = await pushed('order');
    await send(rejection(id, first));
    const second = await push(id);
    expect(statuses(await send(acknowledgement(id, second), rejection(id, first)))).toEqual([201, 200]);
    expect(statuses(await send(acknowledgement(id, first)))).toEqual([409]);
    await act(id, 'record-publication', {
      platform: 'CREDIT_GUANGDONG',
      url: 'https://credit.example/2',
      publishedOn: '2021-08-02',
    });
  });

  it('contradicts no answer, and records nothing for what was never handed out', async () => {
    const id = 'penalty-never';
    const itemId = await pushed('never');
    await send(acknowledgement(id, itemId));
    const before = await factsOf(id);
    const { body } = await send(
      rejection(id, itemId),
      acknowledgement(id, randomUUID()),
      acknowledgement('penalty-nobody', itemId),
      { ...acknowledgement('environment.permit-nobody', itemId), kind: 'licences' },
      { ...acknowledgement('a b', itemId), kind: 'penalties' },
    );
    expect(body.outcomes.map((one: any) => [one.status, one.problem.type.split(':').at(-1)])).toEqual([
      [409, 'credit/already-answered'],
      [409, 'credit/no-such-item'],
      [409, 'credit/no-record'],
      [409, 'credit/no-such-item'],
      [400, expect.any(String)],
    ]);
    for (const { problem } of body.outcomes) expect(problem.wayOut?.en ?? problem.detail).toBeTruthy();
    expect(await factsOf(id)).toEqual(before);
  });

  it('answers items of licences and promises by what the exchange calls them', async () => {
    const stream = 'environment.permit-91441322MA00TT0126001P';
    await recorded(stream, 'DischargePermitIssued', {}, 'environment');
    const itemId = (await store.read(stream)).events[0]!.id;
    const receipt = { ...acknowledgement(stream, itemId), kind: 'licences' };
    expect(statuses(await send(receipt, receipt))).toEqual([201, 200]);
    expect(statuses(await send({ ...rejection(stream, itemId), kind: 'licences' }))).toEqual([409]);
    const { events } = await store.read(`credit.delivery-${itemId}`);
    expect(events.map(({ type }) => type)).toEqual(['credit.ItemAcknowledged']);
  });
});

describe('the credit department at work', () => {
  it('carries a missed exit from its determination through restriction to the late exit', async () => {
    const { enterprise, facts: fact, legalBasis, documentNumber } = missedExit;
    const stream = 'energy.equipment-furnace-1';
    await recorded(stream, 'ExitNonCompletionDetermined', {
      enterprise,
      dueOn: '2021-06-30',
      equipment: '中频炉一台',
      fact,
      legalBasis,
      documentNumber,
      notifiedOn: '2021-08-02',
    });
    const id = 'exit-furnace-1';
    await act(id, 'collect-credit-info', { batchId: 'XY-1' });
    await act(id, 'push-credit-info', { platform: 'CREDIT_GUANGDONG' });
    await act(id, 'record-publication', {
      platform: 'CREDIT_GUANGDONG',
      url: 'https://credit.example/1',
      publishedOn: '2021-08-02',
    });
    await act(id, 'propose-restriction', { field: 'PRODUCTION_LICENCE', measure: '不予新发许可' });
    await act(id, 'apply-restriction', { field: 'PRODUCTION_LICENCE', from: '2021-08-02' });
    await recorded(stream, 'MainEquipmentDismantled', {
      dismantledOn: '2021-08-02',
      disposal: 'SCRAPPED',
      witness: '博罗县工信局',
    });
    expect((await factsOf(id)).slice(-3)).toEqual(['LateExitNoted', 'CreditRestrictionLifted', 'DisplayStopped']);
  });

  it('says that publication is overdue when the seventh working day has ended, and stops display at its term', async () => {
    await pushed('late');
    await office().moveClock(clock, Date.parse(`${publishBy}T23:59:59.999+08:00`));
    expect(await factsOf('penalty-late')).not.toContain('PublicationOverdue');
    await office().moveClock(clock, Date.parse('2021-08-12T00:00:00+08:00'));
    expect((await factsOf('penalty-late')).at(-1)).toBe('PublicationOverdue');
    await office().moveClock(clock, Date.parse('2022-08-03T00:00:00+08:00'));
    expect((await factsOf('penalty-late')).at(-1)).toBe('DisplayStopped');
  });
});
