import { commandOf, eventOf, knownAs, languages, type Catalogue } from '#contracts';
import { namespaceOf } from '#decider';
import { exampleOf, type Schemas } from '#runtime';

/** A kind of message: a fact that leaves the ledger, or a command that comes to it. */
export interface Kind {
  /** As CloudEvents carry it: `energy.RectificationOrdered`. */
  readonly type: string;
  readonly department: string;
  /** Name of the payload's schema. */
  readonly payload: string;
  readonly zh: string;
  readonly en: string;
  readonly clause: string;
}

const kindsOf = (
  { department, records }: Catalogue,
  kindOf: (record: Catalogue['records'][string]) => readonly (readonly [name: string, payload: Named, said: Said])[],
): Kind[] =>
  Object.values(records).flatMap((record) =>
    kindOf(record).map(([name, payload, { says, clause }]) => ({
      type: `${namespaceOf(department)}.${name}`,
      department,
      payload: knownAs(payload),
      ...says,
      clause,
    })),
  );

type Named = Parameters<typeof knownAs>[0];
type Said = Pick<ReturnType<typeof eventOf>, 'says' | 'clause'>;

/** Every fact that is for the public or for government bodies; sealed ones are in no topic. */
export const facts: readonly Kind[] = languages.flatMap((language) =>
  kindsOf(language, (record) =>
    Object.entries(record.events).flatMap(([name, payload]) => {
      const said = eventOf(payload, record);
      return said.visibility === 'sealed' ? [] : [[name, payload, said] as const];
    }),
  ),
);

/** Every command that a department's systems may give. */
export const commands: readonly Kind[] = languages.flatMap((language) =>
  kindsOf(language, (record) =>
    Object.entries(record.commands).flatMap(([name, payload]) => {
      const said = commandOf(payload, record);
      return said.issuedBy === 'system' ? [] : [[name, payload, said] as const];
    }),
  ),
);

const SCHEMA = '#/components/schemas/';

/** A message of the document: a CloudEvent 1.0 in binary mode, attributes in headers and the payload as value. */
export function messageOf({ type, payload, zh, en, clause }: Kind, headers: string, schemas: Schemas): object {
  const reference = { $ref: SCHEMA + payload };
  return {
    name: type,
    title: `${zh} / ${en}`,
    summary: `方案 ${clause} / Clause ${clause} of the plan`,
    contentType: 'application/json',
    headers: { $ref: SCHEMA + headers },
    payload: reference,
    correlationId: { $ref: '#/components/correlationIds/matter' },
    examples: [
      {
        name: type.replace('.', '-'),
        payload: exampleOf(reference, schemas),
      },
    ],
  };
}

/** The schemas that are named, with all that they refer to, by name. */
export function withParts(names: Iterable<string>, schemas: Schemas): Schemas {
  const found = new Map<string, Schemas[string]>();
  const take = (name: string) => {
    const schema = schemas[name];
    if (!schema) throw new Error(`there is no schema ${name}`);
    if (found.has(name)) return;
    found.set(name, schema);
    for (const [, part] of JSON.stringify(schema).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) take(part!);
  };
  for (const name of names) take(name);
  return Object.fromEntries([...found].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
