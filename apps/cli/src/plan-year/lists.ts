import { addDays } from '#law';
import { moment, officeDay } from './office-time.js';
import { ofEnergy, type Story } from './step.js';

/** Month-ends from the first that can have an entry to the last of the year; issues come out on the day after. */
const months = ['04', '05', '06', '07', '08', '09', '10', '11', '12'];
const monthEnd = (month: string): string =>
  addDays(month === '12' ? '2022-01-01' : `2021-${String(Number(month) + 1).padStart(2, '0')}-01`, -1);

function* published(listId: string, ends: readonly string[], at: string): Story {
  for (const end of ends)
    yield ofEnergy('list', listId, 'PublishList', moment(officeDay(addDays(end, 1)), at), {
      url: `https://energy.example/lists/${listId}/${end.slice(0, 7)}`,
    });
}

const quarterEnds = ['06', '09', '12'].map(monthEnd);

/** 四(五): the yellow list every month, the red list and that of violators every quarter. */
export const listsPublished: readonly (() => Story)[] = [
  () => published('yellow-card', months.map(monthEnd), '16:00'),
  () => published('red-card', quarterEnds, '16:10'),
  () => published('violators', quarterEnds, '16:20'),
];
