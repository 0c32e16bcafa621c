import { MalformedCode, type Complaint } from './complaint.js';
import { checkUscc } from './uscc.js';

/** HJ 608 trial form for a unit that has no unified social credit code: H9, area code, 0000, five digits, a letter. */
const WITHOUT_USCC = /^H9\d{6}0000\d{5}[A-Z]$/;

/** Whether a site code is of the form given to units without a unified social credit code. */
export const isSiteWithoutUscc = (value: unknown): boolean => typeof value === 'string' && WITHOUT_USCC.test(value);

/** What is wrong with a site code, or nothing. HJ 608-2017: unified social credit code, three digits, `P`. */
export function checkSiteCode(value: unknown): Complaint {
  if (typeof value !== 'string')
    return [
      '应为22位场所编码（统一社会信用代码+3位顺序号+P）',
      'must be a site code of 22 characters: USCC, three digits, P',
    ];
  if (isSiteWithoutUscc(value))
    return [
      'H9开头的编码用于无统一社会信用代码的单位；请改填该企业统一社会信用代码+3位顺序号+P',
      'is the H9 form of a unit without a unified social credit code; give USCC, three digits and P instead',
    ];
  const length = [...value].length;
  if (length !== 22)
    return [
      `应为22位（统一社会信用代码+3位顺序号+P），实为${length}位`,
      `must have 22 characters (USCC, three digits, P), has ${length}`,
    ];
  const uscc = checkUscc([...value].slice(0, 18).join(''));
  if (uscc)
    return [
      `前18位统一社会信用代码有误：${uscc[0]}`,
      `begins with a wrong unified social credit code, which ${uscc[1]}`,
    ];
  const sequence = value.slice(18, 21);
  if (!/^\d{3}$/.test(sequence))
    return [
      `第19至21位“${sequence}”应为3位数字`,
      `has ${JSON.stringify(sequence)} in places 19 to 21; they are three digits`,
    ];
  if (value.charAt(21) !== 'P')
    return [`第22位“${value.charAt(21)}”应为P`, `has ${JSON.stringify(value.charAt(21))} in place 22; it is P`];
  return undefined;
}

/** The parts of a site code. */
export interface SiteCode {
  readonly siteCode: string;
  readonly uscc: string;
  /** Number of the site among those of the legal person: `001`. */
  readonly sequence: string;
}

/** Takes a right site code apart. Throws `MalformedCode` on a wrong one. */
export function parseSiteCode(text: string): SiteCode {
  const complaint = checkSiteCode(text);
  if (complaint) throw new MalformedCode(complaint);
  return { siteCode: text, uscc: text.slice(0, 18), sequence: text.slice(18, 21) };
}

/** Code of the n-th site of a legal person, n from 1 to 999. Throws `MalformedCode`. */
export const makeSiteCode = (uscc: string, sequence: number): string =>
  parseSiteCode(`${uscc}${String(sequence).padStart(3, '0')}P`).siteCode;
