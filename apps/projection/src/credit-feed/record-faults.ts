import { checkUscc } from '#codes';
import type { FeedItem, RecordFault } from './feed-item.js';
import { recordIn, type Field, type RecordFields, type Standard } from './standards/standard.js';
import { standards } from './standards/standards.js';

type Rule = readonly [zh: string, en: string];

const forms: Readonly<Record<NonNullable<Field['form']>, (value: string) => Rule | undefined>> = {
  text: () => undefined,
  uscc: (value) => checkUscc(value),
  day: (value) => (isDay(value) ? undefined : ['应为存在的日期 YYYY/MM/DD', 'must be a day that exists, YYYY/MM/DD']),
  wan: (value) =>
    /^\d{1,12}\.\d{6}$/.test(value) ? undefined : ['应为万元，六位小数', 'must be ten thousand yuan with six decimals'],
};

function isDay(value: string): boolean {
  if (!/^\d{4}\/\d{2}\/\d{2}$/.test(value)) return false;
  const iso = value.replaceAll('/', '-');
  const instant = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(iso);
}

const ID_NUMBER = /(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])/g;

/** An identity card number looks like a company's code that is all digits; only the check characters tell. */
const holdsIdNumber = (text: string): boolean =>
  (text.match(ID_NUMBER) ?? []).some((number) => checkUscc(number) !== undefined);

/** Control characters that neither XML 1.0 nor a text of PostgreSQL can hold. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;

function* rulesBroken({ form = 'text', most, needed }: Field, value: string | undefined, record: RecordFields) {
  if (value === undefined) {
    if (needed === 'always' || needed?.(record)) yield ['缺少必填项', 'is required'] as const;
    return;
  }
  if (value.trim() === '') yield ['不得为空', 'must not be empty'] as const;
  if ([...value].length > most) yield [`最长${most}字`, `must have at most ${most} characters`] as const;
  const wrong = forms[form](value);
  if (wrong) yield wrong;
  if (UNPRINTABLE.test(value)) yield ['含不可见控制字符', 'holds control characters'] as const;
  if (form === 'text' && holdsIdNumber(value))
    yield ['疑似含居民身份证号码', 'seems to hold an identity card number'] as const;
}

/** What keeps a record from leaving in one standard. */
function faultsIn(standard: Standard, item: FeedItem): RecordFault[] {
  const record = recordIn(standard, item);
  return standard.fields.flatMap((field) =>
    [...rulesBroken(field, record[field.name], record)].map(([zh, en]) => ({ field: field.name, rule: { zh, en } })),
  );
}

/** Everything that keeps a record from leaving; empty when every edition that may be asked for takes it. */
export function recordFaults(item: FeedItem): RecordFault[] {
  if (item.kind === undefined || item.tombstone !== undefined) return [];
  const [first, ...others] = standards[item.kind];
  const faults = faultsIn(first, item);
  return faults.length > 0 ? faults : others.flatMap((standard) => faultsIn(standard, item));
}
