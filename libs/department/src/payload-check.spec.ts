import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { languages } from '#contracts';
import { payloadCheck, type PayloadCheck } from './payload-check.js';
import { Moor } from './testing-harbour.js';

const classes = languages
  .flatMap(({ records }) => Object.values(records))
  .flatMap(({ commands }) => Object.values(commands) as (new () => object)[]);

const accepts = (payload: new () => object, data: object): boolean => {
  try {
    const check: PayloadCheck = payloadCheck(payload, '2.1.3');
    check(data);
    return true;
  } catch {
    return false;
  }
};
const isValid = (payload: new () => object, data: object): boolean =>
  validateSync(plainToInstance(payload, data), { whitelist: true, forbidNonWhitelisted: true }).length === 0;

const good = {
  occurredAt: '2021-03-15T10:00:00+08:00',
  ship: 'Ada',
  untilOn: '2021-03-20',
  uscc: '91441322MA00TT0126',
  officers: ['A1'],
  documents: [{ number: '1', sha256: 'a'.repeat(64) }],
  papers: [{ title: 't' }],
};
const wrong = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(undefined), fc.constant([{ number: 7 }]));
const path = fc.constantFrom(...Object.keys(good), 'extra', '__proto__', 'constructor');

describe('the check of a payload', () => {
  it('takes a whole payload', () => expect(accepts(Moor, good)).toBe(true));

  it('says yes exactly when class-validator does, whatever is wrong with a payload', () =>
    fc.assert(
      fc.property(fc.dictionary(path, wrong, { maxKeys: 3 }), (changes) => {
        const data = { ...good, ...changes };
        expect(accepts(Moor, data)).toBe(isValid(Moor, data));
      }),
      { numRuns: 500 },
    ));

  it('says no to an empty payload of every command, naming its fields', () => {
    for (const payload of classes) expect(accepts(payload, {})).toBe(false);
  });

  it('agrees with class-validator about payloads of every command', () =>
    fc.assert(
      fc.property(fc.constantFrom(...classes), fc.jsonValue({ maxDepth: 1 }), (payload, value) => {
        const data = Object.fromEntries(Object.keys(new payload()).map((name) => [name, value]));
        expect(accepts(payload, data)).toBe(isValid(payload, data));
      }),
    ));
});
