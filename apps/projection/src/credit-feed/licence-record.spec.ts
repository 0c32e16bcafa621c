import { describe, expect, it } from '@jest/globals';
import { recorded, rowsOf, type PastFact } from '#projection';
import { foundry, inRecord, fine } from '../testing-facts.js';
import {
  discharge,
  granted,
  licenceIssued,
  onLicence,
  onPermit,
  promised,
  promisedAs,
  SITE,
} from './testing-licences.js';
import { creditRecord, shownRecord } from './credit-record.projection.js';
import { recordIn } from './standards/standard.js';
import { standards } from './standards/standards.js';

const shown = (...facts: readonly PastFact[]) => shownRecord(recorded(...facts));
const fieldsOf = (...facts: readonly PastFact[]) => {
  const item = shown(...facts)!;
  return recordIn(standards[item.kind!][0], item);
};

describe('a discharge permit', () => {
  it('is a licence record when it is issued', () => {
    expect(shown(granted)).toMatchObject({ kind: 'licences', recordId: `environment.permit-${SITE}`, faults: [] });
    expect(fieldsOf(granted)).toEqual({
      XK_XDR_MC: foundry.name,
      XK_XDR_LB: '法人及非法人组织',
      XK_XDR_SHXYM: foundry.uscc,
      XK_XKWS: '排污许可证',
      XK_WSH: SITE,
      XK_XKLB: '普通',
      XK_XKZS: '排污许可证',
      XK_XKBH: SITE,
      XK_NR: '重点管理；污染物：颗粒物、二氧化硫',
      XK_JDRQ: '2021/05/01',
      XK_YXQZ: '2021/05/10',
      XK_YXQZI: '2026/05/09',
      XK_XKJG: '惠州市生态环境局',
      XK_XKJGDM: '11441300MB0TT0021R',
      XK_ZT: '1',
      XK_LYDW: '惠州市生态环境局',
      XK_LYDWDM: '11441300MB0TT0021R',
    });
  });

  it('was decided on its first day when it was issued before the ledger knew it', () => {
    const { applicationId: _, ...content } = discharge;
    expect(fieldsOf(onPermit('DischargePermitIssued', content))).toMatchObject({ XK_JDRQ: '2021/05/10' });
  });

  it('has the holder that a change names', () => {
    const renamed = { ...foundry, name: '博罗县永新铸造有限公司〔模拟〕' };
    const changed = onPermit('DischargePermitChanged', {
      change: 'NAME',
      enterprise: renamed,
      changedOn: '2021-06-01',
    });
    expect(fieldsOf(granted, changed)).toMatchObject({
      XK_XDR_MC: renamed.name,
      XK_YXQZI: '2026/05/09',
      XK_ZT: '1',
      BZ: '2021-06-01变更名称',
    });
    expect(shown(changed)).toBeUndefined();
  });

  it('is told as invalid when it has run out, and as valid when it is renewed', () => {
    const expired = onPermit('DischargePermitExpired', { dueOn: '2026-05-09' });
    const renewed = onPermit('DischargePermitRenewed', { ...discharge, validTo: '2031-05-09' });
    expect(shown(granted, expired)?.tombstone).toBeUndefined();
    expect(fieldsOf(granted, expired)).toMatchObject({ XK_ZT: '2', BZ: '有效期届满' });
    expect(fieldsOf(granted, expired, renewed)).toMatchObject({ XK_ZT: '1', XK_YXQZI: '2031/05/09' });
  });

  it.each([
    ['DischargePermitRevoked', 'REVOKED'],
    ['DischargePermitAnnulled', 'ANNULLED'],
    ['DischargePermitWithdrawn', 'WITHDRAWN'],
    ['DischargePermitCancelled', 'CANCELLED'],
  ])('is a tombstone with what identifies it after %s', (type, tombstone) => {
    const end = onPermit(type, {});
    expect(shown(granted, end)).toMatchObject({ kind: 'licences', tombstone, uscc: foundry.uscc, position: 2 });
    expect(fieldsOf(granted, end)).toEqual({
      XK_XDR_MC: foundry.name,
      XK_XDR_SHXYM: foundry.uscc,
      XK_WSH: SITE,
      XK_XKBH: SITE,
      XK_ZT: '2',
    });
    expect(shown(end)).toBeUndefined();
    expect(shown(granted, end, onPermit('DischargePermitExpired', {}))).toMatchObject({ tombstone, position: 2 });
    expect(shown(granted, end, granted)?.tombstone).toBeUndefined();
  });

  it('is held back by what breaks the standard, and stays as it was told before', () => {
    const broken = onPermit('DischargePermitRenewed', { ...discharge, validTo: '2031-02-30' });
    const [record] = [...rowsOf(creditRecord, recorded(granted, broken)).values()];
    expect(record).toMatchObject({
      item: { position: 1 },
      refused: { position: 2, faults: [{ field: 'XK_YXQZI', rule: { zh: expect.stringContaining('存在的日期') } }] },
    });
  });
});

