import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { bilingual } from '#contracts';
import type { Bilingual } from '#decider';
import { HttpProblem, type WrongField } from './problem.js';

const UNKNOWN = { zh: '不是已知字段', en: 'is not a known field' };

/** Every wrong field of a body, each with its path. */
export function wrongFields(errors: readonly ValidationError[], path = ''): WrongField[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const field = path + property;
    const rules = Object.entries(constraints);
    const own = rules
      // A part that is no object at all is complained of once, by the field's own rule.
      .filter(([rule]) => rule !== 'nestedValidation' || rules.length === 1)
      .map(([rule, message]) => ({ field, ...(rule === 'whitelistValidation' ? UNKNOWN : bilingual(message)) }));
    return [...own, ...wrongFields(children, `${field}.`)];
  });
}

/** What to do about wrong fields. */
export const CORRECT_THE_FIELDS: Bilingual = {
  zh: '请按 errors 逐项改正后重新提交；各字段的要求见 /openapi.json 与 /docs',
  en: 'Correct each field named in errors and send it again; what each must be is in /openapi.json and /docs',
};

const invalid = (fields: readonly WrongField[]) =>
  new HttpProblem(
    400,
    'request/fields-wrong',
    {
      zh: fields.map(({ field, zh }) => `${field} ${zh}`).join('；'),
      en: fields.map(({ field, en }) => `${field} ${en}`).join('; '),
    },
    { fields, wayOut: CORRECT_THE_FIELDS },
  );

/** Takes a body only as the class that its route declares, whole and with nothing besides. */
export class StrictValidation extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      exceptionFactory: (errors) => invalid(wrongFields(errors)),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body') {
      const { metatype } = metadata;
      // What `import type` of the class leaves behind. Validation would pass anything without a word.
      if (!metatype || metatype === Object || metatype === (Function as unknown))
        throw new Error('a route declares a body without its class: import the class itself, not its type');
      if (value !== undefined && (typeof value !== 'object' || value === null || Array.isArray(value)))
        throw invalid([{ field: 'body', zh: '应为 JSON 对象', en: 'must be a JSON object' }]);
    }
    return super.transform(value, metadata);
  }
}
