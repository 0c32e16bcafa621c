import { describe, expect, it } from '@jest/globals';
import { recorded, rowsOf, type PastFact } from '#projection';
import { fine, inRecord, pushed } from '../testing-facts.js';
import { changesWhatIsShown, creditRecord } from './credit-record.projection.js';
import { standingOf } from './sent-items.js';
import { granted, onPermit, SITE } from './testing-licences.js';

const idAt = (place: number): string => recorded(...Array.from({ length: place }, () => pushed())).at(-1)!.id;
const sentOf = (...facts: readonly PastFact[]) => [...rowsOf(creditRecord, recorded(...facts)).values()][0]!.sent;
const standing = (...facts: readonly PastFact[]) => standingOf(sentOf(...facts));

const acknowledged = (itemId: string) => inRecord('CreditInfoAcknowledged', { itemId, receiptNumber: 'XYGD-1' });
const rejected = (itemId: string) => inRecord('CreditInfoRejected', { itemId, field: 'CF_SY', reason: '过于简略' });
const pushedToGsxt = inRecord('CreditInfoPushed', { platform: 'GSXT', subject: 'PENALTY', content: fine });

const delivered = (type: string, itemId: string, recordId = `environment.permit-${SITE}`): PastFact => ({
  type: `credit.${type}`,
  stream: `credit.delivery-${itemId}`,
  data: { kind: 'licences', recordId, reason: '编号有误', field: 'XK_XKBH' },
});

describe('golden scenario 21: a record that was handed out', () => {
  it('is sent until it is answered', () => {
    expect(standing(pushed())).toBe('SENT');
    expect(standing(pushed(), acknowledged(idAt(1)))).toBe('ACKNOWLEDGED');
  });

  it('is open again when it is sent back, with the field and the reason, and closed when it was sent again', () => {
    const back = [pushed(), rejected(idAt(1))];
    expect(standing(...back)).toBe('REJECTED');
    expect(sentOf(...back)).toMatchObject([{ answer: { field: 'CF_SY', reason: '过于简略' } }]);
    expect(standing(...back, pushed())).toBe('SENT');
    expect(standing(...back, pushed(), acknowledged(idAt(3)))).toBe('ACKNOWLEDGED');
  });

  it('is not answered by a late receipt for what it was before', () => {
    expect(standing(pushed(), pushed(), rejected(idAt(1)))).toBe('SENT');
    expect(standing(pushed(), pushed(), acknowledged(idAt(2)), rejected(idAt(1)))).toBe('ACKNOWLEDGED');
  });

  it('has an answer of each platform', () => {
    const both = [pushed(), pushedToGsxt];
    expect(standing(...both, acknowledged(idAt(2)))).toBe('SENT');
    expect(standing(...both, acknowledged(idAt(2)), rejected(idAt(1)))).toBe('REJECTED');
    expect(standing(...both, acknowledged(idAt(2)), acknowledged(idAt(1)))).toBe('ACKNOWLEDGED');
    expect(sentOf(...both, rejected(idAt(1)), pushedToGsxt)).toMatchObject([
      { itemId: idAt(1), answer: { outcome: 'REJECTED' } },
      { itemId: idAt(4) },
    ]);
  });

  it('is to be answered anew when it is taken down', () => {
    const taken = [pushed(), acknowledged(idAt(1)), inRecord('CreditInfoWithdrawn', { reason: '原决定被撤销' })];
    expect(standing(...taken)).toBe('SENT');
    expect(standing(...taken, acknowledged(idAt(3)))).toBe('ACKNOWLEDGED');
  });
});

describe('a licence that was handed out', () => {
  it('is acknowledged or sent back by its item, and closed when the department changes it', () => {
    expect(standing(granted, delivered('ItemAcknowledged', idAt(1)))).toBe('ACKNOWLEDGED');
    const back = [granted, delivered('ItemRejected', idAt(1))];
    expect(standing(...back)).toBe('REJECTED');
    expect(standing(...back, onPermit('DischargePermitExpired', {}))).toBe('SENT');
  });

  it('is not shown anew because of an answer', () => {
    expect(changesWhatIsShown('credit.ItemAcknowledged')).toBe(false);
    expect(changesWhatIsShown('credit.CreditInfoRejected')).toBe(false);
    expect(changesWhatIsShown('environment.DischargePermitIssued')).toBe(true);
  });
});
