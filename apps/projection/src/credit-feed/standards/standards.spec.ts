import { describe, expect, it } from '@jest/globals';
import { fenFromWan } from '#codes';
import { recorded } from '#projection';
import { fine, foundry, inRecord, pushed } from '../../testing-facts.js';
import { shownRecord } from '../credit-record.projection.js';
import { kinds } from '../feed-item.js';
import { penalties2016 } from './penalties-2016.js';
import { penalties2018 } from './penalties-2018.js';
import { recordIn } from './standard.js';
import { standards } from './standards.js';

const every = kinds.flatMap((kind) => standards[kind]);
const shown = (content: object = fine) => shownRecord(recorded(pushed(content)))!;

describe('the standards', () => {
  it.each(every.map((standard) => [`${standard.kind} ${standard.version}`, standard] as const))(
    'have each field of %s once, with a length, and none for a person’s identity document',
    (_, { fields }) => {
      const names = fields.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names.filter((name) => /ZJLX|ZJHM|SFZ/.test(name))).toEqual([]);
      expect(fields.every(({ most }) => most > 0)).toBe(true);
      expect(fields.some(({ identifies }) => identifies)).toBe(true);
    },
  );

  it('mark what was not read in their text: all of 2016, and of 2018 what no published table confirms', () => {
    expect(penalties2016.fields.every(({ adjustable }) => adjustable)).toBe(true);
    const marked = penalties2018.fields.filter(({ adjustable }) => adjustable).map(({ name }) => name);
    expect(marked).toEqual(['CF_XDR_LB', 'CF_WFXW', 'CF_SY', 'CF_YJ', 'CF_CFLB', 'CF_NR', 'CF_GSJZQ']);
  });

  it('keep the order of their fields, and leave out what is not known', () => {
    const names = Object.keys(recordIn(penalties2018, shown()));
    expect(names).toEqual(penalties2018.fields.map(({ name }) => name).filter((name) => names.includes(name)));
    expect(names).not.toContain('CF_NR_ZKDX');
  });
});

describe('golden scenario 25: a fine of 2,000 yuan', () => {
  it('is 0.200000 outside, and 200,000 fen again when it is read back', () => {
    const { CF_NR_FK } = recordIn(penalties2018, shown());
    expect(CF_NR_FK).toBe('0.200000');
    expect(fenFromWan(CF_NR_FK!)).toBe(fine.fineFen);
    expect(Number(CF_NR_FK)).toBe(0.2);
  });
});

describe('a penalty in the columns of 2016', () => {
  it('has the kinds of 1996, the organisation code, the division of the area, and no amount', () =>
    expect(recordIn(penalties2016, shown())).toEqual({
      CF_WSH: fine.documentNumber,
      CF_CFMC: fine.violation,
      CF_CFLB1: '警告',
      CF_CFLB2: '罚款',
      CF_SY: fine.facts,
      CF_YJ: fine.legalBasis,
      CF_XDR_MC: foundry.name,
      CF_XDR_SHXYM: foundry.uscc,
      CF_XDR_ZDM: 'MA00TT012',
      CF_FR: '李四',
      CF_JG: '警告，罚款2000元',
      CF_JDRQ: '2021/07/02',
      CF_XZJG: fine.authority,
      CF_ZT: '0',
      DFBM: '441322',
      SJC: '2021-05-01T01:00:00.000Z',
    }));

  it('keeps of a tombstone what identifies it, and its state', () => {
    const withdrawn = shownRecord(recorded(pushed(), inRecord('CreditInfoWithdrawn', { reason: '原决定被撤销' })))!;
    expect(recordIn(penalties2016, withdrawn)).toEqual({
      CF_WSH: fine.documentNumber,
      CF_XDR_MC: foundry.name,
      CF_XDR_SHXYM: foundry.uscc,
      CF_ZT: '1',
      SJC: '2021-05-01T01:00:00.000Z',
    });
    const stopped = inRecord('DisplayStopped', { reason: 'TERM', platforms: ['CREDIT_GUANGDONG'] });
    expect(recordIn(penalties2016, shownRecord(recorded(pushed(), stopped))!)).toMatchObject({ CF_ZT: '3' });
    expect(recordIn(penalties2018, withdrawn)).toEqual({
      CF_XDR_MC: foundry.name,
      CF_XDR_SHXYM: foundry.uscc,
      CF_WSH: fine.documentNumber,
    });
  });
});
