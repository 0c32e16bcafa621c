import { describe, expect, it } from '@jest/globals';
import {
  after,
  annulled,
  annulment,
  at,
  byTwo,
  concluded,
  conclusion,
  decide,
  decided,
  dueOf,
  enterprise,
  filed,
  filing,
  notice,
  noticed,
  penalty,
  performed,
  served,
  toNotice,
} from './testing-penalty.js';

describe('a prior notice', () => {
  const serve = { ...notice, ...at('2021-07-01') };
  const ready = after(filed, concluded);

  it('names a law and a day that has come, once', () => {
    ready.when('ServePriorNotice', serve).then(noticed);
    ready
      .when('ServePriorNotice', { ...serve, legalBasis: '2021年工作计划' })
      .thenRefused('energy/plan-is-no-basis', { rule: 'penalty/legal-basis@2017' });
    ready.when('ServePriorNotice', serve, { now: '2021-06-30T15:59:59.000Z' }).thenRefused('energy/in-the-future');
    after(...toNotice)
      .when('ServePriorNotice', serve)
      .thenNothing();
    after(...toNotice)
      .when('ServePriorNotice', { ...serve, facts: '其他' })
      .thenRefused('energy/already-noticed');
  });

  it('follows an investigation that proposes a penalty for this party', () => {
    after().when('ServePriorNotice', serve).thenRefused('energy/not-filed');
    after(filed).when('ServePriorNotice', serve).thenRefused('energy/investigation-open');
    after(filed, { ...concluded, data: { ...conclusion, proposal: 'NO_PENALTY' } })
      .when('ServePriorNotice', serve)
      .thenRefused('energy/investigation-open');
    ready
      .when('ServePriorNotice', { ...serve, enterprise: { ...enterprise, uscc: '91441323MA00004100' } })
      .thenRefused('energy/party-differs');
    ready.when('ServePriorNotice', { ...serve, servedOn: '2021-06-20' }).thenRefused('energy/before-its-cause');
  });
});

