import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { readPenaltyDocumentNumber } from '#codes';
import { tidied } from '../import/tidy.js';
import { findCommand } from '../languages.js';
import type { Seeded } from '../plan-year/seeded.js';
import { cityYear } from './city-year.js';
import { dirts, soiled } from './dirt.js';
import { dirtRates, type DirtKind } from './rates.js';
import type { CityStep } from './tale.js';

const clean = [...cityYear({ seed: 2021, share: 0.005, dirt: false })];
const kinds = Object.keys(dirts) as DirtKind[];

/** The first step on which this dirt can be, made dirty. */
function soiledWith(kind: DirtKind): { step: CityStep; rows: readonly CityStep[] } {
  let asked = -1;
  const chance = { happens: () => (asked = (asked + 1) % kinds.length) === kinds.indexOf(kind) } as Partial<Seeded>;
  for (const step of clean) {
    const rows = [...soiled(step, chance as Seeded)];
    if (rows.some(({ dirt }) => dirt)) return { step, rows };
  }
  throw new Error(`no row can have ${kind}`);
}

/** Fields that are wrong in a row as the importer sends it on. */
function wrongAfterTidying({ department, command, body }: CityStep): readonly string[] {
  const { payload } = findCommand(department, command)!;
  const { data } = tidied(payload, body);
  const named = (prefix: string, errors: readonly ValidationError[]): string[] =>
    errors.flatMap(({ property, children = [] }) =>
      children.length > 0 ? named(`${prefix}${property}.`, children) : [prefix + property],
    );
  return named('', validateSync(plainToInstance(payload, data), { whitelist: true, forbidNonWhitelisted: true }));
}

describe('dirt', () => {
  it.each(['uscc-lower-case', 'uscc-full-width', 'uscc-spaces'] as const)(
    '%s is tidied by the importer, told, and taken as the row that it is',
    (kind) => {
      const { step, rows } = soiledWith(kind);
      expect(rows).toHaveLength(1);
      const { data, fixUps } = tidied(findCommand(step.department, step.command)!.payload, rows[0]!.body);
      expect(rows[0]!.body).not.toEqual(step.body);
      expect(fixUps).toMatchObject([{ field: 'enterprise.uscc' }]);
      expect(data).toEqual(step.body);
    },
  );

  it.each(['uscc-missing', 'uscc-bad-check', 'uscc-letter-for-digit', 'fine-with-unit', 'far-day'] as const)(
    '%s is not guessed at: refused for its field, and mended under the same key',
    (kind) => {
      const { step, rows } = soiledWith(kind);
      expect(rows).toHaveLength(2);
      const [dirty, mended] = rows as [CityStep, CityStep];
      expect(dirty).toMatchObject({ key: step.key, refusedWith: 'request/fields-wrong', dirt: kind });
      expect(wrongAfterTidying(dirty)).toEqual([dirty.refusedField]);
      expect(mended).toEqual(step);
    },
  );

  it('of a letter for a digit has a proposal, which a person must confirm', () => {
    const { step, rows } = soiledWith('uscc-letter-for-digit');
    const { proposals } = tidied(findCommand(step.department, step.command)!.payload, rows[0]!.body);
    const { uscc } = step.body['enterprise'] as { uscc: string };
    expect(proposals).toMatchObject([{ field: 'enterprise.uscc', meant: uscc }]);
  });

  it('of a name’s spelling is taken as it is: the code says who it is', () => {
    const { rows } = soiledWith('name-variant');
    expect(wrongAfterTidying(rows[0]!)).toEqual([]);
    expect(JSON.stringify(rows[0]!.body)).toContain('有限责任公司');
  });

  it('of brackets leaves the number of a decision what it was', () => {
    const { step, rows } = soiledWith('number-brackets');
    const [written, meant] = [rows[0]!, step].map(({ body }) => String(body['documentNumber']));
    expect(written).not.toBe(meant);
    expect(readPenaltyDocumentNumber(written!).key).toBe(readPenaltyDocumentNumber(meant!).key);
  });

  it('of a row that is sent twice is the same row under the same key', () => {
    const { step, rows } = soiledWith('pushed-twice');
    expect(rows).toEqual([step, { ...step, dirt: 'pushed-twice', isRepeat: true }]);
  });

  it('is never on a row that the law refuses anyhow', () => {
    const refused = clean.find(({ refusedWith }) => refusedWith !== undefined)!;
    expect([...soiled(refused, { happens: () => true } as unknown as Seeded)]).toEqual([refused]);
  });

  it('comes as often as its rates say', () => {
    const rows = [...cityYear({ seed: 2021, share: 0.05 })];
    const could = rows.filter(({ body, dirt }) => body['enterprise'] && !dirt).length;
    for (const kind of ['uscc-missing', 'uscc-lower-case'] as const) {
      const share = rows.filter(({ dirt }) => dirt === kind).length / could;
      expect(share).toBeGreaterThan(dirtRates[kind] * 0.5);
      expect(share).toBeLessThan(dirtRates[kind] * 1.5);
    }
  });
});
