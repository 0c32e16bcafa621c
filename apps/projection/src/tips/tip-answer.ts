import { ApiProperty } from '@nestjs/swagger';
import type { Keyed } from '#projection';
import { Paged, Reflecting, Sentence } from '../answers.js';
import { labelOf } from '../labels.js';
import type { TipCount } from './tip-counts.js';
import type { TipEntry } from './tip.projection.js';

export class TipStep {
  @ApiProperty() type!: string;
  @ApiProperty({ type: Sentence, required: false }) says?: Sentence;
  @ApiProperty({ format: 'date', description: 'The day; the instant is told to nobody / 日期' }) on!: string;
}

export class TipAnswer {
  @ApiProperty() tipId!: string;
  @ApiProperty() state!: string;
  @ApiProperty({ required: false }) channel?: string;
  @ApiProperty({ required: false }) topic?: string;
  @ApiProperty({ required: false }) county?: string;
  @ApiProperty({ required: false, description: 'What was told / 反映内容' }) targetText?: string;
  @ApiProperty() isAnonymous!: boolean;
  @ApiProperty({ required: false, format: 'date' }) receivedOn?: string;
  @ApiProperty({ required: false }) handler?: string;
  @ApiProperty({ required: false }) office?: string;
  @ApiProperty({ required: false, format: 'date', description: 'Last day of the step at hand / 当前期限' })
  dueOn?: string;
  @ApiProperty() isExtended!: boolean;
  @ApiProperty({ type: [String] }) overdue!: readonly string[];
  @ApiProperty({ required: false }) substantiated?: boolean;
  @ApiProperty({ required: false }) findings?: string;
  @ApiProperty({ required: false, type: Object, description: 'Record that it led to / 已立案件' }) outcome?: object;
  @ApiProperty({ required: false }) satisfaction?: string;
  @ApiProperty({ required: false }) rewardFen?: number;
  @ApiProperty({ required: false }) conclusion?: string;
  @ApiProperty({ type: [TipStep] }) steps!: TipStep[];
}

export class TipPage extends Paged {
  @ApiProperty({ type: [TipAnswer] }) items!: TipAnswer[];
}

export class OneTip extends Reflecting {
  @ApiProperty({ type: TipAnswer }) tip!: TipAnswer;
}

export class TipCountAnswer implements TipCount {
  @ApiProperty({ example: '2021-H1' }) period!: string;
  @ApiProperty() county!: string;
  @ApiProperty() received!: number;
  @ApiProperty({ nullable: true, type: Number, description: 'Null when there were too few to tell / 过少不予统计' })
  substantiated!: number | null;
}

export class TipCounts {
  @ApiProperty({ description: 'Fewer than this are not told / 最小统计数' }) least!: number;
  @ApiProperty({
    type: [TipCountAnswer],
    description: 'Half-years that are over, areas with enough of them / 已结束的半年，过少的不列',
  })
  counts!: readonly TipCountAnswer[];
}

export const tipAnswer = ({ key, row }: Keyed<TipEntry>): TipAnswer => ({
  tipId: key,
  ...row,
  steps: row.steps.map((step) => ({ ...step, says: labelOf(step.type)?.says })),
});
