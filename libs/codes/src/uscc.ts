import { MalformedCode, type Complaint } from './complaint.js';

/** The 31 characters of GB 32100-2015, each at its value. I, O, S, V and Z never occur. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** GB 11714, where letters count on without gaps: A is 10, Z is 35. */
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

const LENGTH = 18;
const LOOKS_LIKE: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', V: 'U', Z: '2' };

/** Check character (place 18) of the first 17 characters of a code. GB 32100-2015. */
export function usccCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * ALPHABET.indexOf(first17.charAt(at)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Check character (place 17 of a code) of the eight characters of an organisation code. GB 11714. */
export function organisationCheckCharacter(body8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, at) => total + weight * parseInt(body8.charAt(at), 36), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/**
 * What is wrong with a unified social credit code, or nothing. GB 32100-2015 with the organisation code of GB 11714
 * inside. Strict: lower case, full-width characters and spaces are complaints here; importers use `normaliseUscc`.
 */
export function checkUscc(value: unknown): Complaint {
  if (typeof value !== 'string')
    return ['应为18位统一社会信用代码', 'must be a unified social credit code of 18 characters'];
  return checkAppearance(value) ?? checkCharacters(value) ?? checkDigits(value);
}

function checkAppearance(text: string): Complaint {
  const characters = [...text];
  const wide = characters.findIndex((character) => /[\uFF01-\uFF5E\u3000]/.test(character));
  if (wide >= 0)
    return [
      `第${wide + 1}位为全角字符，应改为半角`,
      `has a full-width character in place ${wide + 1}; write it half-width`,
    ];
  const space = characters.findIndex((character) => /\s/.test(character));
  if (space >= 0) return [`第${space + 1}位为空白，应去掉`, `has a space in place ${space + 1}; leave it out`];
  const lower = characters.findIndex((character) => /[a-z]/.test(character));
  if (lower >= 0)
    return [
      `第${lower + 1}位“${characters[lower]}”为小写，应大写`,
      `has the lower-case letter ${characters[lower]} in place ${lower + 1}; write it upper-case`,
    ];
  if (characters.length !== LENGTH)
    return [`应为18位，实为${characters.length}位`, `must have 18 characters, has ${characters.length}`];
  return undefined;
}

function checkCharacters(text: string): Complaint {
  const characters = [...text];
  const stranger = characters.findIndex((character) => !ALPHABET.includes(character));
  if (stranger >= 0) {
    const character = characters[stranger]!;
    const meant = LOOKS_LIKE[character];
    return meant
      ? [
          `第${stranger + 1}位疑似将${meant}误作${character}；代码不使用字母I、O、S、V、Z`,
          `looks like ${character} for ${meant} in place ${stranger + 1}; the letters I, O, S, V and Z never occur`,
        ]
      : [
          `第${stranger + 1}位“${character}”不在代码字符集内`,
          `has ${JSON.stringify(character)} in place ${stranger + 1}; only digits and capital letters without I, O, S, V and Z occur`,
        ];
  }
  const letter = characters.slice(2, 8).findIndex((character) => !/\d/.test(character)) + 3;
  if (letter >= 3)
    return [
      `第${letter}位“${characters[letter - 1]}”应为数字；第3至8位为登记机关行政区划码`,
      `has the letter ${characters[letter - 1]} in place ${letter}; places 3 to 8 are the registrar's area code, digits only`,
    ];
  return undefined;
}

function checkDigits(code: string): Complaint {
  const inner = organisationCheckCharacter(code.slice(8, 16));
  if (code.charAt(16) !== inner)
    return [
      `第9至17位不是有效的组织机构代码：第17位校验码应为${inner}，或第9至16位有误`,
      `holds no valid organisation code: its check character in place 17 should be ${inner}, unless one of places 9 to 16 is wrong`,
    ];
  const outer = usccCheckCharacter(code);
  if (code.charAt(17) !== outer)
    return [
      `第18位校验码应为${outer}，或前17位有误`,
      `check character in place 18 should be ${outer}, unless one of the places before it is wrong`,
    ];
  return undefined;
}

/** The parts of a unified social credit code. */
export interface Uscc {
  readonly uscc: string;
  /** Place 1: the kind of organ that registers, 9 for market regulation. */
  readonly registrar: string;
  /** Place 2: the category that this organ gives. */
  readonly category: string;
  /** Places 3 to 8: GB/T 2260 code of the registering organ. Says nothing about where a site is. */
  readonly registrarArea: string;
  /** Places 9 to 17: organisation code with its own check character. */
  readonly organisation: string;
}

/** Takes a right code apart. Throws `MalformedCode` on a wrong one. */
export function parseUscc(text: string): Uscc {
  const complaint = checkUscc(text);
  if (complaint) throw new MalformedCode(complaint);
  return {
    uscc: text,
    registrar: text.charAt(0),
    category: text.charAt(1),
    registrarArea: text.slice(2, 8),
    organisation: text.slice(8, 17),
  };
}

/** A right code from places 1 to 8 and 9 to 16; both check characters are computed. For enterprises that do not exist. */
export function makeUscc(prefix8: string, body8: string): string {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}$/.test(prefix8) || !/^[0-9A-HJ-NPQRTUWXY]{8}$/.test(body8))
    throw new MalformedCode([
      `“${prefix8}”与“${body8}”不能组成统一社会信用代码`,
      `${JSON.stringify(prefix8)} and ${JSON.stringify(body8)} cannot make a unified social credit code`,
    ]);
  const first17 = prefix8 + body8 + organisationCheckCharacter(body8);
  return first17 + usccCheckCharacter(first17);
}