describe('a penalty decision', () => {
  const ready = after(...toNotice);

  it('says all that a publisher needs', () => ready.when('DecidePenalty', decide).then(decided));

  it('carries the natural act that was filed', () => {
    const conduct = { ...filed, data: { ...filing, conductId: 'C-1' } };
    expect(after(conduct, concluded, noticed).when('DecidePenalty', decide).facts()[0]!.data).toMatchObject({
      conductId: 'C-1',
    });
  });

  it('needs a prior notice, by the law of the day', () => {
    after(filed, concluded)
      .when('DecidePenalty', { ...decide, decidedOn: '2021-07-14' })
      .thenRefused('energy/no-prior-notice', { rule: 'penalty/prior-notice@2017' });
    after(filed, concluded)
      .when('DecidePenalty', { ...decide, decidedOn: '2021-07-15' })
      .thenRefused('energy/no-prior-notice', { rule: 'penalty/prior-notice@2021' });
  });

  it('may rest on a notice of a time when filings were not recorded', () =>
    after(noticed).when('DecidePenalty', decide).thenTypes('PenaltyDecided'));

  it('is not made before the notice', () => {
    ready.when('DecidePenalty', { ...decide, decidedOn: '2021-07-01' }).thenTypes('PenaltyDecided');
    ready.when('DecidePenalty', { ...decide, decidedOn: '2021-06-30' }).thenRefused('energy/before-its-cause');
  });

  it('knows the kinds of the law of its day', () => {
    const circular = { ...decide, kinds: ['CIRCULATED_CRITICISM' as const], fineFen: undefined };
    ready
      .when('DecidePenalty', { ...circular, decidedOn: '2021-07-14' })
      .thenRefused('energy/kind-not-in-law', { rule: 'penalty/kinds@1996' });
    ready.when('DecidePenalty', { ...circular, decidedOn: '2021-07-15' }).thenTypes('PenaltyDecided');
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

  it('is never heavier than what was noticed', () => {
    const told = after(filed, concluded, { ...noticed, data: { ...notice, proposedFineFen: 12_000_000 } });
    told.when('DecidePenalty', decide).thenTypes('PenaltyDecided');
    told
      .when('DecidePenalty', { ...decide, fineFen: 12_000_001 })
      .thenRefused('energy/heavier-than-noticed', { rule: 'penalty/no-heavier@2021' });
  });

  it('closes nobody: that is the government’s', () =>
    ready.when('DecidePenalty', { ...decide, kinds: ['FINE', 'CLOSURE'] }).thenRefused('energy/kind-of-others'));

  it('has a number of the usual form, the same for every way of writing it', () => {
    ready.when('DecidePenalty', { ...decide, documentNumber: '惠能罚[2021] 3号' }).then(decided);
    ready.when('DecidePenalty', { ...decide, documentNumber: '三号决定' }).thenRefused('energy/document-number');
  });

  it('is made once, however often and however it is written', () => {
    after(...toNotice, decided)
      .when('DecidePenalty', { ...decide, documentNumber: '惠能罚（2021）3号' })
      .thenNothing();
    after(...toNotice, decided)
      .when('DecidePenalty', { ...decide, fineFen: 11_000_000 })
      .thenRefused('energy/already-decided');
  });

  it('names the party and the case on the envelope', () =>
    expect(penalty.subject?.({ PriorNoticeServed: notice }, 'P-1')).toEqual({
      uscc: enterprise.uscc,
      siteId: undefined,
      caseId: 'A-1',
    }));
});

describe('a decision on the spot', () => {
  const { servedOn: _, ...party } = notice;
  const spot = {
    ...party,
    defence: '无异议',
    documentNumber: '惠能当罚〔2021〕1号',
    kinds: ['FINE' as const],
    content: '罚款三千元',
    fineFen: 300_000,
    decidedOn: '2021-07-20',
    ...at('2021-07-20'),
  };
  const { occurredAt: __, defence, ...data } = spot;
  const facts = [
    { type: 'DefenceHeard', data: { stance: 'STATED', summary: defence, receivedOn: '2021-07-20' } },
    { type: 'PenaltyDecided', data: { ...data, procedure: 'SIMPLE' } },
    { type: 'PenaltyDecisionServed', data: { servedOn: '2021-07-20', due: dueOf('penalty/payment', '2021-07-20') } },
  ] as const;

  it('is heard, made and served at once by two officers', () => {
    after()
      .when('DecideOnTheSpot', spot, byTwo)
      .then(...facts);
    after().when('DecideOnTheSpot', spot).thenRefused('energy/two-officers');
    after(...facts)
      .when('DecideOnTheSpot', spot, byTwo)
      .thenNothing();
    after(...facts)
      .when('DecideOnTheSpot', { ...spot, fineFen: 1 }, byTwo)
      .thenRefused('energy/already-decided');
  });

  it('fines at most 3,000 yuan, before 15 July 2021 at most 1,000', () => {
    after()
      .when('DecideOnTheSpot', { ...spot, fineFen: 300_001 }, byTwo)
      .thenRefused('energy/not-on-the-spot', { rule: 'penalty/simple-procedure@2021', facts: { mostFen: 300_000 } });
    after()
      .when('DecideOnTheSpot', { ...spot, decidedOn: '2021-07-14' }, byTwo)
      .thenRefused('energy/not-on-the-spot', { rule: 'penalty/simple-procedure@2017', facts: { mostFen: 100_000 } });
    after()
      .when('DecideOnTheSpot', { ...spot, kinds: ['STOP_PRODUCTION'], fineFen: undefined }, byTwo)
      .thenRefused('energy/not-on-the-spot');
    after()
      .when('DecideOnTheSpot', { ...spot, kinds: ['WARNING'], fineFen: undefined }, byTwo)
      .thenTypes('DefenceHeard', 'PenaltyDecided', 'PenaltyDecisionServed');
  });

  it('is no way out of an ordinary procedure that has begun', () =>
    after(filed).when('DecideOnTheSpot', spot, byTwo).thenRefused('energy/no-penalty-yet'));
});

describe('an annulment', () => {
  const annul = { ...annulment, ...at('2021-09-01') };

  it('ends even what was performed, once, and nothing follows', () => {
    after(...toNotice, decided, served, performed)
      .when('RecordPenaltyAnnulled', annul)
      .then(annulled);
    after(...toNotice)
      .when('RecordPenaltyAnnulled', annul)
      .thenRefused('energy/no-penalty-yet');
    after(...toNotice, decided, annulled)
      .when('RecordPenaltyAnnulled', annul)
      .thenNothing();
    after(...toNotice, decided, annulled)
      .when('RecordPenaltyAnnulled', { ...annul, reason: '判决撤销' })
      .thenRefused('energy/already-annulled');
    after(...toNotice, decided, annulled)
      .when('ServePenaltyDecision', { servedOn: '2021-09-02', ...at('2021-09-02') })
      .thenRefused('energy/penalty-annulled');
    after(...toNotice, annulled)
      .when('DecidePenalty', decide)
      .thenRefused('energy/penalty-annulled');
  });
});