describe('a production licence', () => {
  it('is a licence record of its issuer, told by the bureau that mirrors it', () =>
    expect(fieldsOf(licenceIssued)).toMatchObject({
      XK_FRDB: '李四',
      XK_XKWS: '准予许可决定书',
      XK_WSH: '粤市监许〔2021〕7号',
      XK_XKBH: '(粤)XK05-001-00001',
      XK_YXQZI: '2026/03/14',
      XK_XKJG: '广东省市场监督管理局',
      XK_LYDW: '惠州市市场监督管理局',
    }));

  it('is a tombstone when its issuer cancels it', () =>
    expect(shown(licenceIssued, onLicence('ProductionLicenceCancelled', { enterprise: foundry }))?.tombstone).toBe(
      'CANCELLED',
    ));
});

describe('the approval of an environmental impact assessment', () => {
  it('is a licence record without an end', () =>
    expect(
      fieldsOf({
        type: 'environment.EiaApproved',
        stream: 'environment.eia-2021-7',
        visibility: 'public',
        data: {
          enterprise: foundry,
          projectName: '电炉改造',
          capacity: 10,
          unit: '万吨/年',
          documentNumber: '惠市环建〔2021〕15号',
          approvedOn: '2021-04-02',
        },
      }),
    ).toMatchObject({ XK_NR: '电炉改造，年产能10万吨/年', XK_JDRQ: '2021/04/02', XK_YXQZI: '2099/12/31' }));
});

describe('a credit promise', () => {
  it('is a record of its own, with what was determined about it', () => {
    expect(fieldsOf(promised)).toMatchObject({
      CN_BM: '44132220210610000001',
      CN_LX: '主动型',
      CN_GKLX: '可向社会公开',
    });
    expect(fieldsOf(promised)).not.toHaveProperty('CN_LXZT');
    const broken = promisedAs('PromiseAssessed', {
      fulfilment: 'NONE',
      unfulfilled: '复产',
      determinedOn: '2021-09-01',
      determinedBy: '惠州市工业和信息化局',
      determinedByCode: '11441300MB0TT0056C',
    });
    expect(fieldsOf(promised, broken)).toMatchObject({ CN_LXZT: '全部未履行', CN_WLX: '复产', CN_RDRQ: '2021/09/01' });
  });

  it('does not leave unless everybody may see it', () =>
    expect(shown({ ...promised, visibility: 'government' })).toBeUndefined());
});

describe('capacity that was not retired in time', () => {
  it('is a record with the day on which its owner was told, and no fields of a penalty', () => {
    const { kinds: _, fineFen: __, legalRepresentative: ___, ...content } = fine;
    const missed = fieldsOf(
      inRecord('SubjectNotified', { notifiedOn: '2021-07-05' }),
      inRecord('CreditInfoPushed', { platform: 'CREDIT_GUANGDONG', subject: 'NON_COMPLETION', content }),
    );
    expect(missed).toMatchObject({ WT_GZRQ: '2021/07/05', CF_JDRQ: '2021/07/02' });
    expect(Object.keys(missed).filter((name) => /CFLB|FK|ZKDX/.test(name))).toEqual([]);
  });
});
