import type { Enterprise } from '#contracts';
import type { Seeded } from '../plan-year/seeded.js';
import { dirtRates, type DirtKind } from './rates.js';
import type { CityStep } from './tale.js';

type Body = Readonly<Record<string, unknown>>;

interface Dirt {
  /** What the row says instead; nothing where this dirt cannot be on it. */
  readonly soil: (body: Body, step: CityStep) => Body | undefined;
  /** What the importer must not guess: the row is refused for this field, and comes again as it should be. */
  readonly refusedField?: string;
}

/** Codes that a field's own rule complains of. */
const FIELDS_WRONG = 'request/fields-wrong';

/** Each kind of dirt, in the order in which they are tried. */
export const dirts: Readonly<Record<DirtKind, Dirt>> = {
  'uscc-missing': { soil: withoutUscc, refusedField: 'enterprise.uscc' },
  'uscc-bad-check': { soil: withUscc(wrongCheck), refusedField: 'enterprise.uscc' },
  'uscc-letter-for-digit': { soil: withUscc(letterForDigit), refusedField: 'enterprise.uscc' },
  'uscc-lower-case': { soil: withUscc((uscc) => uscc.toLowerCase()) },
  'uscc-full-width': { soil: withUscc(fullWidth) },
  'uscc-spaces': { soil: withUscc((uscc) => `${uscc}  `) },
  'name-variant': { soil: withName },
  'number-brackets': { soil: withBrackets },
  'fine-with-unit': { soil: withUnit, refusedField: 'fineFen' },
  'far-day': { soil: withFarDay, refusedField: 'validTo' },
  'pushed-twice': { soil: (body) => body },
};

const kinds = Object.keys(dirts) as DirtKind[];

/**
 * A step as the department's spreadsheet has it, now and then: dirty and taken, dirty and refused and then mended, or
 * sent twice. Whatever is added has the key of the row that it is.
 */
export function* soiled(step: CityStep, chance: Seeded): Generator<CityStep, void, undefined> {
  const kind = drawn(step, chance);
  if (!kind || step.refusedWith !== undefined) return yield step;
  const dirty = { ...step, dirt: kind.name, body: kind.body };
  if (kind.name === 'pushed-twice') {
    yield step;
    yield { ...dirty, isRepeat: true };
  } else if (kind.refusedField) {
    yield { ...dirty, refusedWith: FIELDS_WRONG, refusedField: kind.refusedField };
    yield step;
  } else yield dirty;
}

function drawn(step: CityStep, chance: Seeded) {
  // Chance is drawn for every kind and every step, so that no row changes what befalls the others.
  const befalls = kinds.filter((name) => chance.happens(dirtRates[name]));
  for (const name of befalls) {
    const { soil, refusedField } = dirts[name];
    const body = soil(step.body, step);
    if (body) return { name, body, refusedField };
  }
  return undefined;
}

const enterpriseOf = (body: Body): Enterprise | undefined => body['enterprise'] as Enterprise | undefined;

function withoutUscc(body: Body): Body | undefined {
  const enterprise = enterpriseOf(body);
  if (!enterprise) return undefined;
  const { uscc: _, ...rest } = enterprise;
  return { ...body, enterprise: rest };
}

function withUscc(change: (uscc: string) => string): Dirt['soil'] {
  return (body) => {
    const enterprise = enterpriseOf(body);
    return enterprise && { ...body, enterprise: { ...enterprise, uscc: change(enterprise.uscc) } };
  };
}

/** Another last character than the check character. */
function wrongCheck(uscc: string): string {
  return uscc.slice(0, -1) + (uscc.endsWith('2') ? '3' : '2');
}

/** The first 0 of the number, or else its first 1, as the letter that looks like it. */
function letterForDigit(uscc: string): string {
  return uscc.slice(0, 8) + uscc.slice(8).replace(/[01]/, (digit) => (digit === '0' ? 'O' : 'I'));
}

function fullWidth(uscc: string): string {
  return uscc.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** Inspections only: who is inspected under another spelling is still known by the code. */
const inspections: readonly string[] = ['RecordInspection', 'ConductSafetyInspection'];
function withName(body: Body, { command }: CityStep): Body | undefined {
  const enterprise = enterpriseOf(body);
  if (!enterprise || !inspections.includes(command)) return undefined;
  return { ...body, enterprise: { ...enterprise, name: enterprise.name.replace('有限公司', '有限责任公司') } };
}

function withBrackets(body: Body, { command, key }: CityStep): Body | undefined {
  const number = body['documentNumber'];
  if (command !== 'DecidePenalty' || typeof number !== 'string') return undefined;
  const pairs = ['()', '[]', '（）', '【】', '﹝﹞'];
  const [open, close] = pairs[key.length % pairs.length]!;
  return { ...body, documentNumber: number.replace('〔', open!).replace('〕', close!) };
}

/** As it stands in the decision, in units of ten thousand yuan. */
function withUnit(body: Body): Body | undefined {
  const fen = body['fineFen'];
  return typeof fen === 'number' ? { ...body, fineFen: `${fen / 1_000_000}万元` } : undefined;
}

/** How old systems write that something has no end. */
function withFarDay(body: Body, { command }: CityStep): Body | undefined {
  return command === 'RecordLicenceIssued' ? { ...body, validTo: '2099/12/31' } : undefined;
}
