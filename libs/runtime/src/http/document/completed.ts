import type { OpenAPIObject } from '@nestjs/swagger';
import { exampleOf, type Schemas } from './examples.js';
import { worded, type Parameter } from './parameters.js';
import { problemContent, REFUSALS, refusalResponses, type Response, type Schema } from './refusals.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Content = NonNullable<Response['content']>;
type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';

const EVENT = 'application/cloudevents+json';

/** Under this name an answer that many operations give stands among the components, written once. */
export const KNOWN_AS = 'x-known-as';

/**
 * A document with what is true of every route of the house, so that no decorator needs to say it: refusals, words for
 * parameters, examples, tags, and what is said often written once. The same routes give the same bytes.
 */
export function completed(document: OpenAPIObject): OpenAPIObject {
  const schemas = sorted(mapped(document.components?.schemas ?? {}, opened)) as Schemas;
  const responses = new Map<string, Response>(Object.entries(refusalResponses()));
  const parameters = new Map<string, Parameter>();

  const shared = (parameter: Parameter): Parameter => {
    if (parameter.in !== 'header') return parameter;
    const name = parameter.name.replaceAll('-', '');
    parameters.set(name, parameter);
    return { $ref: `#/components/parameters/${name}` } as never;
  };

  const answer = (status: number, given: Response): Response => {
    const { [KNOWN_AS]: name, ...said } = given as Response & { [KNOWN_AS]?: string };
    if (status >= 400) return refusal(status, said);
    const description = said.description || '答复 / The answer';
    const whole = {
      ...said,
      description,
      ...(said.content ? { content: media(said.content, schemas, { whole: true }) } : {}),
    };
    if (name === undefined) return whole;
    responses.set(name, whole);
    return { $ref: `#/components/responses/${name}` } as never;
  };

  const complete = (operation: Operation, path: string, method: Method): Operation => {
    const given = { ...Object.fromEntries(refusalsOf(operation, path, method).map((status) => [status, {}])) };
    const answers = { ...given, ...operation.responses } as Record<string, Response>;
    const body = operation.requestBody as { content: Content } | undefined;
    return {
      ...operation,
      description: operation.description ?? opening(operation),
      ...(operation.security ? { security: [operation.security[0]!] } : {}),
      parameters: ((operation.parameters ?? []) as Parameter[]).map(worded).map(shared),
      ...(body ? { requestBody: { ...body, content: media(body.content, schemas) } } : {}),
      responses: mapped(answers, (said, status) => answer(Number(status), said)),
    };
  };

  const paths = mapped(document.paths, (item, path) =>
    mapped(item as Record<Method, Operation>, (operation, method) => complete(operation, path, method as Method)),
  );
  const used = JSON.stringify(paths);
  const tags = Object.values(paths).flatMap((item) => Object.values(item).flatMap((operation) => operation.tags ?? []));
  return {
    ...document,
    tags: [...new Set(tags)].toSorted().map((name) => ({ name })),
    paths: sorted(paths) as OpenAPIObject['paths'],
    components: {
      ...document.components,
      parameters: sorted(Object.fromEntries(parameters)),
      responses: sorted(Object.fromEntries([...responses].filter(([name]) => used.includes(`responses/${name}"`)))),
      schemas,
    },
  };
}

/** To whom an operation is open, where its route says nothing else of itself. */
function opening({ security, ...said }: Operation): string {
  if (!security?.length) return '无需令牌 / Open to everybody, without a token';
  const { 'x-roles': roles = [] } = said as { 'x-roles'?: readonly string[] };
  return `需要以下角色之一 / Needs one of the roles: ${roles.map((role) => `\`${role}\``).join(', ')}`;
}

/** What an operation may refuse because of how it is asked, besides what its route says. */
function refusalsOf({ security, requestBody }: Operation, path: string, method: Method): number[] {
  return [
    400,
    ...(security?.length ? [401, 403] : []),
    ...(path.includes('{') && method !== 'post' ? [404] : []),
    ...(requestBody ? [413, 415] : []),
    503,
    ...(method === 'get' ? [] : [507]),
  ];
}

const refusal = (status: number, { description, ...said }: Response): Response =>
  description ? { description, content: problemContent(status), ...said } : referred(status);

const referred = (status: number): Response => ({ $ref: `#/components/responses/${REFUSALS[status]!.name}` }) as never;

/** Content with an example of each kind of JSON; what is no JSON is a text or bytes, whatever its class says. */
function media(content: Content, schemas: Schemas, showing = {}): Content {
  return mapped(content, ({ schema = {}, ...said }, type) => {
    if (!/[/+]json$/.test(type)) return { ...said, schema: isText(type) ? asText(schema) : bytes };
    const items = type === EVENT && 'items' in schema ? schema.items : undefined;
    const shape = opened(items ?? schema);
    return { ...said, schema: shape, example: said.example ?? exampleOf(shape, schemas, showing) };
  });
}

const bytes = { type: 'string', format: 'binary' };
const asText = (schema: Schema): Schema => ('$ref' in schema ? { type: 'string' } : { ...schema, type: 'string' });
const isText = (type: string): boolean => /^text\/|ndjson$|[/+]xml$/.test(type);

/** An object of which nothing is said may hold anything; without a word, generators take it for empty. */
function opened(schema: Schema): Schema {
  if ('$ref' in schema) return schema;
  const { properties, items, additionalProperties } = schema;
  return {
    ...schema,
    ...(properties ? { properties: mapped(properties, opened) } : {}),
    ...(items ? { items: opened(items) } : {}),
    ...(schema.type === 'object' && !properties && additionalProperties === undefined
      ? { additionalProperties: true }
      : {}),
  };
}

const mapped = <From, To>(
  of: Readonly<Record<string, From>>,
  to: (one: From, name: string) => To,
): Record<string, To> => Object.fromEntries(Object.entries(of).map(([name, one]) => [name, to(one, name)]));

const sorted = <Value>(of: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(of).toSorted(([one], [other]) => (one < other ? -1 : 1)));
