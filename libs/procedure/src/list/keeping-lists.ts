import type { procedure } from '#contracts';
import { namespaceOf, recordIdOf, type OwnCommand, type Policy, type Recorded } from '#decider';
import { dayOf } from '#law';

type Entry = procedure.ListEntry;
type Party = procedure.YellowCardIssued['enterprise'];
type Commands = procedure.Commands<'list'>;

/** A command of a department to a list of its own. */
const own = (list: string, command: keyof Commands, data: object): OwnCommand => ({
  record: 'list',
  id: list,
  command,
  data,
});

/** A line of a list, since the day of the fact. */
export const entryOf = (
  { occurredAt }: Recorded,
  caseId: string,
  { uscc, name, county, industry }: Party,
  inForce: Pick<Entry, 'ground' | 'dueOn'>,
): Entry => ({ uscc, name, county, industry, caseId, since: dayOf(occurredAt), ...inForce });

export const listed = (list: string, entry: Entry): OwnCommand => own(list, 'ListEnterprise', { entry });
export const prolonged = (list: string, caseId: string, dueOn: string): OwnCommand =>
  own(list, 'ProlongListEntry', { caseId, dueOn });
export const delisted = (list: string, caseId: string, reason: string): OwnCommand =>
  own(list, 'DelistEnterprise', { caseId, reason });

type Cards = procedure.Events<'card'>;

/** Cards of a department enter its lists and leave them (四(五)). The issues are published by people. */
export function cardsKeepLists(department: string): Policy {
  const type = (name: keyof Cards): string => `${namespaceOf(department)}.${name}`;
  return {
    name: 'cards-keep-the-lists',
    when: {
      [type('YellowCardIssued')]: (fact: Recorded<Cards['YellowCardIssued']>) => {
        const { enterprise, ground, dueOn } = fact.data;
        return [listed('yellow-card', entryOf(fact, recordIdOf(fact), enterprise, { ground, dueOn }))];
      },
      [type('YellowCardProlonged')]: (fact: Recorded<Cards['YellowCardProlonged']>) => [
        prolonged('yellow-card', recordIdOf(fact), fact.data.dueOn),
      ],
      [type('YellowCardCleared')]: (fact: Recorded<Cards['YellowCardCleared']>) => [
        delisted('yellow-card', recordIdOf(fact), fact.data.reason === 'RECTIFIED' ? '整改合格' : '列入红牌'),
      ],
      [type('RedCardIssued')]: (fact: Recorded<Cards['RedCardIssued']>) => {
        const ground = `经整改仍不达标，已依法关闭（${fact.data.governmentDocumentNumber}）`;
        return [listed('red-card', entryOf(fact, recordIdOf(fact), fact.data.enterprise, { ground }))];
      },
    },
  };
}
