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

function between(name: string, { way, schema }: Promised, has: Promised, { before, after, seen }: Versions): Change[] {
  const compare = (where: string, one: Schema, other: Schema): Change[] => {
    const pair = `${way} ${one.$ref} ${other.$ref}`;
    if (one.$ref && seen.has(pair)) return [];
    seen.add(pair);
    const [was, is] = [resolved(before, one), resolved(after, other)];
    const parts = (was.allOf ?? []).map((part, at) => [where, part, is.allOf?.[at]] as const);
    const inner = [
      ...Object.entries(was.properties ?? {}).map(([name, field]) => [
        `${where} ${name}`,
        field,
        is.properties?.[name],
      ]),
      [`${where}[]`, was.items, is.items],
      ...parts,
    ] as readonly (readonly [string, Schema | undefined, Schema | undefined])[];
    return [
      ...RULES.flatMap((rule) => [...rule(was, is, way)]).map(([says, isBreaking, field]) => ({
        where: field ? `${where} ${field}` : where,
        says,
        isBreaking,
      })),
      ...inner.flatMap(([at, own, now]) => (own && now ? compare(at, own, now) : [])),
    ];
  };
  return compare(name, schema, has.schema);
}

type Rule = (
  was: Schema,
  is: Schema,
  way: Promised['way'],
) => Iterable<readonly [says: string, isBreaking: boolean, field?: string]>;

const RULES: readonly Rule[] = [
  /** What is sent may be told to be anything at last; what is given must stay what it was told to be. */
  function* kinds(was, is, way) {
    for (const word of ['type', 'format', 'pattern'] as const)
      if (String(was[word]) !== String(is[word]))
        yield [
          `${word} was ${was[word] ?? 'anything'}, is ${is[word] ?? 'anything'}`,
          (way === 'sent' ? is[word] : was[word]) !== undefined,
        ];
  },

  function* limits(was, is, way) {
    for (const [limit, sign] of Object.entries(NARROWER)) {
      const [from, to] = [was[limit], is[limit]] as (number | undefined)[];
      const grown = (to ?? -sign * Infinity) - (from ?? -sign * Infinity);
      if (from !== to) yield [`${limit} was ${from ?? 'none'}, is ${to ?? 'none'}`, way === 'sent' && sign * grown > 0];
    }
  },

  function* words(was, is, way) {
    const [had, has] = [was, is].map((schema) => schema.enum?.map(String)) as (string[] | undefined)[];
    if (!has) return;
    if (!had) return yield [`must be one of ${has.join(', ')}`, way === 'sent'];
    for (const word of had.filter((word) => !has.includes(word))) yield [`takes ${word} no more`, way === 'sent'];
    for (const word of has.filter((word) => !had.includes(word))) yield [`may be ${word}`, false];
  },

  function* fields(was, is, way) {
    const [own, now] = [was.properties ?? {}, is.properties ?? {}];
    for (const field of Object.keys({ ...own, ...now })) {
      const [needed, needs] = [was, is].map(({ required = [] }) => required.includes(field)) as [boolean, boolean];
      if (!now[field]) yield ['is gone', true, field];
      else if (!own[field]) yield [needs ? 'is new, and required' : 'is new', way === 'sent' && needs, field];
      else if (needed !== needs)
        yield [needs ? 'is required now' : 'may be left out now', (way === 'sent') === needs, field];
    }
  },
];
