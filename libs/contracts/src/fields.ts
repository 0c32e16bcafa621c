import { Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { areaCodes, checkSiteCode, checkUscc, industryCodes, type AreaCode, type IndustryCode } from '#codes';
import { declareField, type FieldFacts } from './field-facts.js';

/**
 * A decorator that says what a field is: its type, its rule, its place in the documents, all at once. The annotation cannot
 * disagree with the rule: `@Quantity('…') amount!: string` does not compile.
 */
export type Field<T> = <Key extends string>(target: { [P in Key]?: T }, key: Key) => void;

/** What is wrong with a value, in Chinese and English; nothing when it is right. */
type Complaint = readonly [zh: string, en: string] | undefined;

interface FieldOptions {
  /** May be left out. Never null. */
  readonly optional?: boolean;
  /** A value that the API documentation shows. */
  readonly example?: unknown;
}

const SEPARATOR = '\n';

/** Splits the message that a field's rule left in class-validator's error into Chinese and English. */
export function bilingual(message: string): { zh: string; en: string } {
  const [zh = message, en = zh] = message.split(SEPARATOR);
  return { zh, en };
}

function field<T>(
  name: string,
  says: string,
  complain: (value: unknown) => Complaint,
  facts: Omit<FieldFacts, 'description' | 'required' | 'example'>,
  { optional = false, example }: FieldOptions,
): Field<T> {
  return (target, key) => {
    if (optional) ValidateIf((_, value) => value !== undefined)(target, key);
    ValidateBy({
      name,
      validator: {
        validate: (value) => complain(value) === undefined,
        defaultMessage: (args) => complain(args?.value)?.join(SEPARATOR) ?? '',
      },
    })(target, key);
    declareField(target, key, {
      description: says,
      required: !optional,
      ...(example === undefined ? {} : { example }),
      ...facts,
    });
  };
}

const text = (value: unknown, max: number): Complaint =>
  typeof value !== 'string' || value.trim() === ''
    ? ['应为非空文本', 'must be a text that is not empty']
    : value.length > max
      ? [`最长${max}字`, `must have at most ${max} characters`]
      : undefined;

/** Free text, not empty. `max` counts UTF-16 units. */
export const Text = (says: string, options: FieldOptions & { max?: number } = {}): Field<string> =>
  field(
    'text',
    says,
    (value) => text(value, options.max ?? 2000),
    { type: String, maxLength: options.max ?? 2000 },
    options,
  );

const ID = /^[A-Za-z0-9][A-Za-z0-9._~-]{0,63}$/;

/** Whether a text can name a record: letters, digits and `. _ ~ -`, at most 64, no sign in front. */
export const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);

/** The name a department's system gives to a thing of its own. */
export const Id = (says: string, options: FieldOptions = {}): Field<string> =>
  field(
    'id',
    says,
    (value) =>
      isId(value)
        ? undefined
        : [
            '应为1至64位字母、数字或 . _ ~ -',
            'must be 1 to 64 letters, digits or . _ ~ -, starting with a letter or digit',
          ],
    { type: String, pattern: ID.source },
    options,
  );

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

const day = (value: unknown): Complaint => {
  const parts = typeof value === 'string' ? DAY.exec(value) : null;
  const date = parts ? new Date(`${parts[0]}T00:00:00Z`) : undefined;
  return date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(parts![0])
    ? undefined
    : ['应为存在的日期，如 2021-03-15', 'must be a day that exists, such as 2021-03-15'];
};

/** A calendar day in China, `2021-03-15`. Such fields end in `On`. */
export const Day = (says: string, options: FieldOptions = {}): Field<string> =>
  field('day', says, day, { type: String, format: 'date' }, options);

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

const instant = (value: unknown): Complaint => {
  const parts = typeof value === 'string' ? INSTANT.exec(value) : null;
  return parts && day(parts[1]) === undefined
    ? undefined
    : [
        '应为带时区的时刻，如 2021-03-15T10:00:00+08:00',
        'must be an instant with offset, such as 2021-03-15T10:00:00+08:00',
      ];
};

/** An instant with offset (RFC 3339). Such fields end in `At`. */
export const Instant = (says: string, options: FieldOptions = {}): Field<string> =>
  field('instant', says, instant, { type: String, format: 'date-time' }, options);

/** A measured amount, zero or more. The unit is in the field's name. */
export const Quantity = (says: string, options: FieldOptions = {}): Field<number> =>
  field(
    'quantity',
    says,
    (value) =>
      typeof value === 'number' && Number.isFinite(value) && value >= 0
        ? undefined
        : ['应为不小于零的数', 'must be a number of zero or more'],
    { type: Number, minimum: 0 },
    options,
  );

