import { ApiProperty } from '@nestjs/swagger';
import { government } from '#contracts';
import { Reflecting, Sentence } from '../answers.js';

export class ExitsAnswer extends Reflecting {
  @ApiProperty({ example: '2021-H1' }) period!: string;
  @ApiProperty({ required: false, description: 'Only that bureau’s field / 部门' }) bureau?: string;
  @ApiProperty({ type: government.FrozenQuery, description: 'What it takes to ask this again / 查询' })
  frozen!: government.FrozenQuery;
  @ApiProperty({ description: 'Answers the same for ever / 固定链接' }) permalink!: string;
  @ApiProperty({ type: government.ExitContent, description: 'Hand this in as it is / 内容' })
  content!: government.ExitContent;
  @ApiProperty({ type: government.ExitTotals, description: 'Counted, not typed / 合计' })
  totals!: government.ExitTotals;
  @ApiProperty({ type: Sentence }) notice!: Sentence;
}

export class ComparedReturn {
  @ApiProperty({ description: '0 for the first, then the supplements / 第几次' }) number!: number;
  @ApiProperty({ type: government.FrozenQuery }) frozen!: government.FrozenQuery;
  @ApiProperty({ type: government.ExitTotals }) totals!: government.ExitTotals;
  @ApiProperty() signedOffBy!: string;
  @ApiProperty() isLate!: boolean;
  @ApiProperty({ description: 'The digest is that of the content handed in / 摘要与内容一致' }) digestMatches!: boolean;
  @ApiProperty({ description: 'The same query, asked again, finds the same / 与查询一致' }) queryMatches!: boolean;
  @ApiProperty({ description: 'It still holds by what is known now / 至今仍成立' }) stillHolds!: boolean;
  @ApiProperty({ type: government.ExitTotals, description: 'What the query finds when asked again / 查询所得' })
  found!: government.ExitTotals;
  @ApiProperty({ type: Sentence }) says!: Sentence;
}

export class ReturnAnswer extends Reflecting {
  @ApiProperty({ example: '2021-H1-ENR' }) id!: string;
  @ApiProperty({ required: false }) bureau?: string;
  @ApiProperty({ type: [ComparedReturn] }) returns!: ComparedReturn[];
}

export const NOTICE = {
  zh: '数字由台账事实计得；截至所示日期和位置，此后的更正以补充反馈反映',
  en: 'Counted from the facts of the ledger as of the day and position shown; later corrections make a supplementary return',
};

/** What a comparison comes to, in a sentence. */
export function verdict({
  digestMatches,
  queryMatches,
  stillHolds,
}: Pick<ComparedReturn, 'digestMatches' | 'queryMatches' | 'stillHolds'>): Sentence {
  if (!digestMatches) return { zh: '内容与其摘要不符', en: 'The content is not the one that its digest was made of' };
  if (!queryMatches)
    return { zh: '数字与台账查询不符', en: 'The figures are not those that the ledger gives to this query' };
  return stillHolds
    ? { zh: '与台账一致', en: 'It agrees with the ledger' }
    : { zh: '反馈时一致，此后台账有更正，应补充反馈', en: 'It agreed; the ledger has changed since: supplement it' };
}
