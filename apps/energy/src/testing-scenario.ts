import { at, measurement, order, task, within } from './testing-energy.js';
import { Story } from './testing-story.js';

export const officers = ['19-001', '19-002'];
const theme = task.theme;

/** A case over the limit, with its order served on a day. */
export function ordered(servedOn: string, months = 6): Story {
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

export const onCase = (story: Story, command: string, data: Parameters<Story['post']>[3], postedAt?: string) =>
  story.post('case', 'A-1', command, data, postedAt);
export const due = (story: Story) =>
  story.facts('case', 'A-1').findLast(({ data }) => data.due)?.data.due as { nominalDue: string; rolledDue: string };
export const told = (story: Story) => story.told('case', 'A-1').slice(3);
export const listed = (story: Story, list: string) => {
  const day = { occurredAt: '2022-12-01T10:00:00+08:00' };
  story.post('list', list, 'PublishList', day);
  return (story.facts('list', list).at(-1)?.data.entries as { caseId: string; dueOn?: string }[]).map(
    ({ caseId, dueOn }) => [caseId, dueOn],
  );
};

export function accepted(story: Story, days: { reported: string; reinspected: string; accepted: string }): Story {
  onCase(story, 'ReportRectification', { ...at(days.reported), summary: '已更换电炉' });
  onCase(story, 'ReinspectRectification', { ...at(days.reinspected), findings: '达标', measurement: within, officers });
  return onCase(story, 'AcceptRectification', { ...at(days.accepted), opinion: '合格' });
}

export function failed(story: Story, on: string): Story {
  return onCase(story, 'FailRectification', { ...at(on), reason: '逾期未整改' });
}
