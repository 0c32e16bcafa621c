import { fieldsOf, partOf, type FieldFacts } from '#contracts';
import type { Seeded } from '../../apps/cli/src/plan-year/seeded.js';

type PayloadClass = new () => object;

const SHA256 = 'a'.repeat(64);
const DAYS = ['2021-03-15', '2021-06-30', '2021-07-14', '2021-07-15', '2021-09-01', '2021-12-31'];

function one(said: FieldFacts, chance: Seeded): unknown {
  const part = partOf(said);
  if (part) return wellFormed(part, chance);
  if (said.enum) return chance.pick([...said.enum]);
  if (said.format === 'date') return chance.pick(DAYS);
  if (said.format === 'date-time') return `${chance.pick(DAYS)}T10:00:00+08:00`;
  if (said.type === Boolean) return chance.happens(0.5);
  if (said.type === Number || said.type === 'integer')
    return Math.min(said.maximum ?? 1000, (said.minimum ?? 0) + chance.between(0, 20));
  if (said.pattern?.startsWith('^[0-9a-f]')) return SHA256;
  if (said.pattern && said.example !== undefined) return said.example;
  if (said.pattern) return `X-${chance.between(1, 3)}`;
  return said.example ?? '《中华人民共和国行政处罚法》第五十七条'.slice(0, said.maxLength);
}

/** A body that every check of its fields takes, whatever the law makes of it. The same chance gives the same body. */
export function wellFormed(payload: PayloadClass, chance: Seeded): Record<string, unknown> {
  const given = [...fieldsOf(payload)].filter(([, { required }]) => required || chance.happens(0.5));
  return Object.fromEntries(
    given.map(([name, said]) => {
      if (!said.isArray) return [name, one(said, chance)];
      const count = Math.max(said.minItems ?? 0, 2);
      return [name, Array.from({ length: count }, () => one(said, chance))];
    }),
  );
}

/** A body with one thing wrong, and the field that an answer must name. */
export interface Spoiled {
  readonly what: string;
  readonly field: string;
  readonly body: Record<string, unknown>;
}

/** Every way in which a single field of a payload can be wrong: missing, null, another type, out of its range. */
export function spoiled(payload: PayloadClass, chance: Seeded): readonly Spoiled[] {
  const good = wellFormed(payload, chance);
  const but = (field: string, value: unknown, what: string): Spoiled => ({
    what,
    field,
    body: { ...good, [field]: value },
  });
  return [
    { what: 'a field that nobody declared', field: 'undeclared', body: { ...good, undeclared: 1 } },
    ...[...fieldsOf(payload)].flatMap(([name, said]) => [
      ...(said.required ? [but(name, undefined, 'missing')] : []),
      but(name, null, 'null'),
      ...wrongValues(said).map(([what, value]) => but(name, value, what)),
    ]),
  ];
}

function wrongValues(said: FieldFacts): readonly (readonly [what: string, value: unknown])[] {
  const { minItems = 0, maxItems, isArray } = said;
  if (isArray)
    return [
      ['a text for a list', 'x'],
      ['an object for a list', { 0: 'x' }],
      ['a list of numbers', [7]],
      ...(minItems > 0 ? ([['an empty list', []]] as const) : []),
      ...(maxItems && maxItems <= 50 ? ([['too long a list', Array(maxItems + 1).fill('x')]] as const) : []),
    ];
  const part = partOf(said);
  if (part) {
    const isEmptyWrong = [...fieldsOf(part)].some(([, { required }]) => required);
    return [['a text for an object', 'x'], ...(isEmptyWrong ? ([['an empty object', {}]] as const) : [])];
  }
  if (said.type === Boolean) return [['a text for a flag', 'true']];
  if (said.type === Number || said.type === 'integer')
    return [
      ['a text for a number', '7'],
      ['less than the least', (said.minimum ?? 0) - 1],
      ...(said.maximum && said.maximum < Number.MAX_SAFE_INTEGER
        ? ([['more than the most', said.maximum + 1]] as const)
        : []),
    ];
  return [
    ['a number for a text', 7],
    ['an empty text', ''],
    ...(said.enum ? ([['a word that is not one of them', 'NO_SUCH_WORD']] as const) : []),
    ...(said.format === 'date' ? ([['a day that does not exist', '2021-02-30']] as const) : []),
    ...(said.format === 'date-time' ? ([['an instant without offset', '2021-03-15T10:00:00']] as const) : []),
    ...(said.maxLength ? ([['too long a text', 'x'.repeat(said.maxLength + 1)]] as const) : []),
  ];
}
