import { ApiProperty } from '@nestjs/swagger';
import { Paged, Sentence } from '../answers.js';
import { labelOf } from '../labels.js';
import type { Citation } from './document.projection.js';

/** A document as it is kept. */
export class KeptDocument {
  @ApiProperty({ description: 'By which facts cite it / 文件摘要' }) sha256!: string;
  @ApiProperty({ description: 'In bytes / 字节数' }) size!: number;
  @ApiProperty({ example: 'application/pdf' }) mediaType!: string;
}

/** A fact that rests on the document. */
export class CitingFact {
  @ApiProperty() eventId!: string;
  @ApiProperty() position!: number;
  @ApiProperty() type!: string;
  @ApiProperty({ required: false, type: Sentence }) says?: Sentence;
  @ApiProperty() department!: string;
  @ApiProperty({ enum: ['public', 'government', 'sealed'] }) visibility!: string;
  @ApiProperty({ description: 'Record / 记录' }) stream!: string;
  @ApiProperty({ required: false }) uscc?: string;
  @ApiProperty({ required: false }) caseId?: string;
  @ApiProperty({ required: false, description: 'As the fact cites it / 文号' }) number?: string;
  @ApiProperty({ required: false, description: 'As the fact cites it / 文书名称' }) title?: string;
  @ApiProperty({ format: 'date-time' }) occurredAt!: string;
  @ApiProperty({ format: 'date-time' }) recordedAt!: string;
}

export class Citations extends Paged {
  @ApiProperty() sha256!: string;
  @ApiProperty({ nullable: true, type: Number, description: 'Bytes kept; null where only the hash is known / 字节数' })
  size!: number | null;
  @ApiProperty({ type: [CitingFact] }) items!: readonly CitingFact[];
}

export const citingFact = ({ sha256: _, ...citation }: Citation): CitingFact => ({
  ...citation,
  says: labelOf(citation.type)?.says,
});
