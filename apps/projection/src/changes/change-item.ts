import { ApiProperty } from '@nestjs/swagger';
import { recordIdOf, type Recorded } from '#decider';
import { dayOf } from '#law';
import { caseOf, categoryOf, enterpriseIn, usccOf } from '../about.js';
import { Sentence } from '../answers.js';
import { feedKey } from '../credit-feed/feed-item.js';
import { labelOf } from '../labels.js';
import { publicLists, listStream } from '../lists/list-names.js';
import { cursorAt } from '../query.js';

/** What changed, without what the fact says: that is read where the links lead, by whoever may. */
export class ChangeItem {
  @ApiProperty() eventId!: string;
  @ApiProperty() position!: number;
  @ApiProperty({ description: 'Give it as after to go on behind this one / 从此之后继续' }) cursor!: string;
  @ApiProperty() type!: string;
  @ApiProperty({ type: Sentence, required: false }) says?: Sentence;
  @ApiProperty({ required: false, description: 'Clause of the plan / 计划条款' }) clause?: string;
  @ApiProperty({ format: 'date', description: 'Legal day in China / 法律日期' }) day!: string;
  @ApiProperty({ format: 'date-time' }) occurredAt!: string;
  @ApiProperty({ format: 'date-time' }) recordedAt!: string;
  @ApiProperty() department!: string;
  @ApiProperty({ type: Object, description: 'Kind and id of the record / 所属记录' }) record!: object;
  @ApiProperty({ required: false }) caseId?: string;
  @ApiProperty({ required: false }) uscc?: string;
  @ApiProperty({ required: false }) name?: string;
  @ApiProperty({ type: Object, description: 'Where to read on / 相关地址' }) links!: object;
}

const listKept = new Map(publicLists.map(({ name }) => [listStream(name), name]));

export function changeItem(fact: Recorded): ChangeItem {
  const { id, type, position, occurredAt, recordedAt, department, stream } = fact;
  const uscc = usccOf(fact);
  const caseId = caseOf(fact);
  const list = listKept.get(stream);
  const label = labelOf(type);
  return {
    eventId: id,
    position,
    cursor: placeAt(position),
    type,
    ...(label ? { says: label.says, clause: label.clause } : {}),
    day: dayOf(occurredAt),
    occurredAt,
    recordedAt,
    department,
    record: { kind: categoryOf(fact), id: recordIdOf(fact) },
    ...(caseId === undefined ? {} : { caseId }),
    ...(uscc === undefined ? {} : { uscc }),
    ...(enterpriseIn(fact) ? { name: enterpriseIn(fact)!.name } : {}),
    links: {
      ...(uscc === undefined ? {} : { dossier: `/dossiers/${uscc}` }),
      ...(caseId === undefined || list ? {} : { case: `/cases/${encodeURIComponent(caseId)}` }),
      ...(list === undefined ? {} : { list: `/lists/${list}` }),
    },
  };
}

/** A place of this feed: it holds the position, so that it never expires. */
export const placeAt = (position: number): string => cursorAt([feedKey(position)]);

/** An item as a CloudEvent 1.0 in structured JSON. */
export function changeEvent({ eventId, position, type, occurredAt, recordedAt, uscc, ...data }: ChangeItem): object {
  return {
    specversion: '1.0',
    id: eventId,
    source: 'urn:taizhang:ledger',
    type,
    ...(uscc === undefined ? {} : { subject: uscc }),
    time: occurredAt,
    recordedtime: recordedAt,
    sequence: feedKey(position),
    datacontenttype: 'application/json',
    data,
  };
}
