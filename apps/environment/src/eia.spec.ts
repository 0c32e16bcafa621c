import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { eia } from './eia.decider.js';
import { another, at, enterprise, line, onLine } from './testing-environment.js';

const project = {
  enterprise,
  projectName: '电炉技改〔模拟〕',
  form: 'REPORT' as const,
  product: '电炉钢',
  capacity: 20,
  unit: '万吨/年',
};
const submit = { ...project, ...onLine, ...at('2021-04-06') };
const submitted = { type: 'EiaSubmitted', data: { ...project, ...onLine }, ...at('2021-04-06') };
const approve = { documentNumber: '惠市环建〔2021〕15号', approvedOn: '2021-05-10', ...at('2021-05-10') };
const approval = {
  enterprise,
  projectName: project.projectName,
  capacity: 20,
  unit: '万吨/年',
  documentNumber: approve.documentNumber,
  approvedOn: '2021-05-10',
};
const refuse = {
  ground: 'DUE_FOR_ELIMINATION' as const,
  reason: '淘汰类产能',
  documentNumber: '惠市环不〔2021〕2号',
  decidedOn: '2021-05-10',
  ...at('2021-05-10'),
};
const { occurredAt: _, ...refusal } = refuse;
const due = line(['ELIMINATION_CATEGORY']);
const ordinary = line(['ENERGY']);

describe('an environmental impact assessment', () => {
  it('is received with the capacity that it is about', () =>
    given(eia)
      .consulting(ordinary)
      .when('SubmitEia', submit)
      .then({ type: 'EiaSubmitted', data: { ...project, ...onLine } }));

  it('names capacity that is on record', () =>
    given(eia).when('SubmitEia', submit).thenRefused('environment/no-such-capacity', { clause: '2.2.1' }));

  it('names no capacity of somebody else', () =>
    given(eia)
      .consulting(line(['ENERGY'], another))
      .when('SubmitEia', submit)
      .thenRefused('environment/capacity-of-another'));

  it('is not received twice', () => {
    given(eia, submitted).consulting(ordinary).when('SubmitEia', submit).thenNothing();
    given(eia, submitted)
      .consulting(ordinary)
      .when('SubmitEia', { ...submit, capacity: 21 })
      .thenRefused('environment/already-recorded');
  });

  it('is approved when nothing of it is due for elimination', () =>
    given(eia, submitted)
      .consulting(ordinary)
      .when('ApproveEia', approve)
      .then({ type: 'EiaApproved', data: approval }));

  it('is not approved for capacity that is due for elimination, and says what to do', () =>
    given(eia, submitted)
      .consulting(due)
      .when('ApproveEia', approve)
      .thenRefused('environment/due-for-elimination', {
        rule: 'environment/eia-gate@2021',
        facts: { records: ['energy.capacity-LINE-1'] },
      }));

  it('is approved once, and after it was submitted', () => {
    given(eia).when('ApproveEia', approve).thenRefused('environment/no-eia');
    given(eia, submitted, { type: 'EiaApproved', data: approval }).when('ApproveEia', approve).thenNothing();
    given(eia, submitted, { type: 'EiaApproved', data: approval })
      .when('ApproveEia', { ...approve, documentNumber: '惠市环建〔2021〕16号' })
      .thenRefused('environment/eia-decided');
  });

  it('is refused on the ground of elimination with the record that says so', () =>
    given(eia, submitted)
      .consulting(due)
      .when('RefuseEia', refuse)
      .then({
        type: 'EiaRefused',
        data: { enterprise, projectName: project.projectName, ...refusal, records: ['energy.capacity-LINE-1'] },
      }));

  it('is not refused on that ground when no record says so', () =>
    given(eia, submitted)
      .consulting(ordinary)
      .when('RefuseEia', refuse)
      .thenRefused('environment/not-due-for-elimination'));

  it('is refused once', () =>
    given(eia, submitted, { type: 'EiaRefused', data: { enterprise, projectName: 'x', ...refusal } })
      .when('RefuseEia', refuse)
      .thenNothing());
});

describe('the start of construction', () => {
  const started = {
    enterprise,
    projectName: project.projectName,
    startedOn: '2021-05-10',
    investmentFen: 500_000_000_00,
  };
  const start = { ...started, ...at('2021-05-20') };
  const approvedFact = { type: 'EiaApproved', data: approval };

  it('is lawful from the day of the approval', () =>
    given(eia, submitted, approvedFact)
      .when('RecordConstructionStart', start)
      .then({ type: 'ConstructionStarted', data: started }));

  it('is found unlawful the day before, with the investment that the fine is counted from', () =>
    given(eia, submitted, approvedFact)
      .when('RecordConstructionStart', { ...start, startedOn: '2021-05-09' })
      .then({ type: 'UnapprovedConstructionFound', data: { ...started, startedOn: '2021-05-09' } }));

  it('is found unlawful without any assessment', () =>
    given(eia).when('RecordConstructionStart', start).thenTypes('UnapprovedConstructionFound'));

  it('has come, and is recorded once', () => {
    given(eia)
      .when('RecordConstructionStart', start, { now: '2021-05-09T00:00:00.000Z' })
      .thenRefused('environment/in-the-future');
    given(eia, { type: 'UnapprovedConstructionFound', data: started })
      .when('RecordConstructionStart', start)
      .thenNothing();
  });
});
