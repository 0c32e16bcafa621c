import { checkUscc } from '#codes';
import type { Bilingual } from '#decider';
import type { PenaltyRecord } from './penalty-record.js';

/** A field that breaks the standard, and which rule of it. */
export interface RecordFault {
  readonly field: string;
  readonly rule: Bilingual;
}

type Kind = 'PENALTY' | 'NON_COMPLETION';
type Needed = 'always' | 'penalty' | 'never-empty' | ((record: PenaltyRecord) => boolean);

const fined = ({ CF_CFLB = '' }: PenaltyRecord) => CF_CFLB.split(';').includes('罚款');
const confiscated = ({ CF_CFLB = '' }: PenaltyRecord) =>
  CF_CFLB.split(';').some((kind) => kind === '没收违法所得' || kind === '没收非法财物');
const licence = ({ CF_CFLB = '' }: PenaltyRecord) =>
  CF_CFLB.split(';').some((kind) => kind === '暂扣许可证件' || kind === '吊销许可证件');

/** Field, greatest length in characters, when it must be there. */
const fields: readonly (readonly [field: string, most: number, needed: Needed])[] = [
  ['CF_XDR_MC', 200, 'always'],
  ['CF_XDR_LB', 16, 'always'],
  ['CF_XDR_SHXYM', 18, 'always'],
  ['CF_FRDB', 50, ({ CF_XDR_LB, CF_CFLB }) => CF_CFLB !== undefined && CF_XDR_LB === '法人及非法人组织'],
  ['CF_WSH', 128, 'always'],
  ['CF_WFXW', 2000, 'always'],
  ['CF_SY', 5000, 'always'],
  ['CF_YJ', 2048, 'always'],
  ['CF_CFLB', 200, 'penalty'],
  ['CF_NR', 4000, 'always'],
  ['CF_NR_FK', 19, fined],
  ['CF_NR_WFFF', 19, confiscated],
  ['CF_NR_ZKDX', 200, licence],
  ['CF_JDRQ', 10, 'always'],
  ['CF_GSJZQ', 10, 'never-empty'],
  ['CF_CFJG', 200, 'always'],
  ['CF_CFJGDM', 18, 'always'],
  ['CF_SJLY', 200, 'always'],
  ['CF_SJLYDM', 18, 'always'],
];

const PATTERNS: Readonly<Record<string, readonly [RegExp, Bilingual]>> = {
  CF_NR_FK: [/^\d{1,12}\.\d{6}$/, { zh: '应为万元，六位小数', en: 'must be ten thousand yuan with six decimals' }],
  CF_NR_WFFF: [/^\d{1,12}\.\d{6}$/, { zh: '应为万元，六位小数', en: 'must be ten thousand yuan with six decimals' }],
  CF_JDRQ: [/^\d{4}\/\d{2}\/\d{2}$/, { zh: '应为 YYYY/MM/DD', en: 'must be YYYY/MM/DD' }],
  CF_GSJZQ: [/^\d{4}\/\d{2}\/\d{2}$/, { zh: '应为 YYYY/MM/DD', en: 'must be YYYY/MM/DD' }],
};

/** Identity documents: a record that has one never leaves. */
const FORBIDDEN = ['CF_FR_ZJLX', 'CF_FR_ZJHM', 'CF_XDR_ZJLX', 'CF_XDR_ZJHM'];
const ID_NUMBER = /(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])/g;

/** An identity card number looks like a company's code that is all digits; only the check characters tell. */
const holdsIdNumber = (text: string): boolean =>
  (text.match(ID_NUMBER) ?? []).some((number) => checkUscc(number) !== undefined);

/** Everything that keeps a record from leaving; empty when it may. */
export function recordFaults(record: PenaltyRecord, kind: Kind): RecordFault[] {
  const faults: RecordFault[] = [];
  const fault = (field: string, zh: string, en: string) => faults.push({ field, rule: { zh, en } });
  for (const [field, most, needed] of fields) {
    const value = record[field];
    const must =
      needed === 'always' ||
      (needed === 'penalty' ? kind === 'PENALTY' : typeof needed === 'function' && needed(record));
    if (value === undefined) {
      if (must) fault(field, '缺少必填项', 'is required');
      continue;
    }
    if (value.trim() === '') fault(field, '不得为空', 'must not be empty');
    if ([...value].length > most) fault(field, `最长${most}字`, `must have at most ${most} characters`);
    const [pattern, rule] = PATTERNS[field] ?? [];
    if (pattern && rule && !pattern.test(value)) faults.push({ field, rule });
  }
  const complaint = checkUscc(record.CF_XDR_SHXYM);
  if (record.CF_XDR_SHXYM !== undefined && complaint) fault('CF_XDR_SHXYM', complaint[0], complaint[1]);
  for (const field of FORBIDDEN)
    if (field in record) fault(field, '证件信息不得公示', 'identity documents are never published');
  for (const field of ['CF_FRDB', 'CF_SY', 'CF_NR', 'CF_WFXW'])
    if (holdsIdNumber(record[field] ?? ''))
      fault(field, '疑似含居民身份证号码', 'seems to hold an identity card number');
  return faults;
}
