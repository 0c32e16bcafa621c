import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { penaltyProcedure } from './penalty.decider.js';

const penalty = penaltyProcedure({ department: 'energy', clause: '2.1.3' });
const at = (day: string) => ({ occurredAt: `${day}T10:00:00+08:00` });
const enterprise = {
  uscc: '91441322MA00TT0126',
  name: '博罗县永丰铸造有限公司〔模拟〕',
  county: 'BL' as const,
  industry: '3120' as const,
  synthetic: true,
};

const notice = {
  enterprise,
  caseId: 'A-1',
  legalRepresentative: '张三〔模拟〕',
  violation: '未落实整改要求',
  facts: '逾期未整改',
  legalBasis: '节约能源法第八十三条',
  servedOn: '2021-07-01',
};
const { servedOn: _, ...party } = notice;
const decision = {
  documentNumber: '惠能罚〔2021〕3号',
  kinds: ['FINE' as const],
  content: '罚款十二万元',
  fineFen: 12_000_000,
  decidedOn: '2021-07-14',
};
const decide = { ...decision, ...at('2021-07-14') };

const noticed = { type: 'PriorNoticeServed', data: notice } as const;
const decided = { type: 'PenaltyDecided', data: { ...party, ...decision } } as const;
const served = { type: 'PenaltyDecisionServed', data: { servedOn: '2021-07-16' } } as const;
const performed = { type: 'PenaltyPerformed', data: { performedOn: '2021-07-20' } } as const;
const annulment = { annulledOn: '2021-09-01', reason: '复议撤销', documentNumber: '惠府行复〔2021〕1号' };
const annulled = { type: 'PenaltyAnnulled', data: annulment } as const;

describe('a prior notice', () => {
  const serve = { ...notice, ...at('2021-07-01') };

  it('names a law and a day that has come, once', () => {
    given(penalty).when('ServePriorNotice', serve).then(noticed);
    given(penalty)
      .when('ServePriorNotice', { ...serve, legalBasis: '2021年工作计划' })
      .thenRefused('energy/plan-is-no-basis', { rule: 'penalty/legal-basis@2017' });
    given(penalty)
      .when('ServePriorNotice', serve, { now: '2021-06-30T15:59:59.000Z' })
      .thenRefused('energy/in-the-future');
    given(penalty, noticed).when('ServePriorNotice', serve).thenNothing();
    given(penalty, noticed)
      .when('ServePriorNotice', { ...serve, facts: '其他' })
      .thenRefused('energy/already-noticed');
  });
});

