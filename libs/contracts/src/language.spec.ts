import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { bilingual, commandOf, energy, eventOf, knownAs, languages } from './index.js';

describe('the published language', () => {
  it('says of every command and every event what it is, in both languages, and which clause it carries out', () => {
    for (const { records } of languages)
      for (const record of Object.values(records)) {
        for (const command of Object.values(record.commands)) expect(commandOf(command as object).says.zh).not.toBe('');
        for (const event of Object.values(record.events))
          expect(eventOf(event as object).clause).toMatch(/^(P|1|\d(\.\d){0,2})$/);
      }
  });

  it('names every command and event after its class', () => {
    for (const { records } of languages)
      for (const record of Object.values(records))
        for (const [name, payload] of Object.entries({ ...record.commands, ...record.events }))
          expect((payload as { name: string }).name).toBe(name);
  });

  it('calls no two commands and no two facts alike where they are documented', () => {
    const payloads = languages
      .flatMap(({ records }) => Object.values(records))
      .flatMap(({ commands, events }) => [
        ...Object.values(commands).filter((payload) => commandOf(payload).issuedBy === 'department'),
        ...Object.values(events),
      ]);
    const names = [...new Set(payloads)].map((payload) => knownAs(payload as { name: string }));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('has no two records of a department under one path, and no hyphen before the id in a stream name', () => {
    for (const { records } of languages) {
      expect(new Set(Object.values(records).map(({ path }) => path)).size).toBe(Object.keys(records).length);
      for (const kind of Object.keys(records)) expect(kind).toMatch(/^[a-zA-Z]+$/);
    }
  });
});

describe('a field', () => {
  const order = {
    occurredAt: '2021-03-15T10:00:00+08:00',
    documentNumber: '惠能监改〔2021〕12号',
    servedOn: '2021-03-15',
    months: 6,
    items: ['更换电炉'],
  };
  const complaints = (body: object) =>
    validateSync(plainToInstance(energy.OrderRectification, body), { whitelist: true, forbidNonWhitelisted: true });

  it('takes what it says it takes', () => expect(complaints(order)).toEqual([]));

  it('refuses a day that does not exist, in two languages', () => {
    const [complaint] = complaints({ ...order, servedOn: '2021-02-29' });
    expect(complaint?.property).toBe('servedOn');
    expect(bilingual(Object.values(complaint!.constraints!)[0]!)).toEqual({
      zh: '应为存在的日期，如 2021-03-15',
      en: 'must be a day that exists, such as 2021-03-15',
    });
  });

  it.each([
    ['a missing field', { documentNumber: undefined }, 'documentNumber'],
    ['null', { documentNumber: null }, 'documentNumber'],
    ['null where a field may be left out', { approver: null }, 'approver'],
    ['a field nobody declared', { admin: true }, 'admin'],
    ['half a month', { months: 0.5 }, 'months'],
    ['an instant without offset', { occurredAt: '2021-03-15T10:00:00' }, 'occurredAt'],
    ['an empty list', { items: [] }, 'items'],
    ['an object for a list', { items: { 0: 'x' } }, 'items'],
    ['a document with a broken hash', { documents: [{ sha256: 'AB' }] }, 'documents'],
  ])('refuses %s', (_, wrong, property) => {
    expect(complaints({ ...order, ...wrong }).map((complaint) => complaint.property)).toEqual([property]);
  });
});
