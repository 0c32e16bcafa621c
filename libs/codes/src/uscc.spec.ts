import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MalformedCode, checkUscc, makeUscc, normaliseUscc, organisationCheckCharacter, parseUscc } from './index.js';

const english = (value: unknown) => checkUscc(value)?.[1];
const chinese = (value: unknown) => checkUscc(value)?.[0];

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const characters = (length: number) =>
  fc.array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length }).map((list) => list.join(''));
const codes = fc
  .tuple(characters(2), fc.integer({ min: 0, max: 999_999 }), characters(8))
  .map(([kind, area, body]) => makeUscc(kind + String(area).padStart(6, '0'), body));

describe('a unified social credit code', () => {
  it.each([
    '91130200699229617X',
    '91230500MA1B3N1N2M',
    '11230500001755309F',
    '91330000755918469E',
    '91320105780688132K',
    '91350100M000100Y43',
  ])('in use, such as %s, is right', (code) => expect(checkUscc(code)).toBeUndefined());

  it('is made with both check characters', () => {
    expect(makeUscc('91441322', 'MA00TT01')).toBe('91441322MA00TT0126');
  });

  it('checks with 0 when the sums leave no remainder', () => {
    expect(makeUscc('91441323', 'MA000041')).toBe('91441323MA00004100');
  });

  it('checks its organisation code with X for ten', () => {
    expect(organisationCheckCharacter('MA000004')).toBe('X');
    expect(makeUscc('91441324', 'MA000004')).toBe('91441324MA000004XL');
  });

  it('says what looks like what, and where', () => {
    expect(english('91441322MAO0TT0126')).toMatch(/looks like O for 0 in place 11/);
    expect(chinese('91441322MAO0TT0126')).toMatch(/第11位疑似将0误作O/);
    expect(english('9I441322MA00TT0126')).toMatch(/looks like I for 1 in place 2/);
  });

  it.each([...'IOSVZ'])('never holds the letter %s', (letter) => {
    expect(english(`91441322MA00TT01${letter}6`)).toMatch(/in place 17; the letters I, O, S, V and Z never occur/);
  });

  it('says which check character it should have', () => {
    expect(english('91441322MA00TT0125')).toMatch(/^check character in place 18 should be 6/);
    expect(chinese('91441322MA00TT0125')).toMatch(/第18位校验码应为6/);
  });

  it('says that the organisation code inside is wrong', () => {
    expect(english('91441322MA00TT0136')).toMatch(/check character in place 17 should be 2/);
  });

  it('does not pass the well-known example whose checks are both wrong', () => {
    expect(checkUscc('91310115MA1H8R7C6D')).toBeDefined();
  });

  it('is not taken in lower case, full width, with a space, or at another length', () => {
    expect(english('91441322ma00TT0126')).toMatch(/lower-case letter m in place 9/);
    expect(english('９1441322MA00TT0126')).toMatch(/full-width character in place 1/);
    expect(english('91441322MA00TT0126 ')).toMatch(/space in place 19/);
    expect(english('91441322MA00TT012')).toBe('must have 18 characters, has 17');
    expect(english('')).toBe('must have 18 characters, has 0');
  });

  it('has digits for the area of its registrar', () => {
    expect(english('91A41322MA00TT0126')).toMatch(/has the letter A in place 3/);
  });

  it('is a text', () => {
    for (const value of [undefined, null, 914413220000000000, {}, ['91441322MA00TT0126']])
      expect(english(value)).toMatch(/must be a unified social credit code/);
  });

  it('is counted in characters even where they are pairs', () => {
    expect(english('9144132𠮷MA00TT0126')).toMatch(/"𠮷" in place 8/);
  });

  it('comes apart', () => {
    expect(parseUscc('91441322MA00TT0126')).toEqual({
      uscc: '91441322MA00TT0126',
      registrar: '9',
      category: '1',
      registrarArea: '441322',
      organisation: 'MA00TT012',
    });
    expect(() => parseUscc('91441322MA00TT0125')).toThrow(MalformedCode);
  });

  it('is made only of what can be in one', () => {
    expect(() => makeUscc('9144132', 'MA00TT01')).toThrow(MalformedCode);
    expect(() => makeUscc('91441322', 'MA00TTO1')).toThrow(MalformedCode);
  });

  it('as made is always right', () => {
    fc.assert(fc.property(codes, (code) => checkUscc(code) === undefined));
  });

  it('betrays any single character that is another', () => {
    fc.assert(
      fc.property(codes, fc.nat(17), fc.constantFrom(...alphabet), (code, at, other) => {
        fc.pre(code.charAt(at) !== other);
        return checkUscc(code.slice(0, at) + other + code.slice(at + 1)) !== undefined;
      }),
    );
  });
});

describe('a code out of a spreadsheet', () => {
  it('is made half-width and upper case, and trimmed', () => {
    expect(normaliseUscc('　９１４４１３２２ma00tt0126 ')).toEqual({ text: '91441322MA00TT0126' });
  });

  it('gets a proposal where O for 0 explains it, and keeps its own text', () => {
    expect(normaliseUscc('91441322MAO0TT0126')).toMatchObject({
      text: '91441322MAO0TT0126',
      proposal: { uscc: '91441322MA00TT0126', changes: [{ place: 11, from: 'O', to: '0' }] },
    });
  });

  it('gets a proposal where I for 1 explains it', () => {
    expect(normaliseUscc('9I441322MA00TT0126').proposal?.uscc).toBe('91441322MA00TT0126');
  });

  it('gets none when the checks are wrong even so', () => {
    const answer = normaliseUscc('91441322MAO0TT0125');
    expect(answer.proposal).toBeUndefined();
    expect(answer.complaint?.[1]).toMatch(/looks like O for 0/);
  });

  it('gets none when nothing in it looks like anything else', () => {
    expect(normaliseUscc('91441322MA00TT0125').proposal).toBeUndefined();
  });

  it('gets back whatever code was spoilt by O and I', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const spoilt = code.replace('0', 'O').replace('1', 'I');
        return (normaliseUscc(spoilt).proposal?.uscc ?? spoilt) === code;
      }),
    );
  });
});
