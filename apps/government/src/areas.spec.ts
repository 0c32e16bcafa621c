import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { areaSupervision } from './area-supervision.decider.js';
import { enforcementInspection } from './enforcement-inspection.decider.js';
import { publicity } from './publicity.decider.js';
import { responsibility } from './responsibility.decider.js';
import { stabilityRisk } from './stability-risk.decider.js';
import { supervisionVisit } from './supervision-visit.decider.js';
import { at } from './testing-government.js';

describe('an enforcement inspection', () => {
  const inspection = {
    county: 'BL' as const,
    mode: 'JOINT' as const,
    subject: 'ENFORCEMENT' as const,
    departments: ['BIIT', 'EEB'] as ('BIIT' | 'EEB')[],
    inspectedOn: '2021-06-30',
    enterprisesInspected: 6,
    problemsFound: 2,
    findings: '两家台账不全',
  };
  const conduct = { ...inspection, ...at('2021-07-01') };
  const two = { actor: { client: 'spec', officers: ['A1', 'A2'] } };
  const conducted = { type: 'EnforcementInspectionConducted', data: inspection } as const;

  it('takes two officers, and two departments when it is joint', () => {
    given(enforcementInspection).when('ConductEnforcement', conduct, two).then(conducted);
    given(enforcementInspection, conducted).when('ConductEnforcement', conduct, two).thenNothing();
    given(enforcementInspection)
      .when('ConductEnforcement', conduct, { actor: { client: 'spec', officers: ['A1', 'A1'] } })
      .thenRefused('government/two-officers');
    given(enforcementInspection)
      .when('ConductEnforcement', { ...conduct, departments: ['EEB', 'EEB'] }, two)
      .thenRefused('government/joint-takes-two');
    given(enforcementInspection)
      .when('ConductEnforcement', { ...conduct, mode: 'ROUTINE', departments: ['EEB'] }, two)
      .thenTypes('EnforcementInspectionConducted');
  });

  it('rests on the month of its subject: June for enforcement, July for look-backs', () => {
    const rules = (inspectedOn: string, subject: 'ENFORCEMENT' | 'LOOK_BACK') =>
      given(enforcementInspection)
        .when('ConductEnforcement', { ...conduct, inspectedOn, subject }, two)
        .facts()[0]
        ?.rules?.map(({ ruleId }) => ruleId);
    expect(rules('2021-06-30', 'ENFORCEMENT')).toContain('plan/focus-months');
    expect(rules('2021-07-01', 'ENFORCEMENT')).not.toContain('plan/focus-months');
    expect(rules('2021-07-01', 'LOOK_BACK')).toContain('plan/focus-months');
  });
});

describe('responsibility in an area', () => {
  const assigned = { year: 2021, county: 'BL' as const, leadOffice: '分管副县长', duties: ['县工信局：牵头'] };
  const assign = { ...assigned, ...at('2021-04-01') };
  const fact = { type: 'ResponsibilityAssigned', data: assigned } as const;

  it('is assigned once a year', () => {
    given(responsibility).when('AssignResponsibility', assign, { id: '2021-BL' }).then(fact);
    given(responsibility, fact).when('AssignResponsibility', assign, { id: '2021-BL' }).thenNothing();
    given(responsibility)
      .when('AssignResponsibility', assign, { id: '2021-HC' })
      .thenRefused('government/responsibility-id');
    given(responsibility, fact)
      .when('AssignResponsibility', { ...assign, leadOffice: '其他' }, { id: '2021-BL' })
      .thenRefused('government/already-recorded');
  });
});

describe('a risk to stability', () => {
  const risk = { county: 'BL' as const, kind: 'LABOUR' as const, description: '欠薪约40人', handler: '县人社局' };
  const logged = { type: 'StabilityRiskLogged', data: risk, ...at('2021-07-05') } as const;
  const handling = { handling: '垫付工资', handledOn: '2021-07-09' };
  const handled = { type: 'StabilityRiskHandled', data: handling } as const;
  const closing = { closedOn: '2021-07-20', outcome: '工资结清' };
  const closed = { type: 'StabilityRiskClosed', data: closing } as const;

  it('is logged once', () => {
    const log = { ...risk, ...at('2021-07-05') };
    given(stabilityRisk).when('LogStabilityRisk', log).then({ type: logged.type, data: risk });
    given(stabilityRisk, logged).when('LogStabilityRisk', log).thenNothing();
    given(stabilityRisk, logged)
      .when('LogStabilityRisk', { ...log, kind: 'DEBT' })
      .thenRefused('government/already-recorded');
  });

  it('is handled after it was logged', () => {
    const handle = { ...handling, ...at('2021-07-09') };
    given(stabilityRisk, logged).when('HandleStabilityRisk', handle).then(handled);
    given(stabilityRisk, logged, handled).when('HandleStabilityRisk', handle).thenNothing();
    given(stabilityRisk).when('HandleStabilityRisk', handle).thenRefused('government/no-risk');
    given(stabilityRisk, logged)
      .when('HandleStabilityRisk', { ...handle, handledOn: '2021-07-04' })
      .thenRefused('government/before-its-cause');
  });

  it('is closed once it was handled, and not reopened', () => {
    const close = { ...closing, ...at('2021-07-20') };
    given(stabilityRisk, logged, handled).when('CloseStabilityRisk', close).then(closed);
    given(stabilityRisk, logged, handled, closed).when('CloseStabilityRisk', close).thenNothing();
    given(stabilityRisk, logged).when('CloseStabilityRisk', close).thenRefused('government/risk-not-handled');
    given(stabilityRisk, logged, handled, closed)
      .when('HandleStabilityRisk', { handling: '再次处置', handledOn: '2021-08-01', ...at('2021-08-01') })
      .thenRefused('government/risk-closed');
  });
});

