import { ApiProperty } from '@nestjs/swagger';
import type { Enveloped } from '#contracts';
import { Reflecting } from '../answers.js';
import { labelOf } from '../labels.js';

export class CaseAnswer extends Reflecting {
  @ApiProperty() caseId!: string;
  @ApiProperty() state!: string;
  @ApiProperty({ description: 'Whether anything may still follow / 是否未结' }) open!: boolean;
  @ApiProperty({ required: false }) uscc?: string;
  @ApiProperty({ required: false, description: 'Name when the case was opened / 立案时名称' }) partyName?: string;
  @ApiProperty({ required: false }) county?: string;
  @ApiProperty({ description: 'How many events its history has / 事实条数' }) events!: number;
  @ApiProperty({ type: [Object] }) milestones!: object[];
  @ApiProperty({ type: [Object] }) obligations!: readonly object[];
}

export class CaseHistory extends Reflecting {
  @ApiProperty() caseId!: string;
  @ApiProperty({ type: [Object] }) items!: object[];
}

/** A fact with everything it rests on. A sealed one says that it is there, and when, and no more. */
export function entry(fact: Enveloped, correctedBy: string | undefined): object {
  const { id, type, position, occurredAt, recordedAt, department, visibility } = fact;
  const place = { eventId: id, position, type, ...labelOf(type), occurredAt, recordedAt, department, visibility };
  if (visibility === 'sealed') return { ...place, sealed: true };
  const { actor, rules, documents, correlationId, causationId, correctionOf, stream, revision, data } = fact;
  return {
    ...place,
    stream,
    revision,
    actor,
    rules,
    documents,
    correlationId,
    causationId,
    correctionOf,
    correctedBy,
    data,
  };
}
