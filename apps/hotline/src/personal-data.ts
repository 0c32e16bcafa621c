const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** Digits as they are read aloud and typed: full-width ones, and with spaces, dots or hyphens between them. */
const plain = (text: string): string => text.normalize('NFKC').replace(/(?<=\d)[\s.·\-—_]+(?=[\dXx])/g, '');

const MOBILE = /(?<![\dA-Z])(?:\+?86)?1[3-9]\d{9}(?![\dA-Z])/i;
const IDENTITY_CARD = /(?<![\dA-Z])\d{17}[\dX](?![\dA-Z])/gi;

/** GB 11643: the number of a Chinese identity card, by its birthday and its check character. */
function isIdentityCard(number: string): boolean {
  const birthday = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const instant = Date.parse(`${birthday}T00:00:00Z`);
  if (Number.isNaN(instant) || !/^(19|20)/.test(birthday)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return CHECKS[sum % 11] === number[17]!.toUpperCase();
}

/** What a text holds that tells who somebody is: a mobile number or the number of an identity card. */
export function personalDataIn(text: string): 'MOBILE_NUMBER' | 'IDENTITY_CARD' | undefined {
  const digits = plain(text);
  if ((digits.match(IDENTITY_CARD) ?? []).some(isIdentityCard)) return 'IDENTITY_CARD';
  return MOBILE.test(digits) ? 'MOBILE_NUMBER' : undefined;
}
