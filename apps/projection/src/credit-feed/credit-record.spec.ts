import { describe, expect, it } from '@jest/globals';
import { recorded, type PastFact } from '#projection';
import { fine, inRecord, pushed } from '../testing-facts.js';
import { creditMessage } from '../relay/credit-message.js';
import { shownRecord } from './credit-record.projection.js';

const shown = (...facts: readonly PastFact[]) => shownRecord(recorded(...facts));
const pushedTo = (platform: string, displayUntil: string): PastFact =>
  inRecord('CreditInfoPushed', { platform, subject: 'PENALTY', content: fine, displayUntil });
const stopped = (...platforms: string[]) =>
  inRecord('DisplayStopped', { reason: 'EXPIRED', ...(platforms.length > 0 ? { platforms } : {}) });
const withdrawn = inRecord('CreditInfoWithdrawn', { reason: '原决定被撤销' });

describe('a credit record as it is shown', () => {
  it('is nothing before it was pushed, and nothing that ends it then makes it something', () => {
    expect(shown(inRecord('CreditRecordOpened', {}))).toBeUndefined();
    expect(shown(withdrawn)).toBeUndefined();
  });

  it('is for every platform that it was pushed to, each with its own end', () => {
    const record = shown(pushedTo('CREDIT_GUANGDONG', '2022-07-02'), pushedTo('GSXT', '2024-07-02'));
    expect(record?.platforms).toEqual(['CREDIT_GUANGDONG', 'GSXT']);
    expect(record?.displays).toEqual([
      { platform: 'CREDIT_GUANGDONG', displayUntil: '2022-07-02' },
      { platform: 'GSXT', displayUntil: '2024-07-02' },
    ]);
    expect(record?.tombstone).toBeUndefined();
  });

  it('goes on for the others when one platform stops, and ends when the last does', () => {
    const both = [pushedTo('CREDIT_GUANGDONG', '2022-07-02'), pushedTo('GSXT', '2024-07-02')];
    expect(shown(...both, stopped('CREDIT_GUANGDONG'))).toMatchObject({ platforms: ['GSXT'], position: 3 });
    expect(shown(...both, stopped('CREDIT_GUANGDONG'), stopped('GSXT'))?.tombstone).toBe('EXPIRED');
  });

  it('ends for everyone when nobody is named, and begins again when it is pushed again', () => {
    expect(shown(pushed(), withdrawn)).toMatchObject({ tombstone: '原决定被撤销', platforms: [] });
    expect(shown(pushed(), stopped(), pushedTo('GSXT', '2024-07-02'))).toMatchObject({ platforms: ['GSXT'] });
  });

  it('stays as it was when what comes next breaks the standard', () => {
    const broken = pushed({ ...fine, documentNumber: '' });
    expect(shown(pushed(), broken)?.position).toBe(1);
    expect(shown(broken)).toBeUndefined();
  });

  it('never tells of what is sealed', () => {
    expect(shown({ ...pushed(), visibility: 'sealed' })).toBeUndefined();
  });
});

describe('its message', () => {
  it('has the record as its value, under the id of the record', () => {
    const { key, value, headers } = creditMessage(shown(pushed())!);
    expect(key).toBe('penalty-2021-0003');
    expect(JSON.parse(Buffer.from(value!).toString())).toMatchObject({ CF_WSH: fine.documentNumber });
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_type: 'credit.CreditInfoPushed',
      ce_subject: 'penalty-2021-0003',
      ce_sequence: '0000000000000001',
      ce_platforms: 'CREDIT_GUANGDONG',
    });
  });

  it('is a tombstone when nobody is to show it any more, and says why', () => {
    const { key, value, headers } = creditMessage(shown(pushed(), withdrawn)!);
    expect(key).toBe('penalty-2021-0003');
    expect(value).toBeUndefined();
    expect(headers).toMatchObject({ ce_tombstone: 'true', ce_reason: '原决定被撤销', ce_sequence: '0000000000000002' });
  });
});
