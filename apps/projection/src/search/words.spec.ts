import { describe, expect, it } from '@jest/globals';
import { pairsOf, plain, wordsOf } from './words.js';

describe('the words of a question', () => {
  it('are told apart by spaces of either width', () =>
    expect(wordsOf(' 博罗　铸造 永丰')).toEqual(['博罗', '铸造', '永丰']));

  it('are half-width and lower case', () => expect(wordsOf('ＭＡ００ＴＴ')).toEqual(['ma00tt']));

  it('are none in a question of spaces', () => expect(wordsOf(' 　 ')).toEqual([]));
});

describe('a name as it is searched', () => {
  it('has lost the spaces between its characters', () => expect(plain('永　丰 铸造（模拟）')).toBe('永丰铸造(模拟)'));

  it('has a pair for every two neighbours, each once', () =>
    expect(pairsOf('永丰永丰厂')).toEqual(['永丰', '丰永', '丰厂']));

  it('has none when it is one character, also one beyond the basic plane', () => {
    expect(pairsOf('永')).toEqual([]);
    expect(pairsOf('𠮷')).toEqual([]);
  });
});
