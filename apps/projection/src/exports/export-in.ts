import { decode } from '#contracts';
import { FORMAT, stored, type Export, type ExportedFact } from './export.js';
import { bytesIn, flaw, isObject, strictly } from './flaw.js';

type Shape = Readonly<Record<string, (value: unknown) => boolean>>;

const text = (value: unknown): boolean => typeof value === 'string' && value !== '';
const count = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const orNothing = (is: (value: unknown) => boolean) => (value: unknown) => value === undefined || is(value);

const all = (is: (value: unknown) => boolean, ...names: readonly string[]): Shape =>
  Object.fromEntries(names.map((name) => [name, is]));

const copy: Shape = {
  format: (value) => value === FORMAT,
  'of.kind': (value) => value === 'dossier' || value === 'case',
  ...all(text, 'of.id', 'issuedAt', 'audience.kind', 'permalink', 'asOf', 'asKnownAt', 'madeBy.projection'),
  ...all(count, 'position', 'madeBy.version'),
  ...all(orNothing(text), 'issuer', 'audience.uscc'),
  withheld: orNothing(count),
  answer: isObject,
  facts: Array.isArray,
};
const fact: Shape = {
  ...all(text, 'id', 'type', 'stream', 'recordedAt', 'department', 'data', 'meta'),
  ...all(count, 'revision', 'position'),
};

/** The content of a copy. Throws `Flaw` unless it is a whole one, whose facts are each there once and in order. */
export function exportIn(bytes: Uint8Array): Export {
  const content = strictly(bytes, 'payload') as Export;
  mustBe(copy, content, 'payload');
  const { facts } = content;
  if (facts.length === 0) throw flaw('no-facts', 'payload.facts');
  for (const [at, one] of facts.entries()) {
    const where = `payload.facts[${at}]`;
    mustBe(fact, one, where);
    mustBeOfOnePiece(one, where);
    if (at > 0 && one.position <= facts[at - 1]!.position) throw flaw('order', `${where}.position`);
    if (facts.findIndex(({ id }) => id === one.id) < at) throw flaw('fact-twice', `${where}.id`);
  }
  return content;
}

function mustBe(shape: Shape, value: unknown, where: string): void {
  const at = (path: string) =>
    path.split('.').reduce((within, name) => (isObject(within) ? within[name] : undefined), value);
  const wrong = Object.keys(shape).find((path) => !shape[path]!(at(path)));
  if (wrong !== undefined) throw flaw('content', `${where}.${wrong}`);
}

/** Both halves of a fact are JSON objects, and the envelope says what the copy says of it. */
function mustBeOfOnePiece(one: ExportedFact, where: string): void {
  for (const half of ['data', 'meta'] as const) {
    const at = `${where}.${half}`;
    if (!isObject(strictly(bytesIn(one[half], at), at))) throw flaw('content', at);
  }
  if (decode(stored(one)).department !== one.department) throw flaw('content', `${where}.department`);
}
