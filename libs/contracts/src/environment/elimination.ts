import { Act } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Flag, Id, OneOf, Text } from '../fields.js';

export const registers = ['ENERGY_CAPACITY', 'ENERGY_EQUIPMENT', 'INDUSTRY_SCREENING', 'INDUSTRY_EXIT'] as const;

/** A record of another department about capacity: what an application must be judged by. */
export class CapacityRecord {
  @OneOf(registers, 'Where it is on record / 登记处') register!: (typeof registers)[number];
  @Id('Its number there / 编号') recordId!: string;
}

@Command('2.2.1', '记录产能应予淘汰', 'Note at the site what another department recorded of its capacity', {
  rows: [21],
  issuedBy: 'system',
})
export class NoteElimination extends Act {
  @Text('Record that says so / 来源记录', { max: 256 }) source!: string;
  @Text('What it is about / 事项', { max: 256 }) what!: string;
  @Flag('Due for elimination, or no longer / 是否应予淘汰') isDue!: boolean;
}

/** Whoever decides on the permit of the site knows it, whether or not the applicant named the record. */
@Event('2.2.1', '应淘汰产能已记录', 'What is due for elimination at the site was noted')
export class EliminationNoted {
  @Text('Source / 来源记录') source!: string;
  @Text('What / 事项') what!: string;
  @Flag('Due / 是否应予淘汰') isDue!: boolean;
}
