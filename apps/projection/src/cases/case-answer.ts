import { ApiProperty } from '@nestjs/swagger';
import type { Enveloped } from '#contracts';
import { Reflecting } from '../answers.js';
import { corrigenda } from '../corrections.js';
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

/** A fact of a case, and whether only that it is there may be told. */
export interface Told {
  readonly fact: Enveloped;
  readonly sealed: boolean;
}

/**
 * Facts with everything they rest on: law, documents, the fact that they followed from, and what they corrected, old and
 * new side by side. A sealed one says that it is there, and when, and no more.
 *
 * @param known what may be told besides, to look causes and corrections up in.
 */
export function entries(held: readonly Told[], known: readonly Told[]): object[] {
  const open = known.filter(({ sealed }) => !sealed).map(({ fact }) => fact);
  const byId = new Map(open.map((fact) => [fact.id, fact]));
  const corrections = new Map(open.flatMap(({ id, correctionOf }) => (correctionOf ? [[correctionOf, id]] : [])));
  return held.map(({ fact, sealed }) => {
    const { id, type, position, occurredAt, recordedAt, department, visibility } = fact;
    const place = { eventId: id, position, type, ...labelOf(type), occurredAt, recordedAt, department, visibility };
    if (sealed) return { ...place, sealed };
    const { actor, rules, documents, correlationId, causationId, correctionOf, stream, revision, data } = fact;
    const cause = causationId === undefined ? undefined : byId.get(causationId);
    const former = correctionOf === undefined ? undefined : byId.get(correctionOf);
    return {
      ...place,
      stream,
      revision,
      actor,
      rules,
      documents,
      correlationId,
      causationId,
      cause: cause && { eventId: cause.id, type: cause.type, ...labelOf(cause.type), department: cause.department },
      correctionOf,
      corrected: former && corrigenda(former.data as object, data as object),
      correctedBy: corrections.get(id),
      data,
    };
  });
}
