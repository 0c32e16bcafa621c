import { ApiProperty } from '@nestjs/swagger';
import type { Recorded } from '#decider';
import { applyPatch, createPatch, Pointer } from 'rfc6902';
import { Reflecting } from '../answers.js';
import { labelOf } from '../labels.js';
import type { DossierThen } from './dossier-at.js';
import { statusOf } from './dossier.projection.js';

/** One thing that is not the same on both sides, in the words of RFC 6902, with what it was. */
export class DossierChange {
  @ApiProperty({ enum: ['add', 'remove', 'replace'] }) op!: 'add' | 'remove' | 'replace';
  @ApiProperty({ description: 'Where, as a JSON Pointer (RFC 6901) / 位置', example: '/sections/obligations/open/0' })
  path!: string;
  @ApiProperty({ required: false, description: 'What it was / 变更前' }) before?: unknown;
  @ApiProperty({ required: false, description: 'What it is / 变更后' }) after?: unknown;
}

export class DossierSide {
  @ApiProperty() asOf!: string;
  @ApiProperty() asKnownAt!: string;
  @ApiProperty({ nullable: true, type: String, description: 'Null when nothing was held or known / 无记录则为空' })
  permalink!: string | null;
}

export class DossierDiff extends Reflecting {
  @ApiProperty() id!: string;
  @ApiProperty() from!: DossierSide;
  @ApiProperty() to!: DossierSide;
  @ApiProperty({ type: [DossierChange] }) changes!: readonly DossierChange[];
  @ApiProperty({ description: 'Facts that count on one side only / 仅一侧计入的事实', type: [Object] })
  facts!: readonly object[];
}

/** What of a dossier is compared: what it holds, not which event it was last changed by, nor what is counted in days. */
export function compared({ row, inherited }: Pick<DossierThen, 'row' | 'inherited'>): object {
  if (!row) return {};
  const { facts: _, provenance: __, corrected: ___, identity, ...parts } = row;
  return { status: statusOf(row), identity, sections: parts, inherited };
}

/** What leads from one to the other, step by step; each with what stood there before. */
export function changesBetween(before: object, after: object): DossierChange[] {
  const document = structuredClone(before);
  return createPatch(before, after).map((operation) => {
    const { op, path } = operation as { op: DossierChange['op']; path: string };
    const was = op === 'add' ? undefined : structuredClone(Pointer.fromJSON(path).get(document) as unknown);
    applyPatch(document, [operation]);
    const is = 'value' in operation ? (operation.value as unknown) : undefined;
    return { op, path, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) };
  });
}

/** Facts that count on one side only, in the ledger's order, and on which: on the first those that it had. */
export const factsBetween = (facts: readonly Recorded[], had: ReadonlySet<string>): object[] =>
  facts
    .toSorted((one, other) => one.position - other.position)
    .map(({ id, type, position, occurredAt, recordedAt, department, correctionOf }) => ({
      eventId: id,
      position,
      type,
      ...labelOf(type),
      occurredAt,
      recordedAt,
      department,
      correctionOf,
      counts: had.has(id) ? 'from' : 'to',
    }));
