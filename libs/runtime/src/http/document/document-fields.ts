import { ApiProperty, ApiSchema, type ApiPropertyOptions } from '@nestjs/swagger';
import { declaredFields, partOf, renamed, type FieldFacts } from '#contracts';

const documented = new WeakMap<object, Set<string>>();
const named = new WeakSet<object>();

/** Tells Swagger what the fields of all contracts say of themselves; once of each, however often it is asked. */
export function documentFields(): void {
  for (const [prototype, fields] of declaredFields()) {
    const done = documented.get(prototype) ?? new Set<string>();
    documented.set(prototype, done);
    for (const [name, facts] of fields) {
      if (!done.has(name)) ApiProperty(propertyOf(facts))(prototype, name);
      done.add(name);
    }
  }
  for (const [payload, name] of renamed()) {
    if (!named.has(payload)) ApiSchema({ name })(payload as never);
    named.add(payload);
  }
}

/** Swagger knows a class that is given by a function only where the function is named `type`. */
function propertyOf(facts: FieldFacts): ApiPropertyOptions {
  const type = () => partOf(facts);
  return (type() ? { ...facts, type } : facts) as ApiPropertyOptions;
}
