import { ApiProperty } from '@nestjs/swagger';
import type { Keyed } from '#projection';
import { Paged, Reflecting, Sentence } from '../answers.js';
import { labelOf } from '../labels.js';
import { entryIdOf, type RegisterRow, type Step } from './register.projection.js';
import type { Register } from './register.js';

export class RegisterTitle {
  @ApiProperty({ description: 'Last segment of its path / 簿册名' }) register!: string;
  @ApiProperty({ type: Sentence }) title!: Sentence;
  @ApiProperty() path!: string;
}

export class RegistersAnswer {
  @ApiProperty({ type: [RegisterTitle] }) registers!: RegisterTitle[];
}

export class StepAnswer {
  @ApiProperty() type!: string;
  @ApiProperty({ type: Sentence, required: false }) says?: Sentence;
  @ApiProperty({ required: false, description: 'Clause of the plan / 条款' }) clause?: string;
  @ApiProperty({ format: 'date-time', description: 'Legal time / 法律时间' }) at!: string;
  @ApiProperty() eventId!: string;
}

export class EntryAnswer {
  @ApiProperty() id!: string;
  @ApiProperty({ required: false, description: 'Where it stands / 状态' }) state?: string;
  @ApiProperty({ type: StepAnswer, description: 'The last fact that changed it / 最近事实' }) last!: StepAnswer;
}

export class RegisterPage extends Paged {
  @ApiProperty() register!: string;
  @ApiProperty({ type: Sentence }) title!: Sentence;
  @ApiProperty({ type: [EntryAnswer], description: 'Each with the fields of its register / 条目' })
  items!: EntryAnswer[];
}

export class RegisterEntryAnswer extends Reflecting {
  @ApiProperty() register!: string;
  @ApiProperty({ type: Sentence }) title!: Sentence;
  @ApiProperty({ type: EntryAnswer }) entry!: EntryAnswer;
  @ApiProperty({ type: [StepAnswer], description: 'What happened to it, in the order of the ledger / 经过' })
  history!: StepAnswer[];
}

export const titled = ({ name, title, readers }: Register): RegisterTitle => ({
  register: name,
  title,
  path: readers === 'everyone' ? `/registers/public/${name}` : `/registers/${name}`,
});

export const stepAnswer = (step: Step): StepAnswer => {
  const label = labelOf(step.type);
  return { ...step, says: label?.says, clause: label?.clause };
};

export const entryAnswer = ({ key, row }: Keyed<RegisterRow>): EntryAnswer => ({
  id: entryIdOf(key),
  ...row.entry,
  last: stepAnswer(row.steps.at(-1)!),
});
