import { describe, expect, it } from '@jest/globals';
import { recorded } from '#projection';
import { articleNumber, citedBy, lawNamed, lawsIn, lawTitle } from './cited-laws.js';

describe('a law in a text', () => {
  it.each([
    ['《中华人民共和国节约能源法》第七十二条', [{ law: '节约能源法', article: '72' }]],
    ['《节约能源法（2018年修正）》第七十二条', [{ law: '节约能源法', article: '72' }]],
    ['工业产品生产许可证管理条例第九条第（七）项', [{ law: '工业产品生产许可证管理条例', article: '9' }]],
    [
      '《安全生产法》第九十九条、第一百零二条〔模拟〕',
      [99, 102].map((one) => ({ law: '安全生产法', article: `${one}` })),
    ],
    [
      '《大气污染防治法》第99条；《环境保护法》第六十条',
      [
        { law: '大气污染防治法', article: '99' },
        { law: '环境保护法', article: '60' },
      ],
    ],
    ['《循环经济促进法》〔条文为模拟〕', [{ law: '循环经济促进法' }]],
    ['上级要求', []],
  ])('%s', (text, laws) => expect(lawsIn(text)).toEqual(laws));
});

describe('the number of an article', () => {
  it.each([
    ['第十条', '10'],
    ['第二十条', '20'],
    ['第一百一十三条', '113'],
    ['72', '72'],
    ['9(7)', '9'],
    ['二(一)3', '二(一)3'],
  ])('of %s is %s', (text, number) => expect(articleNumber(text)).toBe(number));
});

describe('what a fact rests on', () => {
  const fact = (given: object) => recorded({ type: 'energy.PenaltyDecided', ...given })[0]!;

  it('is the law that its rows stand in, and the law that it cites', () =>
    expect(
      citedBy(
        fact({
          rules: [{ ruleId: 'energy/rectification-period', version: '2021' }],
          data: { legalBasis: '《节约能源法》第八十二条' },
        }),
      ),
    ).toEqual([
      { law: '惠州市2021年推动落后产能退出工作计划', article: '二(一)3' },
      { law: '节约能源法', article: '72' },
      { law: '节约能源法', article: '82' },
    ]));

  it('is nothing where it says nothing, and rows of later laws are passed over', () => {
    expect(citedBy(fact({ data: {} }))).toEqual([]);
    expect(citedBy(fact({ rules: [{ ruleId: 'energy/none', version: '1' }], data: {} }))).toEqual([]);
  });
});

describe('a law that is asked for', () => {
  it.each([
    '节约能源法',
    '《中华人民共和国节约能源法》',
    '节约能源法（2018年修正）',
    'energy conservation law',
    'Energy Conservation Law (2018)',
  ])('may be called %s', (text) => expect(lawNamed(text)).toBe('节约能源法'));

  it('is shown in both languages where the ledger knows both', () => {
    expect(lawTitle('节约能源法')).toEqual({ zh: '节约能源法', en: 'Energy Conservation Law' });
    expect(lawTitle('某条例')).toEqual({ zh: '某条例', en: '某条例' });
  });
});