/** A whole number between two bounds, both allowed. */
export const Whole = (says: string, options: FieldOptions & { min?: number; max?: number } = {}): Field<number> => {
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = options;
  return field(
    'whole',
    says,
    (value) =>
      typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max
        ? undefined
        : [`应为${min}至${max}之间的整数`, `must be a whole number from ${min} to ${max}`],
    { type: 'integer', minimum: min, maximum: max },
    options,
  );
};

/** Money in fen (1/100 yuan), whole. Fields end in `Fen`. */
export const Fen = (says: string, options: FieldOptions = {}): Field<number> => Whole(says, options);

export const Flag = (says: string, options: FieldOptions = {}): Field<boolean> =>
  field(
    'flag',
    says,
    (value) => (typeof value === 'boolean' ? undefined : ['应为 true 或 false', 'must be true or false']),
    { type: Boolean },
    options,
  );

/** One of a few words. */
export const OneOf = <const Values extends readonly string[]>(
  values: Values,
  says: string,
  options: FieldOptions = {},
): Field<Values[number]> =>
  field(
    'oneOf',
    says,
    (value) =>
      typeof value === 'string' && values.includes(value)
        ? undefined
        : [`应为以下之一：${values.join('、')}`, `must be one of ${values.join(', ')}`],
    { type: String, enum: [...values] },
    options,
  );

/** A list of texts, or of some of a few words when `of` is given. */
export const Texts = <const Values extends readonly string[] = readonly string[]>(
  says: string,
  options: FieldOptions & { min?: number; max?: number; of?: Values } = {},
): Field<Values[number][]> => {
  const { min = 0, max = 1000, of } = options;
  return field(
    'texts',
    says,
    (value) => {
      if (!Array.isArray(value) || value.length < min || value.length > max)
        return [`应为${min}至${max}项的列表`, `must be a list of ${min} to ${max} items`];
      const wrong = value.findIndex((item) => (of ? !of.includes(item as string) : text(item, 2000)));
      if (wrong < 0) return undefined;
      return of
        ? [`第${wrong + 1}项应为以下之一：${of.join('、')}`, `item ${wrong + 1} must be one of ${of.join(', ')}`]
        : [`第${wrong + 1}项应为非空文本`, `item ${wrong + 1} must be a text that is not empty`];
    },
    { type: String, isArray: true, minItems: min, maxItems: max, ...(of ? { enum: [...of] } : {}) },
    options,
  );
};

/** A part with fields of its own. */
export const Part =
  <T extends object>(part: () => new () => T, says: string, options: FieldOptions = {}): Field<T> =>
  (target, key) => {
    ValidateNested()(target, key);
    Type(part)(target, key);
    field<T>(
      'part',
      says,
      (value) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? undefined
          : ['应为对象', 'must be an object'],
      { type: part },
      options,
    )(target, key);
  };

/** A list of parts. */
export const Parts =
  <T extends object>(
    part: () => new () => T,
    says: string,
    options: FieldOptions & { min?: number; max?: number } = {},
  ): Field<T[]> =>
  (target, key) => {
    const { min = 0, max = 1000 } = options;
    ValidateNested({ each: true })(target, key);
    Type(part)(target, key);
    field<T[]>(
      'parts',
      says,
      (value) =>
        Array.isArray(value) &&
        value.length >= min &&
        value.length <= max &&
        value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item))
          ? undefined
          : [`应为${min}至${max}个对象的列表`, `must be a list of ${min} to ${max} objects`],
      { type: part, isArray: true, minItems: min, maxItems: max },
      options,
    )(target, key);
  };

/** GB 32100-2015 unified social credit code, upper case, both check characters right. */
export const Uscc = (says: string, options: FieldOptions = {}): Field<string> =>
  field(
    'uscc',
    says,
    checkUscc,
    { type: String, pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' },
    { example: '91441322MA00TT0126', ...options },
  );

/** HJ 608-2017 code of a site: USCC, three digits, `P`. */
export const SiteCode = (says: string, options: FieldOptions = {}): Field<string> =>
  field(
    'siteCode',
    says,
    checkSiteCode,
    { type: String, pattern: '^[0-9A-HJ-NPQRTUWXY]{18}[0-9]{3}P$' },
    { example: '91441322MA00TT0126001P', ...options },
  );

/** One of the seven areas of the city: HC, HY, BL, HD, LM, DYW, ZK. */
export const Area = (says: string, options: FieldOptions = {}): Field<AreaCode> => OneOf(areaCodes, says, options);

/** GB/T 4754-2017 four-digit class of an industry in scope. */
export const Industry = (says: string, options: FieldOptions = {}): Field<IndustryCode> =>
  OneOf(industryCodes, says, options);

/** SHA-256 of a document's bytes, lower-case hex. */
export const Sha256 = (says: string, options: FieldOptions = {}): Field<string> =>
  field(
    'sha256',
    says,
    (value) =>
      typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
        ? undefined
        : ['应为64位小写十六进制', 'must be 64 lower-case hexadecimal digits'],
    { type: String, pattern: '^[0-9a-f]{64}$' },
    options,
  );
