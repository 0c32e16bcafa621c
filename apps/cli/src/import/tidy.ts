import { getMetadataStorage } from 'class-validator';
import { halfWidth, normaliseUscc } from '#codes';
import { fieldsOf } from '../field-help.js';
import type { FixUp, Proposal } from './row.js';

/** A body with its codes tidied, and what was done or might be. */
export interface Tidied {
  readonly data: Readonly<Record<string, unknown>>;
  readonly fixUps: readonly FixUp[];
  readonly proposals: readonly Proposal[];
}

const SITE_LENGTH = 22;
const USCC_LENGTH = 18;

/**
 * Tidies the codes in a body out of a spreadsheet: full-width characters, spaces around, lower case. Nothing else is
 * touched, and a code that is still wrong stays so: the ledger refuses it with its reason.
 */
export function tidied(payload: new () => object, data: Readonly<Record<string, unknown>>, path = ''): Tidied {
  const fixUps: FixUp[] = [];
  const proposals: Proposal[] = [];
  const tidy = Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const field = path + name;
      const rule = codesOf(payload).get(name);
      if (rule === undefined) return [name, value];
      if (typeof rule === 'function') return [name, insides(rule, value, field, fixUps, proposals)];
      if (typeof value !== 'string') return [name, value];
      const { text, meant } = rule === 'uscc' ? usccOf(value) : siteOf(value);
      if (text !== value) fixUps.push({ field, from: value, to: text });
      if (meant) proposals.push({ field, was: text, meant });
      return [name, text];
    }),
  );
  return { data: tidy, fixUps, proposals };
}

function insides(
  part: new () => object,
  value: unknown,
  field: string,
  fixUps: FixUp[],
  proposals: Proposal[],
): unknown {
  if (Array.isArray(value)) return value.map((one, at) => insides(part, one, `${field}.${at}`, fixUps, proposals));
  if (typeof value !== 'object' || value === null) return value;
  const inner = tidied(part, value as Record<string, unknown>, `${field}.`);
  fixUps.push(...inner.fixUps);
  proposals.push(...inner.proposals);
  return inner.data;
}

interface Code {
  readonly text: string;
  readonly meant?: string;
}

function usccOf(raw: string): Code {
  const { text, proposal } = normaliseUscc(raw);
  return { text, ...(proposal ? { meant: proposal.uscc } : {}) };
}

/** The first 18 characters of a site code are the code of its enterprise. */
function siteOf(raw: string): Code {
  const text = halfWidth(raw).trim().toUpperCase();
  const { proposal } = normaliseUscc(text.slice(0, USCC_LENGTH));
  return {
    text,
    ...(proposal && text.length === SITE_LENGTH ? { meant: proposal.uscc + text.slice(USCC_LENGTH) } : {}),
  };
}

/** A field that is a code, or a part in which codes may be. */
type Rule = 'uscc' | 'siteCode' | (new () => object);

const known = new WeakMap<new () => object, ReadonlyMap<string, Rule>>();

/** The fields of a class that are tidied, or that hold such. Looked up once: a file has as many rows as it likes. */
function codesOf(payload: new () => object): ReadonlyMap<string, Rule> {
  const before = known.get(payload);
  if (before) return before;
  const codes = new Map<string, Rule>();
  for (const { name, part } of fieldsOf(payload)) {
    const rule = part ?? ruleOf(payload, name);
    if (rule) codes.set(name, rule);
  }
  known.set(payload, codes);
  return codes;
}

function ruleOf(payload: new () => object, name: string): 'uscc' | 'siteCode' | undefined {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(payload, '', false, false);
  const rule = metadata.find(({ propertyName, type }) => propertyName === name && type === 'customValidation')?.name;
  return rule === 'uscc' || rule === 'siteCode' ? rule : undefined;
}
