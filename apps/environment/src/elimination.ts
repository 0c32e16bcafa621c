import type { environment } from '#contracts';
import type { Circumstances, Recorded, Refusal } from '#decider';
import type { Rule } from '#law';
import { cite, refusal } from './law.js';

type CapacityRecord = environment.CapacityRecord;

const categories: Readonly<Record<CapacityRecord['register'], string>> = {
  ENERGY_CAPACITY: 'energy.capacity',
  ENERGY_EQUIPMENT: 'energy.equipment',
  INDUSTRY_SCREENING: 'industry.screening',
  INDUSTRY_EXIT: 'industry.exit',
};

/** What other departments' facts say of capacity: due for elimination, or no longer. */
export const eliminationSays: Readonly<Record<string, (data: any) => boolean>> = {
  'energy.CapacityClassified': ({ grounds }) => grounds.includes('ELIMINATION_CATEGORY'),
  'energy.EliminatedEquipmentFound': () => true,
  'energy.MainEquipmentDismantled': () => false,
  'industry.OutdatedEquipmentIdentified': () => true,
  'industry.EliminationOrdered': () => true,
  'industry.MainEquipmentDismantled': () => false,
  'industry.LineEliminated': () => false,
};

/** Streams that an application is judged by: those of the records that it names. */
export const capacityStreams = (records: readonly CapacityRecord[] = []): readonly string[] =>
  records.map(({ register, recordId }) => `${categories[register]}-${recordId}`);

/** Of the records that an application names, those that say its capacity is due for elimination now. */
export const dueAmong = (
  records: readonly CapacityRecord[] | undefined,
  { consulted }: Pick<Circumstances, 'consulted'>,
): readonly string[] => capacityStreams(records).filter((stream) => isDue(consulted(stream)));

function isDue(history: readonly Recorded[]): boolean {
  const last = history.findLast(({ type }) => Object.hasOwn(eliminationSays, type));
  return last !== undefined && eliminationSays[last.type]!(last.data);
}

/** Refuses a reference to a record that does not exist, or that is another enterprise's. */
export function mustBeTheirCapacity(
  records: readonly CapacityRecord[] | undefined,
  uscc: string,
  { consulted }: Pick<Circumstances, 'consulted'>,
): void {
  for (const stream of capacityStreams(records)) {
    const owner = consulted(stream)
      .map((fact) => (fact.data.enterprise?.uscc ?? fact.uscc) as string | undefined)
      .find((one) => one !== undefined);
    if (owner === uscc) continue;
    throw refusal(
      owner === undefined ? 'no-such-capacity' : 'capacity-of-another',
      owner === undefined
        ? { zh: `没有登记“${stream}”`, en: `There is no record ${stream}` }
        : { zh: `“${stream}”属于${owner}，不属于${uscc}`, en: `${stream} is about ${owner}, not ${uscc}` },
      {
        clause: '2.2.1',
        wayOut: { zh: '核对登记处与编号', en: 'Check the register and the number' },
        facts: { stream },
      },
    );
  }
}

/** The refusal that the plan wants: capacity due for elimination is not let through. */
export const dueForElimination = (rule: Rule, sources: readonly string[], wayOut: string): Refusal =>
  refusal(
    'due-for-elimination',
    {
      zh: `涉及应淘汰的落后产能（${sources.join('、')}），不得批准`,
      en: `It is about capacity that is due for elimination (${sources.join(', ')}) and must not be granted`,
    },
    {
      ...cite(rule),
      wayOut: {
        zh: `以 DUE_FOR_ELIMINATION 为由作出不予决定（${wayOut}）；淘汰完成并登记后可重新申请`,
        en: `Refuse it on the ground DUE_FOR_ELIMINATION (${wayOut}); once it is eliminated and on record, apply anew`,
      },
      facts: { records: sources },
    },
  );

/** A refusal on the ground of elimination rests on a record that says so. */
export const notDueForElimination = (rule: Rule): Refusal =>
  refusal(
    'not-due-for-elimination',
    {
      zh: '没有登记表明该产能应予淘汰，不能以此为由不予批准',
      en: 'No record says that this capacity is due for elimination; it cannot be refused on that ground',
    },
    {
      ...cite(rule),
      wayOut: {
        zh: '先由节能或工信部门认定淘汰类产能，或者改用其他不予批准情形',
        en: 'Let energy or industry classify it first, or refuse on another ground',
      },
    },
  );
