import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidatorConstraintInterface } from 'class-validator';
import { wrongFields } from '#runtime';
import { bodyMalformed } from './unacceptable.js';

type PayloadClass = new () => object;

/** Throws `Unacceptable` (400) with every wrong field unless `data` is what the class says. */
export type PayloadCheck = (data: unknown) => asserts data is object;

/**
 * Compiles the check of a payload class, once.
 *
 * class-validator has the last word: what is refused is refused by it, with its messages. But it looks its rules up
 * anew for every object, which costs more than the decision; so the same rules, collected once, say yes.
 */
export function payloadCheck(payload: PayloadClass, clause: string): PayloadCheck {
  const accepts = compile(payload);
  return (data) => {
    if (accepts(data)) return;
    const fields =
      typeof data === 'object' && data !== null && !Array.isArray(data)
        ? wrongFields(
            validateSync(plainToInstance(payload, data), {
              whitelist: true,
              forbidNonWhitelisted: true,
              forbidUnknownValues: true,
            }),
          )
        : [{ field: 'body', zh: '应为JSON对象', en: 'must be a JSON object' }];
    if (fields.length > 0) throw bodyMalformed(fields, clause);
  };
}

type Rule = (value: unknown, whole: object) => boolean;

function compile(payload: PayloadClass): (data: unknown) => boolean {
  const storage = getMetadataStorage();
  const rules = new Map<string, { conditions: Rule[]; rules: Rule[] }>();
  for (const meta of storage.getTargetValidationMetadatas(payload, '', false, false)) {
    const { propertyName, type } = meta;
    const field = rules.get(propertyName) ?? { conditions: [], rules: [] };
    rules.set(propertyName, field);
    if (type === 'conditionalValidation') {
      const [condition] = meta.constraints as [(whole: object, value: unknown) => boolean];
      field.conditions.push((value, whole) => condition(whole, value));
    } else if (type === 'nestedValidation') field.rules.push(nested(payload, propertyName));
    else if (type === 'customValidation') {
      for (const { instance } of storage.getTargetValidatorConstraints(meta.constraintCls!))
        field.rules.push((value) => (instance as ValidatorConstraintInterface).validate(value) === true);
    } else field.rules.push(() => false);
  }
  const fields = [...rules];
  return (data) => {
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return false;
    for (const name of Object.keys(data)) if (!rules.has(name)) return false;
    return fields.every(([name, field]) => {
      const value = Object.hasOwn(data, name) ? (data as Record<string, unknown>)[name] : undefined;
      return (
        field.conditions.some((condition) => !condition(value, data)) || field.rules.every((rule) => rule(value, data))
      );
    });
  };
}

function nested(payload: PayloadClass, name: string): Rule {
  const sample = plainToInstance(payload, { [name]: {} }) as Record<string, { constructor: PayloadClass }>;
  const accepts = compile(sample[name]!.constructor);
  return (value) => (Array.isArray(value) ? value.every(accepts) : accepts(value));
}
