import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { industryLookBack } from './industry-look-back.decider.js';
import { lookBack } from './look-back.decider.js';
import { at, enterprise, medium, one, two } from './testing-industry.js';

const target = {
  targetId: 'T-1',
  name: enterprise.name,
  category: 'DITIAO_EXITED' as const,
  county: 'BL' as const,
  uscc: enterprise.uscc,
};
const place = { roundId: '2021-06', targetId: 'T-1' };
const id = { id: '2021-06.T-1' };
const round = {
  'industry.lookBackRound-2021-06': [
    { type: 'industry.LookBackPlanned', data: { round: '2021-06', targets: [target] } },
  ],
};
const visit = {
  visitedOn: '2021-06-16',
  resumed: false,
  resumable: false,
  findings: '炉体、变压器均已拆除',
  media: [medium('AFTER', '2021-06-16')],
};
const look = { ...place, enterprise, ...visit, ...at('2021-06-16') };
const conducted = (outcome: 'CLEAR' | 'WEAK' | 'RESUMED') =>
  ({
    type: 'LookBackConducted',
    data: {
      roundId: '2021-06',
      target,
      enterprise,
      ...visit,
      resumable: outcome !== 'CLEAR',
      resumed: outcome === 'RESUMED',
      outcome,
    },
  }) as const;
const planned = given(lookBack).consulting(round);
const after = (...past: Parameters<typeof given>[1][]) => given(lookBack, ...past).consulting(round);

describe('a look-back', () => {
  it('is clear when it is not resumed and not resumable', () => {
    planned.when('RecordLookBack', look, { ...two, ...id }).then(conducted('CLEAR'));
    after(conducted('CLEAR'))
      .when('RecordLookBack', look, { ...two, ...id })
      .thenNothing();
  });

  it('is weak when it could be resumed', () =>
    expect(
      planned
        .when('RecordLookBack', { ...look, resumable: true }, { ...two, ...id })
        .facts()
        .map(({ data }) => data),
    ).toMatchObject([{ outcome: 'WEAK' }]));

  it('finds resumption at a named site', () =>
    planned
      .when('RecordLookBack', { ...look, resumed: true, resumable: true }, { ...two, ...id })
      .then(conducted('RESUMED'), {
        type: 'ResumptionFound',
        data: { roundId: '2021-06', target, enterprise, facts: visit.findings, foundOn: '2021-06-16' },
      }));

  it('closes what an earlier visit found', () =>
    after(conducted('WEAK'))
      .when(
        'RecordLookBack',
        { ...look, visitedOn: '2021-07-05', media: [medium('AFTER', '2021-07-05')], ...at('2021-07-05') },
        { ...two, ...id },
      )
      .thenTypes('LookBackConducted', 'LookBackFindingClosed'));

  it('cannot have resumed what is not resumable', () =>
    planned
      .when('RecordLookBack', { ...look, resumed: true }, { ...two, ...id })
      .thenRefused('industry/resumed-but-not-resumable'));

  it('is of a target of its round, under the id that both make', () => {
    planned.when('RecordLookBack', look, { ...two, id: 'x' }).thenRefused('industry/look-back-id', {
      facts: { expected: '2021-06.T-1' },
    });
    given(lookBack)
      .when('RecordLookBack', look, { ...two, ...id })
      .thenRefused('industry/not-a-target');
    planned
      .when('RecordLookBack', { ...look, enterprise: { ...enterprise, uscc: '91441300MAT00001XX' } }, { ...two, ...id })
      .thenRefused('industry/another-enterprise');
  });

  it('takes two persons, and a photo of the day with its place', () => {
    planned.when('RecordLookBack', look, { ...one, ...id }).thenRefused('industry/two-officers');
    const { place: _, ...nowhere } = medium('AFTER', '2021-06-16');
    for (const media of [[nowhere], [medium('AFTER', '2021-06-15')]])
      planned
        .when('RecordLookBack', { ...look, media }, { ...two, ...id })
        .thenRefused('industry/no-photo-of-the-visit', { facts: { visitedOn: '2021-06-16' } });
  });
});

describe('refused access', () => {
  const refusal = { ...place, visitedOn: '2021-06-16', facts: '门卫拒绝入内', ...at('2021-06-16') };
  const { occurredAt: _, targetId: __, ...said } = refusal;
  const refused = { type: 'LookBackAccessRefused', data: { target, ...said } } as const;

  it('is on record, once', () => {
    planned.when('RecordAccessRefused', refusal, { ...two, ...id }).then(refused);
    after(refused)
      .when('RecordAccessRefused', refusal, { ...two, ...id })
      .thenNothing();
    given(lookBack)
      .when('RecordAccessRefused', refusal, { ...two, ...id })
      .thenRefused('industry/not-a-target');
  });
});

