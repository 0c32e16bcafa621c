import type { Schema } from './refusals.js';

export type Schemas = Readonly<Record<string, Schema>>;

interface Plain {
  readonly type?: string | readonly string[];
  readonly properties?: Schemas;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly description?: string;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly maxLength?: number;
}

const FORMATS: Readonly<Record<string, string>> = {
  date: '2021-03-15',
  'date-time': '2021-03-15T10:00:00+08:00',
  uuid: '0193a6f0-0000-7000-8000-000000000001',
  uri: 'urn:taizhang:energy/extension-too-long',
};

const REF = '#/components/schemas/';

/** What a reference to a component refers to. Throws when there is no such schema: a bug of the document. */
export function resolved(schema: Schema, schemas: Schemas): Plain {
  if (!('$ref' in schema)) return schema as Plain;
  const found = schemas[schema.$ref.slice(REF.length)];
  if (!found) throw new Error(`the document has no ${schema.$ref}`);
  return resolved(found, schemas);
}

/**
 * A value of the shape that a schema says: its own examples where it has some. Optional fields of a request stand in it
 * only where they have an example; of an answer, all of them do.
 */
export function exampleOf(schema: Schema, schemas: Schemas, whole = false, within: readonly object[] = []): unknown {
  const said = resolved(schema, schemas);
  const own = said.example ?? said.examples?.[0] ?? said.default ?? said.const ?? said.enum?.[0];
  const type = Array.isArray(said.type) ? (said.type as string[]).find((one) => one !== 'null') : said.type;
  if (own !== undefined) return type === 'array' && !Array.isArray(own) ? [own] : own;
  if (within.includes(said)) return {};
  const inner = (part: Schema) => exampleOf(part, schemas, whole, [...within, said]);
  if (said.allOf) return Object.assign({}, ...said.allOf.map(inner));
  const choice = said.oneOf?.[0] ?? said.anyOf?.[0];
  if (choice) return inner(choice);
  if (type === 'array') return Array.from({ length: said.minItems || 1 }, () => inner(said.items!));
  if (type === 'object' || said.properties)
    return Object.fromEntries(
      Object.entries(said.properties ?? {})
        .filter(([name, part]) => whole || said.required?.includes(name) || hasExample(part))
        .map(([name, part]) => [name, inner(part)]),
    );
  if (type === 'integer' || type === 'number') return Math.max(1, said.minimum ?? 0);
  if (type === 'boolean') return true;
  return textOf(said);
}

const hasExample = (schema: Schema): boolean => 'example' in schema;

function textOf({ format, pattern, description = '文本', maxLength }: Plain): string {
  if (format && FORMATS[format]) return FORMATS[format];
  if (pattern?.startsWith('^[0-9a-f]{64}')) return 'a'.repeat(64);
  if (pattern) return 'C-2021-001';
  // What the field is called stands for what may be in it.
  const name = description.split(' / ').find((part) => /\p{Script=Han}/u.test(part)) ?? description;
  return name.slice(0, maxLength ?? 64);
}
