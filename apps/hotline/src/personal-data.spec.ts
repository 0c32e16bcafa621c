import { describe, expect, it } from '@jest/globals';
import { personalDataIn } from './personal-data.js';

describe('personal data in words', () => {
  it.each([
    ['手机13800138000。', 'MOBILE_NUMBER'],
    ['+86 138-0013-8000', 'MOBILE_NUMBER'],
    ['１３８００１３８０００', 'MOBILE_NUMBER'],
    ['证件 110105 19491231 002X', 'IDENTITY_CARD'],
    ['11010519491231002x', 'IDENTITY_CARD'],
  ])('is found: %s', (text, found) => expect(personalDataIn(text)).toBe(found));

  it.each([
    '统一社会信用代码91441322MA00TT0126',
    '914413221380013800',
    '110105194912310021',
    '电表03201380013',
    '用电1380013.8万千瓦时，2021-06-01至2021-06-30',
    '固话0752-2123456',
  ])('is not found where there is none: %s', (text) => expect(personalDataIn(text)).toBeUndefined());
});
