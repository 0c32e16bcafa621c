import { describe, expect, it } from '@jest/globals';
import { namesLaw } from './names-law.js';

describe('a legal basis', () => {
  it.each([
    '政府采购法第二十二条',
    '《中华人民共和国政府采购法》',
    '《工业产品生产许可证管理条例》第九条及2021年工作计划',
    'Government Procurement Law art. 22',
  ])('names a law: %s', (text) => expect(namesLaw(text)).toBe(true));

  it.each([
    '惠州市2021年推动落后产能退出工作计划三(二)',
    '依法依规实施联合惩戒',
    '国发〔2010〕7号',
    'the plan of 2021',
  ])('is none in a policy document: %s', (text) => expect(namesLaw(text)).toBe(false));
});
