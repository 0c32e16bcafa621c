import { describe, expect, it } from '@jest/globals';
import { at, enterprise, measurement, order, task, within } from './testing-energy.js';
import { Story } from './testing-story.js';

const officers = ['19-001', '19-002'];
const theme = task.theme;

/** A case over the limit, with its order served on a day. */
function ordered(servedOn: string, months = 6): Story {
  return new Story()
    .post('supervisionPlan', '2021', 'AdoptSupervisionPlan', {
      ...at('2021-03-01'),
      year: 2021,
      documentNumber: '惠市能重〔2021〕1号',
      scope: '重点用能企业',
      targetCount: 80,
      themes: [theme],
    })
    .post('case', 'A-1', 'AssignSupervisionTask', { ...at('2021-03-02'), ...task })
    .post('case', 'A-1', 'RecordSupervision', {
      ...at('2021-03-08'),
      mode: 'ON_SITE',
      findings: '超限额',
      measurement,
      eliminatedEquipment: false,
      officers,
    })
    .post('case', 'A-1', 'OrderRectification', { ...at(servedOn), ...order, servedOn, months });
}

const onCase = (story: Story, command: string, data: Parameters<Story['post']>[3], postedAt?: string) =>
  story.post('case', 'A-1', command, data, postedAt);
const due = (story: Story) =>
  story.facts('case', 'A-1').findLast(({ data }) => data.due)?.data.due as { nominalDue: string; rolledDue: string };
const told = (story: Story) => story.told('case', 'A-1').slice(3);
const listed = (story: Story, list: string) => {
  const day = { occurredAt: '2022-12-01T10:00:00+08:00' };
  story.post('list', list, 'PublishList', day);
  return (story.facts('list', list).at(-1)?.data.entries as { caseId: string; dueOn?: string }[]).map(
    ({ caseId, dueOn }) => [caseId, dueOn],
  );
};

function accepted(story: Story, days: { reported: string; reinspected: string; accepted: string }): Story {
  onCase(story, 'ReportRectification', { ...at(days.reported), summary: '已更换电炉' });
  onCase(story, 'ReinspectRectification', { ...at(days.reinspected), findings: '达标', measurement: within, officers });
  return onCase(story, 'AcceptRectification', { ...at(days.accepted), opinion: '合格' });
}

function failed(story: Story, on: string): Story {
  return onCase(story, 'FailRectification', { ...at(on), reason: '逾期未整改' });
}

const proposal = { grounds: '逾期未整改', scope: 'LINE', legalBasis: '节约能源法第七十二条' };
const decision = { enterprise, caseId: 'A-1', proposedBy: 'energy' };
const closure = { ...decision, governmentDocumentNumber: '惠府函〔2021〕88号', scope: 'LINE' };

describe('scenario 1: rectified on the first day of the sixth month', () => {
  it('is accepted, and off the lists', () => {
    const story = ordered('2021-03-15');
    expect(story.running).toEqual(['case/A-1/rectification']);
    accepted(story, { reported: '2021-08-16', reinspected: '2021-08-24', accepted: '2021-08-27' });
    expect(told(story)).toEqual([
      'EnergyRectificationOrdered',
      'YellowCardIssued',
      'RectificationReported',
      'RectificationReinspected',
      'RectificationAccepted',
      'YellowCardCleared',
    ]);
    expect(story.running).toEqual([]);
    expect(listed(story, 'yellow-card')).toEqual([]);
    expect(listed(story, 'violators')).toEqual([]);
    expect(story.refused).toEqual([]);
  });
});

