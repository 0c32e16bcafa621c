import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { supervisionMatter } from './supervision-matter.decider.js';
import { at } from './testing-industry.js';

const matter = {
  level: 'PROVINCIAL' as const,
  documentNumber: '粤淘汰办〔2021〕模拟1号',
  matter: '核查某片区中频炉用途〔模拟〕',
  county: 'BL' as const,
  dueOn: '2021-08-31',
};
const done = { measures: '逐台核查', implementedOn: '2021-08-20' };
const seen = { opinion: '属实', verifiedOn: '2021-08-25' };
const received = { type: 'SupervisionMatterReceived', data: matter, ...at('2021-07-01') } as const;
const implemented = { type: 'SupervisionMatterImplemented', data: done } as const;
const verified = { type: 'SupervisionMatterVerified', data: seen } as const;
const returned = { type: 'SupervisionMatterReturned', data: { ...seen, dueOn: '2021-08-31' } } as const;
const overdue = { type: 'SupervisionMatterOverdue', data: { dueOn: '2021-08-31' } } as const;

describe('a supervision matter', () => {
  it('is received once, with a day that lies ahead', () => {
    const receive = { ...matter, ...at('2021-07-01') };
    given(supervisionMatter).when('ReceiveSupervisionMatter', receive).then(received);
    given(supervisionMatter, received).when('ReceiveSupervisionMatter', receive).thenNothing();
    given(supervisionMatter, received)
      .when('ReceiveSupervisionMatter', { ...receive, county: 'LM' })
      .thenRefused('industry/already-recorded');
    given(supervisionMatter)
      .when('ReceiveSupervisionMatter', { ...receive, dueOn: '2021-06-30' })
      .thenRefused('industry/before-its-cause');
  });

  it('is implemented by the county', () => {
    const implement = { ...done, ...at('2021-08-20') };
    given(supervisionMatter, received).when('ImplementSupervisionMatter', implement).then(implemented);
    given(supervisionMatter, received, implemented).when('ImplementSupervisionMatter', implement).thenNothing();
    given(supervisionMatter).when('ImplementSupervisionMatter', implement).thenRefused('industry/no-open-matter');
  });

  it('is verified, or returned and then implemented again', () => {
    const verify = { ...seen, ...at('2021-08-25') };
    const open = given(supervisionMatter, received, implemented);
    open.when('VerifySupervisionMatter', { ...verify, result: 'VERIFIED' }).then(verified);
    open.when('VerifySupervisionMatter', { ...verify, result: 'RETURNED' }).then(returned);
    given(supervisionMatter, received, implemented, verified)
      .when('VerifySupervisionMatter', { ...verify, result: 'VERIFIED' })
      .thenNothing();
    given(supervisionMatter, received, implemented, returned)
      .when('VerifySupervisionMatter', { ...verify, result: 'VERIFIED' })
      .thenRefused('industry/nothing-to-verify');
    given(supervisionMatter, received, implemented, returned)
      .when('ImplementSupervisionMatter', { measures: '补充核查', implementedOn: '2021-08-28', ...at('2021-08-28') })
      .thenTypes('SupervisionMatterImplemented');
  });

  it('is overdue at the end of its day, unless it was implemented', () => {
    const pass = { dueOn: '2021-08-31', ...at('2021-09-01', '00:00:00') };
    given(supervisionMatter, received)
      .when('PassMatterDeadline', pass, { now: '2021-08-31T16:00:00.000Z' })
      .then(overdue);
    given(supervisionMatter, received)
      .when('PassMatterDeadline', pass, { now: '2021-08-31T15:59:59.000Z' })
      .thenRefused('industry/period-still-runs');
    given(supervisionMatter, received, implemented).when('PassMatterDeadline', pass).thenNothing();
    given(supervisionMatter, received, overdue).when('PassMatterDeadline', pass).thenNothing();
  });
});
