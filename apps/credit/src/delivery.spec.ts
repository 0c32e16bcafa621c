import { describe, it } from '@jest/globals';
import { given, type Fact, type Visibility } from '#decider';
import { delivery } from './delivery.decider.js';

type Past = Fact & { readonly id?: string; readonly visibility?: Visibility };

const at = '2021-08-20T10:00:00+08:00';
const ITEM = 'item-1';
const permit = 'environment.permit-91441322MA00TT0126001P';
const acknowledge = { occurredAt: at, kind: 'licences', recordId: permit, receiptNumber: 'XYGD-1' } as const;
const reject = { occurredAt: at, kind: 'licences', recordId: permit, field: 'XK_XKBH', reason: '编号有误' } as const;
const ofPromise = { ...acknowledge, kind: 'promises', recordId: 'pledge-GX-1' } as const;

const fact = (type: string, besides: Partial<Past> = {}): Past => ({ type, id: ITEM, data: {}, ...besides });
const granted = { [permit]: [fact('environment.DischargePermitIssued')] };
const on = (streams: Record<string, readonly Past[]>, ...past: readonly Past[]) =>
  given(delivery, ...past).consulting(streams);
const item = { id: ITEM };

const acknowledged: Past = {
  type: 'ItemAcknowledged',
  data: { kind: 'licences', recordId: permit, receiptNumber: 'XYGD-1' },
};
const rejected: Past = {
  type: 'ItemRejected',
  data: { kind: 'licences', recordId: permit, field: 'XK_XKBH', reason: '编号有误' },
};

describe('a receipt for a licence', () => {
  it('acknowledges the item, or sends it back with the field', () => {
    on(granted)
      .when('AcknowledgeItem', acknowledge, item)
      .then(acknowledged as never);
    on(granted)
      .when('RejectItem', reject, item)
      .then(rejected as never);
  });

  it('may come twice', () => {
    on(granted, acknowledged).when('AcknowledgeItem', acknowledge, item).thenNothing();
    on(granted, rejected).when('RejectItem', reject, item).thenNothing();
  });

  it('does not contradict an earlier one', () => {
    on(granted, acknowledged).when('RejectItem', reject, item).thenRefused('credit/already-answered');
    on(granted, rejected).when('AcknowledgeItem', acknowledge, item).thenRefused('credit/already-answered');
    on(granted, acknowledged)
      .when('AcknowledgeItem', { ...acknowledge, receiptNumber: 'XYGD-2' }, item)
      .thenRefused('credit/already-answered');
  });

  it.each([
    ['that there is not', acknowledge, {}],
    ['of another record', { ...acknowledge, recordId: 'environment.permit-other' }, granted],
    ['that never leaves', acknowledge, { [permit]: [fact('environment.PermitApplicationAccepted')] }],
    ['of records that are none of its business', { ...acknowledge, recordId: 'hotline.tip-1' }, {}],
    ['whose name is none', { ...acknowledge, recordId: 'environment.permit-\0' }, {}],
    ['said to be of a promise', { ...acknowledge, kind: 'promises' as const }, granted],
  ])('answers no item %s', (_, receipt, streams) =>
    on(streams).when('AcknowledgeItem', receipt, item).thenRefused('credit/no-such-item'),
  );
});

describe('a receipt for a promise', () => {
  const registered = (visibility: 'public' | 'government') => ({
    'credit.promise-pledge-GX-1': [fact('credit.PromiseRegistered', { visibility })],
  });

  it('acknowledges what everybody may see, as nothing else left', () => {
    on(registered('public')).when('AcknowledgeItem', ofPromise, item).thenTypes('ItemAcknowledged');
    on(registered('government')).when('AcknowledgeItem', ofPromise, item).thenRefused('credit/no-such-item');
  });

  it('is not taken for a licence, whatever it is called', () =>
    on(registered('public'))
      .when('AcknowledgeItem', { ...ofPromise, kind: 'licences', recordId: 'credit.promise-pledge-GX-1' }, item)
      .thenRefused('credit/no-such-item'));
});
