type PartClass = new () => object;

/** What a field says of itself, in the words of JSON Schema. Documents, help and tests are made from it. */
export interface FieldFacts {
  readonly description: string;
  readonly required: boolean;
  /** Of a part, its class, given by a function because classes may name each other. */
  readonly type: typeof String | typeof Number | typeof Boolean | 'integer' | (() => PartClass);
  readonly isArray?: boolean;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly example?: unknown;
}

type Facts = Map<string, FieldFacts>;

/** Own fields by prototype, in the order of declaration: a class comes after the one that it extends. */
const declared = new Map<object, Facts>();
const names = new Map<object, string>();

/** Remembers what a field's decorator said. */
export function declareField(prototype: object, name: string, facts: FieldFacts): void {
  const own: Facts = declared.get(prototype) ?? new Map();
  declared.set(prototype, own.set(name, facts));
}

/** Every class that has fields, by its prototype, with its own fields. */
export const declaredFields = (): ReadonlyMap<object, ReadonlyMap<string, FieldFacts>> => declared;

/** Fields of a payload class, inherited ones first. */
export function fieldsOf({ prototype }: { readonly prototype: object }): ReadonlyMap<string, FieldFacts> {
  const parent = Object.getPrototypeOf(prototype) as object | null;
  const inherited = parent ? fieldsOf({ prototype: parent }) : [];
  return new Map([...inherited, ...(declared.get(prototype) ?? [])]);
}

/** The class of a part, or of each in a list of parts; nothing for a plain value. */
export const partOf = ({ type }: FieldFacts): PartClass | undefined =>
  type === String || type === Number || type === Boolean || type === 'integer'
    ? undefined
    : (type as () => PartClass)();

/** What documents call a class, where another language has a class of the same name. */
export const KnownAs =
  (name: string): ClassDecorator =>
  (target) =>
    void names.set(target, name);

/** What documents call a class: its own name, unless it said otherwise. */
export const knownAs = (payload: { readonly name: string }): string => names.get(payload) ?? payload.name;

/** Classes that are known under another name than their own. */
export const renamed = (): ReadonlyMap<object, string> => names;
