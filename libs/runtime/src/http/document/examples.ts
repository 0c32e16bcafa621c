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

const BY_FORMAT: Readonly<Record<string, string>> = {
  date: '2021-03-15',
  'date-time': '2021-03-15T10:00:00+08:00',
  uuid: '0193a6f0-0000-7000-8000-000000000001',
  uri: 'urn:taizhang:energy/extension-too-long',
};

/** What fields of these names hold wherever they stand, where they have no example of their own. */
const BY_NAME: Readonly<Record<string, string>> = {
  caseId: 'C-2021-001',
  county: 'BL',
  en: 'In English',
  eventId: '0193a6f0-0000-7000-8000-000000000001',
  industry: '3120',
  name: '博罗县永丰铸造有限公司〔模拟〕',
  type: 'energy.EnergyRectificationOrdered',
  uscc: '91441322MA00TT0126',
  zh: '中文',
};

const REF = '#/components/schemas/';

function resolved(schema: Schema, schemas: Schemas): Plain {
  if (!('$ref' in schema)) return schema as Plain;
  const found = schemas[schema.$ref.slice(REF.length)];
  if (!found) throw new Error(`the document has no ${schema.$ref}`);
  return resolved(found, schemas);
}

interface Showing {
  /** Optional fields stand in it too, not only those that have an example. */
  readonly whole?: boolean;
}

/**
 * A value of the shape that a schema says, by its own examples where it has some. Throws when the schema refers to one
 * that does not exist: a bug of the document.
 */
export function exampleOf(schema: Schema, schemas: Schemas, { whole = false }: Showing = {}): unknown {
  const show = (schema: Schema, name: string, within: readonly object[]): unknown => {
    const said = resolved(schema, schemas);
    const own = said.example ?? said.examples?.[0] ?? said.default ?? said.const ?? said.enum?.[0];
    const type = Array.isArray(said.type) ? (said.type as string[]).find((one) => one !== 'null') : said.type;
    if (own !== undefined) return type === 'array' && !Array.isArray(own) ? [own] : own;
    if (within.includes(said)) return {};
    const part = (one: Schema, called = name) => show(one, called, [...within, said]);
    const choice = said.oneOf?.[0] ?? said.anyOf?.[0];
    if (said.allOf) return Object.assign({}, ...said.allOf.map((one) => part(one)));
    if (choice) return part(choice);
    if (type === 'array') {
      const items = { description: said.description, ...said.items } as Schema;
      return Array.from({ length: said.minItems || 1 }, () => part(items));
    }
    if (type === 'object' || said.properties)
      return Object.fromEntries(
        Object.entries(said.properties ?? {})
          .filter(([field, one]) => whole || said.required?.includes(field) || 'example' in one)
          .map(([field, one]) => [field, part(one, field)]),
      );
    if (type === 'integer' || type === 'number') return Math.max(1, said.minimum ?? 0);
    return type === 'boolean' ? true : textOf(said, name);
  };
  return show(schema, '', []);
}

function textOf({ format, pattern, description = '文本', maxLength = 64 }: Plain, name: string): string {
  if (format && BY_FORMAT[format]) return BY_FORMAT[format];
  if (pattern?.startsWith('^[0-9a-f]{64}')) return 'a'.repeat(64);
  if (pattern) return 'C-2021-001';
  // What the field is called stands for what may be in it.
  const called = description.split(' / ').find((part) => /\p{Script=Han}/u.test(part)) ?? description;
  return (BY_NAME[name] ?? called).slice(0, maxLength);
}