describe('scenario 2: an extension asked for at 23:59 on the due day', () => {
  const request = { months: 3, reason: '到货延迟', filedOn: '2021-09-15', ...at('2021-09-15', '23:59:00') };
  const granted = ['ExtensionRequested', 'ExtensionGranted'];

  it('is in time: nothing expires until it is decided', () => {
    const story = ordered('2021-03-15');
    onCase(story, 'RequestExtension', request);
    story.passTo('2021-09-20T00:00:00+08:00');
    expect(story.running).toEqual([]);
    onCase(story, 'GrantExtension', { ...at('2021-09-20'), months: 3 });
    expect(told(story).slice(2)).toEqual(granted);
    expect(due(story)).toMatchObject({ nominalDue: '2021-12-15', rolledDue: '2021-12-15' });
    expect(listed(story, 'yellow-card')).toEqual([['A-1', '2021-12-15']]);
  });

  it('is in time when its posting comes after the timer', () => {
    const story = ordered('2021-03-15');
    onCase(story, 'RequestExtension', request, '2021-09-16T08:30:00+08:00');
    onCase(story, 'GrantExtension', { ...at('2021-09-20'), months: 3 });
    expect(told(story).slice(2)).toEqual(['RectificationPeriodExpired', ...granted]);
    story.passTo('2021-12-16T00:00:00+08:00');
    expect(told(story).at(-1)).toBe('RectificationPeriodExpired');
  });

  it('lets the period expire at once when it is refused after the due day', () => {
    const story = ordered('2021-03-15');
    onCase(story, 'RequestExtension', request);
    onCase(story, 'RefuseExtension', { ...at('2021-09-20'), reason: '理由不足' });
    expect(story.running).toEqual(['case/A-1/held-rectification']);
    story.passTo('2021-09-20T10:00:00+08:00');
    expect(told(story).slice(2)).toEqual(['ExtensionRequested', 'ExtensionRefused', 'RectificationPeriodExpired']);
    expect(story.running).toEqual([]);
  });

  it('lets it run on when it is refused before', () => {
    const story = ordered('2021-03-15');
    onCase(story, 'RequestExtension', { ...request, filedOn: '2021-09-01', ...at('2021-09-01') });
    onCase(story, 'RefuseExtension', { ...at('2021-09-06'), reason: '理由不足' });
    expect(story.running).toEqual(['case/A-1/rectification']);
    story.passTo('2021-09-15T23:59:59+08:00');
    expect(told(story)).not.toContain('RectificationPeriodExpired');
    story.passTo('2021-09-16T00:00:00+08:00');
    expect(told(story)).toContain('RectificationPeriodExpired');
  });

  it('is too late a minute after', () => {
    const story = ordered('2021-03-15');
    const late = { ...request, filedOn: '2021-09-16', ...at('2021-09-16', '00:00:00') };
    expect(story.refusalOf('case', 'A-1', 'RequestExtension', late)).toBe('energy/extension-too-late');
  });
});

describe('scenario 3: a due day in the week of National Day', () => {
  it('moves to the first working day after it, and holds until that day is over', () => {
    const story = ordered('2021-04-01');
    expect(due(story)).toMatchObject({ nominalDue: '2021-10-01', rolledDue: '2021-10-08' });
    story.passTo('2021-10-08T23:59:59+08:00');
    expect(told(story)).not.toContain('RectificationPeriodExpired');
    accepted(story, { reported: '2021-10-08', reinspected: '2021-10-13', accepted: '2021-10-15' });
    expect(told(story)).not.toContain('RectificationPeriodExpired');
  });

  it('adds nothing to an extension', () => {
    const story = ordered('2021-04-01');
    onCase(story, 'RequestExtension', { ...at('2021-10-08'), months: 3, reason: '到货延迟', filedOn: '2021-10-08' });
    onCase(story, 'GrantExtension', { ...at('2021-10-12'), months: 3 });
    expect(due(story)).toMatchObject({ startsOn: '2021-10-01', nominalDue: '2022-01-01', rolledDue: '2022-01-04' });
  });
});

describe('scenario 4: served on 31 August', () => {
  it('is due on 28 February', () =>
    expect(due(ordered('2021-08-31'))).toMatchObject({ nominalDue: '2022-02-28', rolledDue: '2022-02-28' }));
});

describe('scenario 5: a second extension', () => {
  it('is refused', () => {
    const story = ordered('2021-03-22');
    onCase(story, 'RequestExtension', { ...at('2021-09-10'), months: 3, reason: '到货延迟', filedOn: '2021-09-10' });
    onCase(story, 'GrantExtension', { ...at('2021-09-15'), months: 3 });
    const second = { ...at('2021-12-10'), months: 1, reason: '仍未完工', filedOn: '2021-12-10' };
    expect(story.refusalOf('case', 'A-1', 'RequestExtension', second)).toBe('energy/extension-already-granted');
  });
});

