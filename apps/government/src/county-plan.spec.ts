import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { countyPlan } from './county-plan.decider.js';
import { at, due } from './testing-government.js';

const own = { id: '2021-BL' };
const ask = { year: 2021, county: 'BL' as const, dueOn: '2021-06-15', ...at('2021-03-01') };
const asked = {
  type: 'CountyPlanRequired',
  data: { year: 2021, county: 'BL', due: due('county-plan', '2021-06-15') },
} as const;
const task = { what: '排查落后产能', node: '2021-08-31', measure: '逐户排查', department: '县工业和信息局' };
const plan = { year: 2021, county: 'BL' as const, industries: ['钢铁', '水泥', '铸造'], tasks: [task] };
const draft = { ...plan, ...at('2021-05-20') };
const drafted = { type: 'CountyPlanDrafted', data: plan } as const;
const back = { reason: '补充责任部门', ...at('2021-05-25') };
const returned = { type: 'CountyPlanReturned', data: { county: 'BL', reason: '补充责任部门' } } as const;
const agree = { governmentDocumentNumber: '博府函〔2021〕30号', ...at('2021-06-08') };
const approved = {
  type: 'CountyPlanApproved',
  data: { county: 'BL', governmentDocumentNumber: '博府函〔2021〕30号' },
  ...at('2021-06-08'),
} as const;
const file = { receivedOn: '2021-06-15', ...at('2021-06-15') };
const filed = (receivedOn: string, daysLate: number) =>
  ({ type: 'CountyPlanFiled', data: { year: 2021, county: 'BL', receivedOn, daysLate } }) as const;
const overdue = { type: 'CountyPlanOverdue', data: { county: 'BL', dueOn: '2021-06-15' } } as const;

describe('a county plan', () => {
  it('is asked for once, and earlier where the city wants it earlier', () => {
    given(countyPlan).when('RequireCountyPlan', ask, own).then(asked);
    given(countyPlan, asked).when('RequireCountyPlan', ask, own).thenNothing();
    given(countyPlan)
      .when('RequireCountyPlan', { ...ask, dueOn: '2021-06-16' }, own)
      .thenRefused('government/later-than-the-plan', { facts: { latest: '2021-06-15' } });
    given(countyPlan).when('RequireCountyPlan', ask, { id: 'BL' }).thenRefused('government/county-plan-id');
  });

  it('names steel and cement, and whatever the county adds', () => {
    given(countyPlan, asked).when('DraftCountyPlan', draft, own).then(drafted);
    given(countyPlan, asked, drafted).when('DraftCountyPlan', draft, own).thenNothing();
    given(countyPlan)
      .when('DraftCountyPlan', { ...draft, industries: ['水泥'] }, own)
      .thenRefused('government/key-industry-missing', {
        rule: 'plan/county-plan-parts@2021',
        facts: { missing: ['钢铁'] },
      });
  });

  it('has its time nodes within its year', () => {
    const ends = (node: string) => ({ ...draft, tasks: [{ ...task, node }] });
    given(countyPlan).when('DraftCountyPlan', ends('2021-12-31'), own).thenTypes('CountyPlanDrafted');
    given(countyPlan)
      .when('DraftCountyPlan', ends('2022-01-01'), own)
      .thenRefused('government/node-outside-the-year', { facts: { node: '2022-01-01', year: 2021 } });
  });

  it('may be returned, and is then drafted anew', () => {
    given(countyPlan, drafted).when('ReturnCountyPlan', back).then(returned);
    given(countyPlan, drafted, returned).when('ReturnCountyPlan', back).thenNothing();
    given(countyPlan).when('ReturnCountyPlan', back).thenRefused('government/no-draft');
    given(countyPlan, drafted, returned).when('DraftCountyPlan', draft, own).thenRefused('government/draft-unchanged');
    given(countyPlan, drafted, returned)
      .when('DraftCountyPlan', { ...draft, tasks: [task, { ...task, what: '清理中频炉' }] }, own)
      .thenTypes('CountyPlanDrafted');
  });

  it('is agreed to as it lies, and not changed after', () => {
    given(countyPlan, drafted).when('ApproveCountyPlan', agree).then({ type: approved.type, data: approved.data });
    given(countyPlan, drafted, approved).when('ApproveCountyPlan', agree).thenNothing();
    given(countyPlan, drafted, returned).when('ApproveCountyPlan', agree).thenRefused('government/no-draft');
    given(countyPlan, drafted, approved).when('ReturnCountyPlan', back).thenRefused('government/county-plan-agreed');
    given(countyPlan, drafted, approved)
      .when('DraftCountyPlan', { ...draft, industries: ['钢铁', '水泥'] }, own)
      .thenRefused('government/county-plan-agreed');
  });

  it('is filed only after its own government agreed', () => {
    given(countyPlan, asked, drafted, approved).when('FileCountyPlan', file, own).then(filed('2021-06-15', 0));
    given(countyPlan, asked, drafted)
      .when('FileCountyPlan', file, own)
      .thenRefused('government/county-plan-not-agreed', { rule: 'plan/county-plan-parts@2021' });
    given(countyPlan, asked, drafted, approved, filed('2021-06-15', 0)).when('FileCountyPlan', file, own).thenNothing();
    given(countyPlan, asked, drafted, approved)
      .when('FileCountyPlan', { ...file, receivedOn: '2021-06-07' }, own)
      .thenRefused('government/before-its-cause');
  });
});

describe('the day of a county plan', () => {
  const pass = { dueOn: '2021-06-15', ...at('2021-06-16') };
  const next = { now: '2021-06-15T16:00:00Z' };

  it('passes with the end of 15 June', () => {
    given(countyPlan, asked, drafted).when('PassCountyPlanDeadline', pass, next).then(overdue);
    given(countyPlan, asked)
      .when('PassCountyPlanDeadline', pass, { now: '2021-06-15T15:59:59Z' })
      .thenRefused('government/period-still-runs');
    given(countyPlan, asked, overdue).when('PassCountyPlanDeadline', pass, next).thenNothing();
    given(countyPlan, asked, drafted, approved, filed('2021-06-15', 0))
      .when('PassCountyPlanDeadline', pass, next)
      .thenNothing();
  });

  it('leaves the plan to be filed, three days late', () => {
    const late = { receivedOn: '2021-06-18', ...at('2021-06-18') };
    given(countyPlan, asked, overdue, drafted, approved).when('FileCountyPlan', late, own).then(filed('2021-06-18', 3));
    given(countyPlan, asked, drafted, approved).when('FileCountyPlan', late, own).then(overdue, filed('2021-06-18', 3));
  });

  it('that falls on Dragon Boat moves to the first day that is worked', () => {
    const early = { ...ask, dueOn: '2021-06-12' };
    const rolled = {
      type: 'CountyPlanRequired',
      data: { year: 2021, county: 'BL', due: due('county-plan', '2021-06-15', '2021-06-12') },
    } as const;
    given(countyPlan).when('RequireCountyPlan', early, own).then(rolled);
    given(countyPlan, rolled).when('PassCountyPlanDeadline', pass, next).thenTypes('CountyPlanOverdue');
    given(countyPlan, rolled, drafted, approved).when('FileCountyPlan', file, own).then(filed('2021-06-15', 0));
  });
});
