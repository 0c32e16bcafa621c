import type { ExpectedProblem } from './problem.js';

const enterprise = {
  uscc: '91441322MA00TT0126',
  name: '永丰铸造〔模拟〕',
  county: 'BL',
  industry: '3391',
  synthetic: true,
};
/** A command on a case that is taken once there is a supervision plan for 2021. */
export const task = {
  occurredAt: '2021-05-10T09:30:00+08:00',
  planId: '2021',
  enterprise,
  theme: 'MANDATORY_LIMIT',
  assignee: '节能监察一组',
  dueOn: '2021-06-30',
};
/** The same as it is written. */
export const json = JSON.stringify(task);
const withText = (text: string) => json.replace('节能监察一组', text);

type Row = readonly [what: string, body: unknown, expected: ExpectedProblem];
const fieldsWrong = (field: string, says?: RegExp): ExpectedProblem => ({
  status: 400,
  code: 'request/fields-wrong',
  field,
  ...(says ? { says } : {}),
});
/** Refused before anything is made of it. */
export const gate = (code: string, status = 400): ExpectedProblem => ({ status, code: `json/${code}` });
/** Lists within lists. */
export const nested = (depth: number) => `${'[['.repeat(depth / 2)}${']]'.repeat(depth / 2)}`;

/** Commands that are wrong in what they say. */
export const wrongFields: readonly Row[] = [
  ['with a field that nobody knows', { ...task, colour: 'red' }, fieldsWrong('colour')],
  ['with a field of the wrong type', { ...task, assignee: 7 }, fieldsWrong('assignee')],
  ['without a field that it needs', { ...task, dueOn: undefined }, fieldsWrong('dueOn')],
  ['with a day that does not exist', { ...task, dueOn: '2021-02-30' }, fieldsWrong('dueOn')],
  ['with an instant without offset', { ...task, occurredAt: '2021-05-10T09:30:00' }, fieldsWrong('occurredAt')],
  ['with a word that is none of those allowed', { ...task, theme: 'ALL' }, fieldsWrong('theme', /MANDATORY_LIMIT/)],
  [
    'with a code whose check character is wrong',
    { ...task, enterprise: { ...enterprise, uscc: '91441322MA00TT0127' } },
    fieldsWrong('enterprise.uscc'),
  ],
  [
    'with a code that has O for 0',
    { ...task, enterprise: { ...enterprise, uscc: '91441322MAO0TT0126' } },
    fieldsWrong('enterprise.uscc', /O for 0/),
  ],
  [
    'with a field that nobody knows inside of another',
    { ...task, enterprise: { ...enterprise, admin: true } },
    fieldsWrong('enterprise.admin'),
  ],
  [
    'that has not happened yet',
    { ...task, occurredAt: new Date(Date.now() + 86_400_000).toISOString() },
    { status: 422, code: 'request/occurred-in-future', field: 'occurredAt' },
  ],
  ['under a plan that was never adopted', { ...task, planId: '1999' }, { status: 409, says: /1999/ }],
  ['that is a list', [task], { status: 400 }],
  ['that is a text', '"text"', { status: 400 }],
  ['that is null', 'null', { status: 400 }],
];

/** Bytes that are no command at all. */
export const wrongBytes: readonly Row[] = [
  ['nothing at all', '', gate('empty')],
  ['half of a document', json.slice(0, -9), gate('syntax')],
  ['something else than JSON', '<case/>', gate('syntax')],
  ['a key twice', json.replace('{', '{"planId":"2020",'), gate('duplicate-key')],
  ['half of a surrogate pair', withText('\\ud83d'), gate('lone-surrogate')],
  ['a null character', withText('a\\u0000b'), gate('null-character')],
  ['__proto__', json.replace('{', '{"__proto__":{"admin":true},'), gate('forbidden-key')],
  ['an integer that would be altered', json.replace('{', '{"n":12345678901234567890,'), gate('unsafe-integer')],
  ['a number beyond all bounds', json.replace('{', '{"n":1e400,'), gate('number-loses-value')],
  ['a byte order mark', `\ufeff${json}`, gate('byte-order-mark')],
  ['a text of 65,537 bytes', withText('a'.repeat(65_537)), gate('string-too-long')],
  ['nesting of 33 levels', json.replace('{', `{"n":${nested(32)},`), gate('too-deep')],
  ['2,001 keys', `{${Array.from({ length: 2001 }, (_, at) => `"k${at}":1`).join()}}`, gate('too-many-keys')],
  ['more than 256 KiB', withText('a'.repeat(262_144)), { status: 413 }],
];
