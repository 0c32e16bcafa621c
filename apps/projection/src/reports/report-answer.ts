import { ApiProperty } from '@nestjs/swagger';
import { government } from '#contracts';
import { Reflecting, Sentence } from '../answers.js';
import type { ReportLine } from './report.js';

/** How a digest that somebody signed off stands to the ledger. */
export class Cited {
  @ApiProperty({ description: 'The same query finds the same at that position / 与当时查询一致' })
  queryMatches!: boolean;
  @ApiProperty({ description: 'It still holds by what is known now / 至今仍成立' }) stillHolds!: boolean;
  @ApiProperty({ type: Sentence }) says!: Sentence;
}

export class ReportAnswer extends Reflecting {
  @ApiProperty() report!: string;
  @ApiProperty({ type: Sentence }) title!: Sentence;
  @ApiProperty({ example: '2021' }) period!: string;
  @ApiProperty({ type: government.FrozenQuery, description: 'What it takes to ask this again / 查询' })
  frozen!: government.FrozenQuery;
  @ApiProperty({ description: 'Answers the same for ever / 固定链接' }) permalink!: string;
  @ApiProperty({ type: Cited, required: false, description: 'Only when a digest was given / 仅在给出摘要时' })
  cited?: Cited;
  @ApiProperty({ type: Object, description: 'What the lines come to / 统计' }) found!: object;
  @ApiProperty({ type: [Object], description: 'What counts, each with the fact that says so / 计入的事实' })
  lines!: readonly ReportLine[];
  @ApiProperty({ type: [Sentence] }) notes!: readonly Sentence[];
}

/** What a comparison with what was signed off comes to, in a sentence. */
export function citedAs(digest: string, then: string, now: string): Cited {
  const [queryMatches, stillHolds] = [digest === then, digest === now];
  const says = !queryMatches
    ? { zh: '与台账查询不符', en: 'It is not what the ledger gives to this query' }
    : stillHolds
      ? { zh: '与台账一致', en: 'It agrees with the ledger' }
      : { zh: '当时一致，此后台账有更正', en: 'It agreed then; the ledger has changed since' };
  return { queryMatches, stillHolds, says };
}
