/** JSON Schema, as far as documents of ours use it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly [limit: string]: unknown;
}

/** Something that callers rely on: what they send, or what they are given. */
export interface Promised {
  readonly way: 'sent' | 'given';
  readonly schema: Schema;
}

export type Document = Record<string, any>;

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

/** What a pointer of the document points to, or the value itself. */
export function resolved<Value extends object>(document: Document, value: Value): Value {
  const { $ref } = value as { readonly $ref?: string };
  if (!$ref) return value;
  const found = $ref
    .slice(2)
    .split('/')
    .reduce((at, name) => at?.[name.replaceAll('~1', '/').replaceAll('~0', '~')], document);
  return resolved(document, found as Value);
}

/** Everything that an OpenAPI or AsyncAPI document promises, by a name that a reader finds again. */
export function surfaceOf(document: Document): ReadonlyMap<string, Promised> {
  return new Map(document['asyncapi'] ? messages(document) : operations(document));
}

function* operations(document: Document): Generator<[string, Promised]> {
  for (const [path, item] of Object.entries<Document>(document['paths']))
    for (const method of METHODS.filter((method) => item[method])) {
      const { parameters = [], requestBody, responses, operationId, ...rest } = item[method];
      const name = `${method.toUpperCase()} ${path}`;
      const asked = (parameters as Document[]).map((parameter) => resolved(document, parameter));
      const roles = (rest['x-roles'] ?? []) as string[];
      // Generated clients call it by its id, and those who hold a role send it, in a way.
      yield [name, { way: 'sent', schema: { enum: [operationId] } }];
      yield [`${name} roles`, { way: 'sent', schema: { enum: roles } }];
      yield [`${name} parameters`, { way: 'sent', schema: objectOf(asked) }];
      for (const [type, { schema }] of Object.entries<Document>(requestBody?.content ?? {}))
        yield [`${name} body ${type}`, { way: 'sent', schema }];
      for (const [status, response] of Object.entries<Document>(responses).filter(([status]) => status < '300'))
        for (const [type, { schema }] of Object.entries<Document>(resolved(document, response)['content'] ?? {}))
          yield [`${name} ${status} ${type}`, { way: 'given', schema }];
    }
}

const objectOf = (parameters: readonly Document[]): Schema => ({
  type: 'object',
  properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
  required: parameters.filter(({ required }) => required).map(({ name }) => name),
});

function* messages(document: Document): Generator<[string, Promised]> {
  for (const { action, channel } of Object.values<Document>(document['operations'])) {
    const { address, messages: all } = resolved(document, channel as object) as Document;
    for (const [name, message] of Object.entries<Document>(all)) {
      const { headers, payload } = resolved(document, message);
      for (const [part, schema] of Object.entries({ headers, payload }))
        if (schema)
          yield [`${address} ${name} ${part}`, { way: action === 'send' ? 'given' : 'sent', schema: schema as Schema }];
    }
  }
}