describe('the removal of what would allow resumption', () => {
  const order = { documentNumber: '惠市工信消〔2021〕1号', servedOn: '2021-06-17', items: ['拆除变压器'] };
  const command = { ...order, days: 15, ...at('2021-06-17') };
  const weak = given(lookBack, conducted('WEAK'));
  const [ordered] = weak.when('OrderRemoval', command).facts();
  const pass = { dueOn: '2021-07-02', ...at('2021-07-03', '00:00:00') };
  const overdue = { type: 'ResidualRemovalOverdue', data: { target, dueOn: '2021-07-02' } } as const;

  it('is ordered where a look-back was weak, once', () => {
    expect(ordered?.data).toMatchObject({ target, ...order, due: { rolledDue: '2021-07-02' } });
    given(lookBack, conducted('WEAK'), ordered!).when('OrderRemoval', command).thenNothing();
    given(lookBack, conducted('WEAK'), ordered!)
      .when('OrderRemoval', { ...command, days: 30 })
      .thenRefused('industry/already-recorded');
    given(lookBack, conducted('CLEAR'))
      .when('OrderRemoval', command)
      .thenRefused('industry/nothing-to-remove', { facts: { outcome: 'CLEAR' } });
  });

  it('is overdue when its day is over and nobody has looked again', () => {
    const open = given(lookBack, conducted('WEAK'), ordered!);
    open.when('PassRemovalDeadline', pass, { now: '2021-07-02T16:00:00.000Z' }).then(overdue);
    open
      .when('PassRemovalDeadline', pass, { now: '2021-07-02T15:59:59.000Z' })
      .thenRefused('industry/period-still-runs');
    given(lookBack, conducted('WEAK'), ordered!, overdue).when('PassRemovalDeadline', pass).thenNothing();
  });
});

describe('the end of a round', () => {
  const end = { roundId: '2021-06', target, dueOn: '2021-06-30' };
  const pass = { ...end, ...at('2021-07-01', '00:00:00') };
  const missed = { type: 'LookBackMissed', data: end } as const;

  it('misses whom nobody has seen', () => {
    given(lookBack).when('PassLookBackRound', pass, { now: '2021-06-30T16:00:00.000Z' }).then(missed);
    given(lookBack)
      .when('PassLookBackRound', pass, { now: '2021-06-30T15:00:00.000Z' })
      .thenRefused('industry/period-still-runs');
    given(lookBack, missed).when('PassLookBackRound', pass).thenNothing();
    given(lookBack, conducted('CLEAR')).when('PassLookBackRound', pass).thenNothing();
  });
});

describe('a cell of the matrix of areas and industries', () => {
  const check = {
    year: 2021,
    county: 'BL' as const,
    industry: 'steel' as const,
    enterprisesChecked: 12,
    problems: [],
    completedOn: '2021-07-20',
  };
  const record = { ...check, ...at('2021-07-20') };
  const completed = { type: 'IndustryLookBackCompleted', data: { ...check, confirmed: true } } as const;
  const cell = { id: '2021-BL-steel' };

  it('is filled by county and industry, and again on a later day', () => {
    given(industryLookBack).when('RecordIndustryLookBack', record, cell).then(completed);
    given(industryLookBack, completed).when('RecordIndustryLookBack', record, cell).thenNothing();
    given(industryLookBack, completed)
      .when('RecordIndustryLookBack', { ...record, enterprisesChecked: 13 }, cell)
      .thenRefused('industry/already-completed');
    given(industryLookBack, completed)
      .when('RecordIndustryLookBack', { ...record, completedOn: '2021-10-20' }, cell)
      .thenTypes('IndustryLookBackCompleted');
    given(industryLookBack)
      .when('RecordIndustryLookBack', record, { id: 'x' })
      .thenRefused('industry/cell-id', { facts: { expected: '2021-BL-steel' } });
  });

  it('says when the plan does not name the industry', () =>
    expect(
      given(industryLookBack)
        .when('RecordIndustryLookBack', { ...record, industry: 'coking' }, { id: '2021-BL-coking' })
        .facts()[0]?.data,
    ).toMatchObject({ confirmed: false }));
});
