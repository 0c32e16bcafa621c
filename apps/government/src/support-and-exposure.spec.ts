import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { exposure } from './exposure.decider.js';
import { support } from './support.decider.js';
import { at, enterprise } from './testing-government.js';

const other = { ...enterprise, uscc: '91441302MA00000018', name: '另一企业〔模拟〕' };

describe('the support of an enterprise', () => {
  const fund = {
    enterprise,
    kind: 'FUND' as const,
    measure: '退出奖补',
    amountFen: 5_000_000,
    documentNumber: '惠财〔2021〕1号',
  };
  const grant = { ...fund, ...at('2021-05-10') };
  const granted = { type: 'SupportGranted', data: fund } as const;

  it('by funds says how much', () => {
    given(support).when('GrantSupport', grant).then(granted);
    given(support, granted).when('GrantSupport', grant).thenNothing();
    given(support)
      .when('GrantSupport', { ...grant, amountFen: 0 })
      .thenRefused('government/no-amount', { rule: 'plan/support@2021' });
    given(support)
      .when('GrantSupport', { ...grant, kind: 'LAND', amountFen: undefined } as never)
      .thenTypes('SupportGranted');
  });

  it('is that of one enterprise', () => {
    given(support, granted)
      .when('GrantSupport', { ...grant, enterprise: other, documentNumber: '惠财〔2021〕2号' })
      .thenRefused('government/another-enterprise');
    expect(support.subject?.({ enterprise, grants: [], resettled: [] }, '1').uscc).toBe(enterprise.uscc);
  });

  it('goes with an exit of its own will, agreed for a day to come', () => {
    const agreement = { enterprise, lines: ['电炉1'], exitBy: '2021-06-01', agreementNumber: 'XY-1' };
    const agree = { ...agreement, ...at('2021-06-01') };
    const agreed = { type: 'VoluntaryExitAgreed', data: agreement } as const;
    given(support).when('AgreeVoluntaryExit', agree).then(agreed);
    given(support, agreed).when('AgreeVoluntaryExit', agree).thenNothing();
    given(support)
      .when('AgreeVoluntaryExit', { ...agree, ...at('2021-06-02') })
      .thenRefused('government/before-its-cause');
  });

  it('ends in a conversion that leaves the industries in scope', () => {
    const conversion = { enterprise, newIndustryCode: '3525', convertedOn: '2021-11-01' };
    const record = { ...conversion, ...at('2021-11-02') };
    const recorded = { type: 'ConversionRecorded', data: conversion } as const;
    given(support).when('RecordConversion', record).then(recorded);
    given(support, recorded).when('RecordConversion', record).thenNothing();
    for (const newIndustryCode of ['3011', '35', 'ABCD'])
      given(support)
        .when('RecordConversion', { ...record, newIndustryCode })
        .thenRefused('government/no-conversion', { facts: { newIndustryCode } });
  });

  it('counts the people who were resettled, group by group', () => {
    const settled = { enterprise, headcount: 20, manner: '转岗', settledOn: '2021-11-10' };
    const resettle = { ...settled, ...at('2021-11-10') };
    const fact = { type: 'StaffResettled', data: settled } as const;
    given(support).when('ResettleStaff', resettle).then(fact);
    given(support, fact).when('ResettleStaff', resettle).thenNothing();
    given(support, fact)
      .when('ResettleStaff', { ...resettle, headcount: 5 })
      .thenTypes('StaffResettled');
    given(support)
      .when('ResettleStaff', { ...resettle, settledOn: '2022-02-01' })
      .thenRefused('government/in-the-future');
  });
});

describe('an exposure', () => {
  const own = { id: 'marketRegulation.SC-1' };
  const told = {
    enterprise,
    department: 'market-regulation' as const,
    penaltyId: 'SC-1',
    summary: `${enterprise.uscc}生产不合格钢筋`,
    url: 'https://market.example/exposed/1',
  };
  const expose = { ...told, ...at('2021-09-01') };
  const stream = 'marketRegulation.penalty-SC-1';
  const decided = {
    type: 'marketRegulation.PenaltyDecided',
    data: { enterprise, legalRepresentative: '李四', documentNumber: '惠市监罚〔2021〕3号' },
  };
  const served = { type: 'marketRegulation.PenaltyDecisionServed', data: {} };
  const annulled = { type: 'marketRegulation.PenaltyAnnulled', data: {} };
  const exposed = { type: 'ViolationExposed', data: { ...told, documentNumber: '惠市监罚〔2021〕3号' } } as const;
  const withdrawn = { type: 'ExposureWithdrawn', data: { enterprise, reason: '处罚决定已撤销' } } as const;
  const established = given(exposure).consulting({ [stream]: [decided, served] });

  it('tells what a decision established that was served and stands', () => {
    established.when('ExposeViolation', expose, own).then(exposed);
    given(exposure, exposed).when('ExposeViolation', expose, own).thenNothing();
    for (const facts of [[], [decided], [decided, served, annulled]])
      given(exposure)
        .consulting({ [stream]: facts })
        .when('ExposeViolation', expose, own)
        .thenRefused('government/not-established', { rule: 'plan/exposure@2021' });
  });

  it('is that of the party, under the name of the penalty', () => {
    established.when('ExposeViolation', { ...expose, enterprise: other }, own).thenRefused('government/not-the-party');
    established.when('ExposeViolation', expose, { id: 'SC-1' }).thenRefused('government/exposure-id');
  });

  it.each(['负责人李四', '身份证441302199001011234', '电话13800138000'])('says nothing of persons: %s', (summary) =>
    established.when('ExposeViolation', { ...expose, summary }, own).thenRefused('government/personal-data'),
  );

  it('is withdrawn with the decision, and not put back', () => {
    const withdraw = { reason: '处罚决定已撤销', ...at('2021-10-01') };
    given(exposure, exposed).when('WithdrawExposure', withdraw).then(withdrawn);
    given(exposure, exposed, withdrawn).when('WithdrawExposure', withdraw).thenNothing();
    given(exposure).when('WithdrawExposure', withdraw).thenNothing();
    given(exposure, exposed, withdrawn)
      .when('WithdrawExposure', { ...withdraw, reason: '其他' })
      .thenRefused('government/already-recorded');
    given(exposure, exposed, withdrawn)
      .consulting({ [stream]: [decided, served] })
      .when('ExposeViolation', expose, own)
      .thenRefused('government/not-established');
  });
});
