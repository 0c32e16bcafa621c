import { resolved, surfaceOf, type Document, type Promised, type Schema } from './surface.ts';

/** A difference between two versions of a document, as those who rely on it meet it. */
export interface Change {
  readonly where: string;
  readonly says: string;
  /** Whether a caller of the earlier version may fail with the later one. */
  readonly isBreaking: boolean;
}

/** A limit is narrower when it grows, or when it shrinks. */
const NARROWER: Readonly<Record<string, 1 | -1>> = {
  minimum: 1,
  minLength: 1,
  minItems: 1,
  maximum: -1,
  maxLength: -1,
  maxItems: -1,
};

/** Every change of what is promised, breaking ones first. Words and examples promise nothing. */
export function changesBetween(before: Document, after: Document): readonly Change[] {
  const [had, has] = [surfaceOf(before), surfaceOf(after)];
  // A part that many routes take or give is told of once, where it is met first.
  const seen = new Set<string>();
  const lost = [...had.keys()].filter((name) => !has.has(name));
  const gained = [...has.keys()].filter((name) => !had.has(name));
  const kept = [...had].flatMap(([name, promised]) => {
    const now = has.get(name);
    return now ? between(name, promised, now, { before, after, seen }) : [];
  });
  return [
    ...lost.map((where) => ({ where, says: 'is gone', isBreaking: true })),
    ...gained.map((where) => ({ where, says: 'is new', isBreaking: false })),
    ...kept,
  ].toSorted((one, other) => Number(other.isBreaking) - Number(one.isBreaking));
}

interface Versions {
  readonly before: Document;
  readonly after: Document;
  readonly seen: Set<string>;
}

function between(name: string, had: Promised, has: Promised, { before, after, seen }: Versions): Change[] {
  const { way } = had;
  const changes: Change[] = [];
  const tell = (where: string, says: string, isBreaking: boolean) => void changes.push({ where, says, isBreaking });

  const compare = (where: string, one: Schema, other: Schema): void => {
    const pair = `${way} ${one.$ref} ${other.$ref}`;
    if (one.$ref && seen.has(pair)) return;
    seen.add(pair);
    const [was, is] = [resolved(before, one), resolved(after, other)];
    for (const word of ['type', 'format', 'pattern'] as const)
      if (String(was[word]) !== String(is[word]))
        tell(
          where,
          `${word} was ${was[word] ?? 'anything'}, is ${is[word] ?? 'anything'}`,
          isNarrower(way, was[word], is[word]),
        );
    for (const [limit, sign] of Object.entries(NARROWER)) {
      const [from, to] = [was[limit], is[limit]] as (number | undefined)[];
      const grown = (to ?? -sign * Infinity) - (from ?? -sign * Infinity);
      if (from !== to)
        tell(where, `${limit} was ${from ?? 'none'}, is ${to ?? 'none'}`, way === 'sent' && sign * grown > 0);
    }
    const words = (schema: Schema) => schema.enum?.map(String) ?? [];
    for (const word of words(was).filter((word) => is.enum && !words(is).includes(word)))
      tell(where, `takes ${word} no more`, way === 'sent');
    for (const word of words(is).filter((word) => was.enum && !words(was).includes(word)))
      tell(where, `may be ${word}`, false);
    if (!was.enum && is.enum) tell(where, `must be one of ${words(is).join(', ')}`, way === 'sent');
    const [own, now] = [was.properties ?? {}, is.properties ?? {}];
    for (const field of Object.keys({ ...own, ...now })) {
      const at = `${where} ${field}`;
      const [needed, needs] = [was, is].map(({ required = [] }) => required.includes(field));
      if (!now[field]) tell(at, 'is gone', true);
      else if (!own[field]) tell(at, needs ? 'is new, and required' : 'is new', way === 'sent' && Boolean(needs));
      else {
        if (needed !== needs) tell(at, needs ? 'is required now' : 'may be left out now', (way === 'sent') === needs);
        compare(at, own[field], now[field]);
      }
    }
    if (was.items && is.items) compare(`${where}[]`, was.items, is.items);
    was.allOf?.forEach((part, at) => is.allOf?.[at] && compare(where, part, is.allOf[at]));
  };

  compare(name, had.schema, has.schema);
  return changes;
}

/** What is sent may be told to be anything at last; what is given must stay what it was told to be. */
const isNarrower = (way: Promised['way'], was: unknown, is: unknown): boolean =>
  way === 'sent' ? is !== undefined : was !== undefined;
