import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  MalformedCode,
  fenFromWan,
  legacyKindsOf,
  legacyPenaltyKinds,
  penaltyKindCodes,
  penaltyKinds,
  penaltyKindsNamedOn,
  readPenaltyDocumentNumber,
  wanFromFen,
  wanNumberFromFen,
  yuanFromFen,
} from './index.js';

describe('an amount in ten thousand yuan', () => {
  it('is 0.2 for a fine of 2,000 yuan, and back', () => {
    expect(wanFromFen(200_000)).toBe('0.200000');
    expect(wanNumberFromFen(200_000)).toBe(0.2);
    expect(fenFromWan('0.2')).toBe(200_000);
    expect(fenFromWan(0.2)).toBe(200_000);
    expect(fenFromWan('0.200000')).toBe(200_000);
  });

  it('holds a single fen', () => {
    expect(wanFromFen(1)).toBe('0.000001');
    expect(fenFromWan('0.000001')).toBe(1);
  });

  it('holds nothing at all', () => {
    expect(wanFromFen(0)).toBe('0.000000');
    expect(fenFromWan('0')).toBe(0);
  });

  it('loses nothing either way, as text and as a JSON number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000_000 }), (fen) => {
        expect(fenFromWan(wanFromFen(fen))).toBe(fen);
        expect(fenFromWan(JSON.parse(JSON.stringify(wanNumberFromFen(fen))))).toBe(fen);
      }),
    );
  });

  it('is refused with parts of a fen, below zero, or beyond what a number carries', () => {
    for (const fen of [0.5, -1, Number.NaN, 1_000_000_000_000_001])
      expect(() => wanFromFen(fen)).toThrow(MalformedCode);
    for (const wan of ['0.0000001', '-1', '', '1e3', '1,000', '１', '1000000000.000001'])
      expect(() => fenFromWan(wan)).toThrow(MalformedCode);
  });
});

describe('an amount in yuan', () => {
  it.each([
    [0, '0.00'],
    [1, '0.01'],
    [99, '0.99'],
    [100, '1.00'],
    [200_050, '2000.50'],
    [1_000_000_000_000_000, '10000000000000.00'],
  ])('of %d fen is %s', (fen, yuan) => expect(yuanFromFen(fen)).toBe(yuan));

  it('loses nothing', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000_000 }), (fen) =>
        expect(BigInt(yuanFromFen(fen).replace('.', ''))).toBe(BigInt(fen)),
      ),
    ));
});

describe('the number of a penalty decision', () => {
  it.each([
    '惠市环(博罗)罚〔2021〕12号',
    '惠市环（博罗）罚【2021】12号',
    '惠市环（博罗）罚[2021] 12 号',
    '惠市环(博罗)罚（２０２１）１２号',
    '惠市环﹝博罗﹞罚﹝2021﹞12号',
  ])('is the same however it is written: %s', (raw) =>
    expect(readPenaltyDocumentNumber(raw)).toEqual({
      raw,
      key: '惠市环(博罗)罚〔2021〕12号',
      authority: '惠市环(博罗)罚',
      year: 2021,
      number: '12',
    }),
  );

  it('of real feeds is understood', () => {
    expect(readPenaltyDocumentNumber('市场【2019】1号')).toMatchObject({ authority: '市场', year: 2019, number: '1' });
    expect(readPenaltyDocumentNumber('惠能监罚〔2021〕第007号')).toMatchObject({ number: '007' });
  });

  it('takes the last year in brackets for the year', () => {
    expect(readPenaltyDocumentNumber('惠市环(2020)专罚〔2021〕3号')).toMatchObject({
      year: 2021,
      authority: '惠市环(2020)专罚',
    });
  });

  it('of an unusual form still has a key', () => {
    expect(readPenaltyDocumentNumber(' 当场处罚 第５号 ')).toEqual({ raw: ' 当场处罚 第５号 ', key: '当场处罚第5号' });
  });

  it('of one key reads as that key', () => {
    fc.assert(
      fc.property(fc.string(), (raw) => {
        const { key } = readPenaltyDocumentNumber(raw);
        return readPenaltyDocumentNumber(key).key === key;
      }),
    );
  });
});

describe('the kinds of penalty', () => {
  it('are fourteen, and map down to the seven of 1996', () => {
    expect(penaltyKindCodes).toHaveLength(14);
    expect([...penaltyKindCodes].sort()).toEqual(Object.keys(penaltyKinds).sort());
    expect(legacyKindsOf(penaltyKindCodes)).toEqual(Object.keys(legacyPenaltyKinds));
  });

  it('do not name an order to close on 14 July 2021, and do on 15 July', () => {
    expect(penaltyKindsNamedOn('2021-07-14')).not.toContain('CLOSURE');
    expect(penaltyKindsNamedOn('2021-07-14')).toHaveLength(9);
    expect(penaltyKindsNamedOn('2021-07-15')).toHaveLength(14);
  });

  it('of gains and of property are one kind in the old list', () => {
    expect(legacyKindsOf(['CONFISCATION_OF_PROPERTY', 'FINE', 'CONFISCATION_OF_GAINS'])).toEqual(['2', '3']);
  });
});