describe('a penalty decision', () => {
  const ready = given(penalty, noticed);

  it('says all that a publisher needs', () => ready.when('DecidePenalty', decide).then(decided));

  it('needs a prior notice, by the law of the day', () => {
    given(penalty)
      .when('DecidePenalty', decide)
      .thenRefused('energy/no-prior-notice', { rule: 'penalty/prior-notice@2017' });
    given(penalty)
      .when('DecidePenalty', { ...decide, decidedOn: '2021-07-15' })
      .thenRefused('energy/no-prior-notice', { rule: 'penalty/prior-notice@2021' });
  });

  it('is not made before the notice', () => {
    ready.when('DecidePenalty', { ...decide, decidedOn: '2021-07-01' }).thenTypes('PenaltyDecided');
    ready.when('DecidePenalty', { ...decide, decidedOn: '2021-06-30' }).thenRefused('energy/before-its-cause');
  });

  it('has a fine if and only if a fine is among its kinds', () => {
    ready.when('DecidePenalty', { ...decide, fineFen: undefined }).thenRefused('energy/penalty-amount');
    ready.when('DecidePenalty', { ...decide, fineFen: 0 }).thenRefused('energy/penalty-amount');
    ready.when('DecidePenalty', { ...decide, kinds: ['WARNING'] }).thenRefused('energy/penalty-amount');
    ready.when('DecidePenalty', { ...decide, fineFen: 1 }).thenTypes('PenaltyDecided');
  });

  it('has a confiscated amount, and a licence, likewise', () => {
    ready
      .when('DecidePenalty', { ...decide, kinds: ['FINE', 'CONFISCATION_OF_GAINS'] })
      .thenRefused('energy/penalty-amount', { facts: { field: 'confiscatedFen' } });
    ready
      .when('DecidePenalty', { ...decide, kinds: ['FINE', 'CONFISCATION_OF_GAINS'], confiscatedFen: 1 })
      .thenTypes('PenaltyDecided');
    ready.when('DecidePenalty', { ...decide, licence: '许可证' }).thenRefused('energy/penalty-amount');
  });

  it('closes nobody: that is the government’s', () =>
    ready
      .when('DecidePenalty', { ...decide, kinds: ['FINE', 'CLOSURE'], decidedOn: '2021-07-15' })
      .thenRefused('energy/kind-of-others'));

  it('has a number of the usual form, the same for every way of writing it', () => {
    ready.when('DecidePenalty', { ...decide, documentNumber: '惠能罚[2021] 3号' }).then(decided);
    ready.when('DecidePenalty', { ...decide, documentNumber: '三号决定' }).thenRefused('energy/document-number');
  });

  it('is made once, however often and however it is written', () => {
    given(penalty, noticed, decided)
      .when('DecidePenalty', { ...decide, documentNumber: '惠能罚（2021）3号' })
      .thenNothing();
    given(penalty, noticed, decided)
      .when('DecidePenalty', { ...decide, fineFen: 11_000_000 })
      .thenRefused('energy/already-decided');
  });

  it('names the party and the case on the envelope', () =>
    expect(penalty.subject?.({ noticed: notice }, 'P-1')).toEqual({
      uscc: enterprise.uscc,
      siteId: undefined,
      caseId: 'A-1',
    }));
});

describe('what follows a decision', () => {
  it('is service, not before it', () => {
    const serve = { servedOn: '2021-07-16', ...at('2021-07-16') };
    given(penalty, noticed, decided).when('ServePenaltyDecision', serve).then(served);
    given(penalty, noticed).when('ServePenaltyDecision', serve).thenRefused('energy/no-penalty-yet');
    given(penalty, noticed, decided)
      .when('ServePenaltyDecision', { ...serve, servedOn: '2021-07-13' })
      .thenRefused('energy/before-its-cause');
    given(penalty, noticed, decided, served).when('ServePenaltyDecision', serve).thenNothing();
    given(penalty, noticed, decided, served)
      .when('ServePenaltyDecision', { ...serve, servedOn: '2021-07-17' })
      .thenRefused('energy/already-served');
  });

  it('is performance, after service', () => {
    const perform = { performedOn: '2021-07-20', ...at('2021-07-20') };
    given(penalty, noticed, decided, served).when('RecordPenaltyPerformed', perform).then(performed);
    given(penalty, noticed, decided).when('RecordPenaltyPerformed', perform).thenRefused('energy/no-penalty-yet');
    given(penalty, noticed, decided, served, performed).when('RecordPenaltyPerformed', perform).thenNothing();
    given(penalty, noticed, decided, served, performed)
      .when('RecordPenaltyPerformed', { ...perform, performedOn: '2021-07-21' })
      .thenRefused('energy/already-performed');
  });

  it('may be annulment, even of what was performed, and then nothing', () => {
    const annul = { ...annulment, ...at('2021-09-01') };
    given(penalty, noticed, decided, served, performed).when('RecordPenaltyAnnulled', annul).then(annulled);
    given(penalty, noticed).when('RecordPenaltyAnnulled', annul).thenRefused('energy/no-penalty-yet');
    given(penalty, noticed, decided, annulled).when('RecordPenaltyAnnulled', annul).thenNothing();
    given(penalty, noticed, decided, annulled)
      .when('RecordPenaltyAnnulled', { ...annul, reason: '判决撤销' })
      .thenRefused('energy/already-annulled');
    given(penalty, noticed, decided, annulled)
      .when('ServePenaltyDecision', { servedOn: '2021-09-02', ...at('2021-09-02') })
      .thenRefused('energy/penalty-annulled');
  });
});