describe('scenario 6: closure proposed, returned, proposed again', () => {
  it('ends in closure, and in a red card on the day that it is in force', () => {
    const story = failed(ordered('2021-03-17'), '2021-09-28');
    onCase(story, 'ProposeClosure', { ...at('2021-10-11'), proposalId: 'G-1', ...proposal });
    story.hears('government.ClosureProposalReturned', 'government.closureProposal-G-1', at('2021-10-20').occurredAt, {
      caseId: 'A-1',
      proposedBy: 'energy',
      reason: '补充材料',
    });
    const again = { ...at('2021-11-03'), ...proposal };
    expect(story.refusalOf('case', 'A-1', 'ProposeClosure', { ...again, proposalId: 'G-1', scope: 'SITE' })).toBe(
      'energy/proposal-id-used',
    );
    onCase(story, 'ProposeClosure', { ...again, proposalId: 'G-2' });
    story.hears('government.ClosureOrdered', 'government.closureProposal-G-2', at('2021-11-24').occurredAt, {
      ...closure,
      effectiveOn: '2021-12-01',
    });
    story.passTo('2021-11-30T23:59:59+08:00');
    expect(told(story)).not.toContain('RedCardIssued');
    story.passTo('2021-12-01T00:00:00+08:00');
    expect(told(story).slice(2)).toEqual([
      'RectificationPeriodExpired',
      'RectificationFailed',
      'ClosureProposed',
      'GovernmentDecisionNoted',
      'ClosureProposed',
      'GovernmentDecisionNoted',
      'RedCardIssued',
      'YellowCardCleared',
    ]);
    expect(story.running).toEqual([]);
    expect(listed(story, 'yellow-card')).toEqual([]);
    expect(listed(story, 'red-card')).toEqual([['A-1', undefined]]);
    expect(listed(story, 'violators')).toEqual([['A-1', '2021-09-17']]);
    expect(story.refused).toEqual([]);
  });

  it('brings the red card at once when the closure is in force already', () => {
    const story = failed(ordered('2021-03-17'), '2021-09-28');
    onCase(story, 'ProposeClosure', { ...at('2021-10-11'), proposalId: 'G-1', ...proposal });
    const orderedAt = at('2021-11-24').occurredAt;
    story.hears('government.ClosureOrdered', 'government.closureProposal-G-1', orderedAt, {
      ...closure,
      effectiveOn: '2021-11-24',
    });
    story.passTo(orderedAt);
    expect(story.facts('case', 'A-1').find(({ type }) => type === 'energy.RedCardIssued')?.occurredAt).toBe(orderedAt);
  });

  it('leaves alone what the government decides for others', () => {
    const story = failed(ordered('2021-03-17'), '2021-09-28');
    onCase(story, 'ProposeClosure', { ...at('2021-10-11'), proposalId: 'G-1', ...proposal });
    story.hears('government.ClosureOrdered', 'government.closureProposal-G-1', at('2021-11-24').occurredAt, {
      ...closure,
      proposedBy: 'environment',
      effectiveOn: '2021-11-24',
    });
    expect(told(story).at(-1)).toBe('ClosureProposed');
  });

  it('may pass through suspension and end well', () => {
    const story = failed(ordered('2021-03-17'), '2021-09-28');
    onCase(story, 'ProposeClosure', { ...at('2021-10-11'), proposalId: 'G-1', ...proposal });
    story.hears('government.SuspensionOrdered', 'government.closureProposal-G-1', at('2021-11-01').occurredAt, {
      ...decision,
      governmentDocumentNumber: '惠府函〔2021〕77号',
      effectiveOn: '2021-11-01',
    });
    onCase(story, 'ReinspectRectification', { ...at('2021-12-14'), findings: '达标', measurement: within, officers });
    onCase(story, 'AcceptRectification', { ...at('2021-12-17'), opinion: '合格' });
    expect(told(story).slice(-3)).toEqual(['RectificationReinspected', 'RectificationAccepted', 'YellowCardCleared']);
    expect(listed(story, 'violators')).toEqual([]);
  });
});

