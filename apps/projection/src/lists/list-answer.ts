import { ApiProperty } from '@nestjs/swagger';
import { Reflecting, Sentence } from '../answers.js';
import { registers } from '../registers/every-register.js';
import { RegisterTitle, titled } from '../registers/register-answer.js';
import type { ChangedLine, ListDiff } from './list-diff.js';
import { listNames, publicLists } from './list-names.js';
import type { Issue, ListLine, Register } from './list.projection.js';
import type { StandingLine } from './list-table.js';

export class ListEntryAnswer implements ListLine {
  @ApiProperty() uscc!: string;
  @ApiProperty() name!: string;
  @ApiProperty() county!: string;
  @ApiProperty() industry!: string;
  @ApiProperty() caseId!: string;
  @ApiProperty() ground!: string;
  @ApiProperty({ format: 'date' }) since!: string;
  @ApiProperty({ format: 'date', required: false }) dueOn?: string;
}

export class IssueAnswer {
  @ApiProperty({ enum: [...listNames] }) list!: string;
  @ApiProperty() issueNumber!: number;
  @ApiProperty({ format: 'date' }) asOf!: string;
  @ApiProperty({ type: [ListEntryAnswer] }) entries!: readonly ListLine[];
  @ApiProperty({ required: false }) url?: string;
  @ApiProperty({ format: 'date-time' }) publishedAt!: string;
  @ApiProperty({ format: 'date-time' }) recordedAt!: string;
  @ApiProperty() eventId!: string;
}

export class IssueWithPosition extends IssueAnswer {
  @ApiProperty() position!: number;
}

export class ListAnswer extends Reflecting {
  @ApiProperty({ enum: [...listNames] }) list!: string;
  @ApiProperty({ type: Sentence }) title!: Sentence;
  @ApiProperty({ type: IssueAnswer, nullable: true, description: 'Last published issue / 最新一期' })
  published!: IssueAnswer | null;
  @ApiProperty({ type: [ListEntryAnswer], description: 'Who is on the list now / 当前在册' })
  register!: readonly ListLine[];
}

export class IssuesAnswer extends Reflecting {
  @ApiProperty({ enum: [...listNames] }) list!: string;
  @ApiProperty({ type: [Object] }) issues!: object[];
}

export class ChangedLineAnswer implements ChangedLine {
  @ApiProperty({ type: ListEntryAnswer }) before!: ListLine;
  @ApiProperty({ type: ListEntryAnswer }) after!: ListLine;
  @ApiProperty({ type: [String], description: 'Fields that differ / 变更项' }) fields!: readonly string[];
}

export class ListDiffAnswer extends Reflecting implements ListDiff {
  @ApiProperty({ enum: [...listNames] }) list!: string;
  @ApiProperty({ type: Sentence }) title!: Sentence;
  @ApiProperty({ description: 'Issue / 期号' }) from!: number;
  @ApiProperty({ oneOf: [{ type: 'integer' }, { type: 'string', enum: ['now'] }] }) to!: number | 'now';
  @ApiProperty({ type: [ListEntryAnswer], description: 'On it only afterwards / 新列入' })
  entered!: readonly ListLine[];
  @ApiProperty({ type: [ListEntryAnswer], description: 'On it only before / 已移出' }) left!: readonly ListLine[];
  @ApiProperty({ type: [ChangedLineAnswer] }) changed!: readonly ChangedLine[];
}

export class ListSummary {
  @ApiProperty() list!: string;
  @ApiProperty({ description: 'Who keeps it / 公布部门' }) department!: string;
  @ApiProperty({ type: Sentence }) title!: Sentence;
  @ApiProperty({ description: 'Where it is read / 地址' }) path!: string;
}

export class ListsAnswer {
  @ApiProperty({ type: [ListSummary] }) lists!: ListSummary[];
  @ApiProperty({
    type: [RegisterTitle],
    description: 'Public too, entry by entry and without issues / 公开簿册，逐条公开，不分期',
  })
  registers!: RegisterTitle[];
}

/** Every list, and where it is read. */
export const everyList: ListsAnswer = {
  lists: publicLists.map(({ name, department, title }) => ({ list: name, department, title, path: `/lists/${name}` })),
  registers: registers.filter(({ readers }) => readers === 'everyone').map(titled),
};

const titles = new Map(publicLists.map(({ name, title }) => [name, title]));

/** What a list that exists is called. */
export const titleOf = (list: string): Sentence => titles.get(list)!;

/** The published lines, those listed since, and those taken off since, told apart. */
export function comparedLines(published: Issue | undefined, register: Register): StandingLine[] {
  const now = new Set(register.entries.map(({ caseId }) => caseId));
  const then = new Set(published?.entries.map(({ caseId }) => caseId));
  return [
    ...(published?.entries ?? []).map((line) => ({
      ...line,
      state: now.has(line.caseId) ? ('PUBLISHED' as const) : ('REMOVED_SINCE' as const),
    })),
    ...register.entries
      .filter(({ caseId }) => !then.has(caseId))
      .map((line) => ({ ...line, state: 'LISTED_SINCE' as const })),
  ];
}
