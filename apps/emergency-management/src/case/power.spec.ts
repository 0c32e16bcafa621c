import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { at, cases, facts } from '../testing-safety.js';
import { safetyCase } from './case.decider.js';

const approved = { actor: { client: 'spec', approver: '主要负责人〔模拟〕' } };
const { enterprise: _, noticeAt: __, ...content } = facts.notified.data;
const notify = { ...content, supplies: 'PRODUCTION' as const, ...at('2021-09-27') };

describe('a notice to cut power', () => {
  const disobeying = given(safetyCase, ...cases.disobeying);

  it('goes out on refusal and real danger, approved by the head, 24 hours ahead', () =>
    disobeying
      .when('NotifyPowerCut', notify, approved)
      .then({ type: 'SafetyPowerCutNotified', data: facts.notified.data }));

  it('is a minute too short at 23 hours 59, unless it is urgent', () => {
    const short = { ...notify, executeAfterAt: '2021-09-28T09:59:00+08:00' };
    disobeying
      .when('NotifyPowerCut', short, approved)
      .thenRefused('emergency-management/notice-too-short', { clause: '2.4.3', rule: 'safety/power-cut@2021' });
    disobeying.when('NotifyPowerCut', { ...short, urgent: true }, approved).thenTypes('SafetyPowerCutNotified');
    disobeying
      .when('NotifyPowerCut', { ...notify, urgent: true, executeAfterAt: '2021-09-27T09:59:00+08:00' }, approved)
      .thenRefused('emergency-management/notice-too-short');
  });

  it('has no length that is known before 1 September 2021, but is never behind its own time', () => {
    const old = given(
      safetyCase,
      facts.opened('2021-08-02'),
      facts.suspended('2021-08-03'),
      facts.disobeyed('SUSPENSION', true, '2021-08-05'),
    );
    const august = { ...notify, executeAfterAt: '2021-08-06T11:00:00+08:00', ...at('2021-08-06') };
    old.when('NotifyPowerCut', august, approved).thenTypes('SafetyPowerCutNotified');
    old
      .when('NotifyPowerCut', { ...august, executeAfterAt: '2021-08-06T09:00:00+08:00' }, approved)
      .thenRefused('emergency-management/notice-too-short', { rule: 'safety/power-cut@2014' });
  });

  it('never concerns residents', () =>
    disobeying
      .when('NotifyPowerCut', { ...notify, supplies: 'RESIDENTIAL' }, approved)
      .thenRefused('emergency-management/residents-keep-power', { rule: 'coercion/residents@2012' }));

  it('needs each of suspension, refusal, danger and approval', () => {
    given(safetyCase, ...cases.removing, facts.disobeyed('HAZARD_REMOVAL'))
      .when('NotifyPowerCut', notify, approved)
      .thenRefused('emergency-management/no-power-cut-open');
    given(safetyCase, ...cases.suspended)
      .when('NotifyPowerCut', notify, approved)
      .thenRefused('emergency-management/no-refusal-shown');
    given(safetyCase, ...cases.suspended, facts.disobeyed('SUSPENSION', false))
      .when('NotifyPowerCut', notify, approved)
      .thenRefused('emergency-management/no-real-danger');
    disobeying.when('NotifyPowerCut', notify).thenRefused('emergency-management/head-must-approve');
  });

  it('is given once while it is open', () => {
    given(safetyCase, ...cases.disobeying, facts.notified)
      .when('NotifyPowerCut', notify, approved)
      .thenNothing();
    given(safetyCase, ...cases.disobeying, facts.notified)
      .when('NotifyPowerCut', { ...notify, meter: 'M-2' }, approved)
      .thenRefused('emergency-management/no-power-cut-open');
  });
});

describe('a power cut', () => {
  const cut = { note: '已停电', ...at('2021-09-28') };

  it('comes when the notice has run, and not a second before', () => {
    const notified = given(safetyCase, ...cases.disobeying, facts.notified);
    notified.when('RecordPowerCut', cut).then({ type: 'PowerCut', data: facts.cut.data });
    notified
      .when('RecordPowerCut', { ...cut, ...at('2021-09-28', '09:59:59') })
      .thenRefused('emergency-management/cut-before-its-time');
  });

  it('needs a notice, and is recorded once', () => {
    given(safetyCase, ...cases.disobeying)
      .when('RecordPowerCut', cut)
      .thenRefused('emergency-management/no-notice-of-cut');
    given(safetyCase, ...cases.disobeying, facts.notified, facts.cut)
      .when('RecordPowerCut', cut)
      .thenNothing();
  });
});

describe('the restoring of power', () => {
  const restore = { reason: 'ORDER_OBEYED' as const, ...at('2021-09-29') };
  const dark = [...cases.disobeying, facts.notified, facts.cut];

  it('follows a cut, or withdraws a notice that was not carried out', () => {
    given(safetyCase, ...dark)
      .when('RestorePower', restore)
      .then({ type: 'PowerRestored', data: { meter: 'M-1', reason: 'ORDER_OBEYED' } });
    const withdraw = { ...restore, reason: 'NOTICE_WITHDRAWN' as const };
    given(safetyCase, ...cases.disobeying, facts.notified)
      .when('RestorePower', withdraw)
      .thenTypes('PowerRestored');
    given(safetyCase, ...dark)
      .when('RestorePower', withdraw)
      .thenRefused('emergency-management/already-cut');
  });

  it('is nothing when said twice, and refused where power is on', () => {
    given(safetyCase, ...dark, facts.restored)
      .when('RestorePower', restore)
      .thenNothing();
    given(safetyCase, ...cases.disobeying)
      .when('RestorePower', restore)
      .thenRefused('emergency-management/power-is-on');
  });
});