describe('scenario 15: dismantling overdue, non-completion, late exit', () => {
  it('goes on record in this order, and the violator leaves the list when it has exited', () => {
    const story = new Story()
      .post('equipment', 'A-1', 'RecordEliminatedEquipment', {
        ...at('2021-04-20'),
        enterprise,
        model: '无芯工频感应电炉',
        catalogueItem: '淘汰类',
      })
      .post('equipment', 'A-1', 'OrderStopUse', {
        ...at('2021-04-22'),
        documentNumber: '惠能监停〔2021〕1号',
        servedOn: '2021-04-22',
        days: 60,
      });
    const determination = {
      ...at('2021-07-05'),
      fact: '逾期未拆除',
      legalBasis: '节约能源法第七十一条',
      documentNumber: '惠能监认〔2021〕1号',
      notifiedOn: '2021-07-05',
    };
    const early = { ...determination, ...at('2021-06-21'), notifiedOn: '2021-06-21' };
    expect(story.refusalOf('equipment', 'A-1', 'DetermineExitNonCompletion', early)).toBe('energy/not-overdue');
    story
      .post('equipment', 'A-1', 'DetermineExitNonCompletion', determination)
      .post('equipment', 'A-1', 'RecordDismantling', {
        ...at('2021-10-28'),
        dismantledOn: '2021-10-28',
        disposal: 'SCRAPPED',
        witness: '镇街工作人员两名',
      });
    expect(story.told('equipment', 'A-1')).toEqual([
      'EliminatedEquipmentFound',
      'StopUseOrdered',
      'DismantlingOverdue',
      'ExitNonCompletionDetermined',
      'MainEquipmentDismantled',
    ]);
    expect(story.told('list', 'violators')).toEqual(['EnterpriseListed', 'EnterpriseDelisted']);
    expect(story.running).toEqual([]);
  });
});

describe('scenario 22: a red card without yellow', () => {
  it('is refused', () => {
    const story = new Story();
    expect(story.refusalOf('case', 'A-1', 'IssueRedCard', at('2021-06-18'))).toBe('energy/red-card-without-yellow');
    const rectified = accepted(ordered('2021-03-15'), {
      reported: '2021-08-16',
      reinspected: '2021-08-24',
      accepted: '2021-08-27',
    });
    expect(rectified.refusalOf('case', 'A-1', 'IssueRedCard', at('2021-09-01'))).toBe('energy/red-card-without-yellow');
  });
});

describe('scenario 24: the law changes on 15 July 2021', () => {
  it('names criticism by circular on that day and not the day before', () => {
    const story = new Story().post('penalty', 'P-1', 'ServePriorNotice', {
      ...at('2021-07-01'),
      enterprise,
      legalRepresentative: '张三〔模拟〕',
      violation: '未按期报送能源利用状况报告',
      facts: '逾期未报送',
      legalBasis: '节约能源法第八十二条',
      servedOn: '2021-07-01',
    });
    const decide = (day: string) => ({
      ...at(day),
      documentNumber: '惠能罚〔2021〕3号',
      kinds: ['CIRCULATED_CRITICISM'],
      content: '通报批评',
      decidedOn: day,
    });
    expect(story.refusalOf('penalty', 'P-1', 'DecidePenalty', decide('2021-07-14'))).toBe('energy/kind-not-in-law');
    expect(story.refusalOf('penalty', 'P-1', 'DecidePenalty', decide('2021-07-15'))).toBeUndefined();
  });
});

describe('a yearly report', () => {
  it('is missed when its day is over, unless it was filed', () => {
    const register = (id: string) => (story: Story) =>
      story.post('keyUser', id, 'RegisterKeyEnergyUser', {
        ...at('2021-03-08'),
        enterprise,
        annualTce: 12_000,
        level: 'NATIONAL',
        reportYear: 2020,
        reportDueOn: '2021-04-30',
      });
    const story = register('B')(register('A')(new Story()));
    expect(story.running).toEqual(['keyUser/A/report-2020', 'keyUser/B/report-2020']);
    story.post('keyUser', 'A', 'FileEnergyReport', { ...at('2021-04-30', '23:59:59'), reportYear: 2020, tce: 11_000 });
    story.passTo('2021-05-01T00:00:00+08:00');
    expect(story.told('keyUser', 'A').at(-1)).toBe('EnergyReportFiled');
    expect(story.told('keyUser', 'B').at(-1)).toBe('EnergyReportMissed');
    expect(story.running).toEqual([]);
  });
});