describe('a supervision visit', () => {
  const visit = { bureau: 'EEB' as const, county: 'BL' as const, visitedOn: '2021-05-12', findings: '进度正常' };
  const visited = { type: 'SupervisionVisitConducted', data: visit } as const;

  it('is recorded once it has happened', () => {
    const conduct = { ...visit, ...at('2021-05-12') };
    given(supervisionVisit).when('ConductSupervision', conduct).then(visited);
    given(supervisionVisit, visited).when('ConductSupervision', conduct).thenNothing();
    given(supervisionVisit)
      .when('ConductSupervision', { ...conduct, visitedOn: '2022-01-01' })
      .thenRefused('government/in-the-future');
  });
});

describe('an area that missed its tasks', () => {
  const matter = { year: 2021, county: 'LM' as const, missedTask: 'COUNTY_PLAN' as const, ground: '年度计划逾期3日' };
  const circular = { ...matter, documentNumber: '惠府办函〔2021〕9号', correctBy: '2021-07-20' };
  const issue = { ...circular, ...at('2021-06-25') };
  const issued = { type: 'AreaCircularIssued', data: circular, ...at('2021-06-25') } as const;
  const interview = {
    ...matter,
    posts: ['分管副县长'],
    minutesNumber: '纪要〔2021〕3号',
    heldOn: '2021-07-01',
    correctBy: '2021-07-25',
  };
  const hold = { ...interview, ...at('2021-07-01') };
  const held = { type: 'AreaInterviewHeld', data: interview } as const;
  const plan = 'government.countyPlan-2021-LM';
  const overdue = { type: 'government.CountyPlanOverdue', data: {} };
  const filed = (daysLate: number) => ({ type: 'government.CountyPlanFiled', data: { daysLate } });

  it('is named in a circular when the ledger has its plan as overdue', () => {
    const about = given(areaSupervision);
    about
      .consulting({ [plan]: [overdue, filed(3)] })
      .when('IssueAreaCircular', issue)
      .then({ type: issued.type, data: circular });
    about
      .consulting({ [plan]: [overdue, filed(0)] })
      .when('IssueAreaCircular', issue)
      .thenRefused('government/task-not-missed');
    about
      .when('IssueAreaCircular', issue)
      .thenRefused('government/task-not-missed', { rule: 'plan/area-supervision@2021' });
    about.when('IssueAreaCircular', { ...issue, missedTask: 'LOOK_BACK' }).thenTypes('AreaCircularIssued');
    given(areaSupervision, issued).when('IssueAreaCircular', issue).thenNothing();
    about
      .when('IssueAreaCircular', { ...issue, missedTask: 'LOOK_BACK', correctBy: '2021-06-24' })
      .thenRefused('government/before-its-cause');
  });

  it('may be called to an interview besides, about the same matter', () => {
    const known = given(areaSupervision, issued).consulting({ [plan]: [overdue] });
    known.when('HoldAreaInterview', hold).then(held);
    known.when('HoldAreaInterview', { ...hold, county: 'BL' }).thenRefused('government/another-matter');
    given(areaSupervision, held).when('HoldAreaInterview', hold).thenNothing();
  });

  it('reports its correction', () => {
    const corrected = { measures: '计划已备案', correctedOn: '2021-07-15' };
    const report = { ...corrected, ...at('2021-07-16') };
    const fact = { type: 'AreaCorrectionReported', data: { county: 'LM', ...corrected } } as const;
    given(areaSupervision, issued).when('ReportAreaCorrection', report).then(fact);
    given(areaSupervision, issued, fact).when('ReportAreaCorrection', report).thenNothing();
    given(areaSupervision).when('ReportAreaCorrection', report).thenRefused('government/area-not-called');
    given(areaSupervision, issued)
      .when('ReportAreaCorrection', { ...report, correctedOn: '2021-06-24' })
      .thenRefused('government/before-its-cause');
  });
});

describe('a publicity item', () => {
  const item = { channel: 'WEB' as const, title: '示范企业', publisher: '市工业和信息化局', releasedOn: '2021-08-10' };
  const release = { ...item, ...at('2021-08-10') };
  const released = { type: 'PublicityItemReleased', data: item } as const;

  it('is recorded once it is out', () => {
    given(publicity).when('ReleasePublicity', release).then(released);
    given(publicity, released).when('ReleasePublicity', release).thenNothing();
    given(publicity)
      .when('ReleasePublicity', { ...release, releasedOn: '2022-01-01' })
      .thenRefused('government/in-the-future');
  });
});
