import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Needs } from '#identity';
import { READ_MODELS, type ReadModels } from '#projection';
import { reached } from '../answering.js';
import { Reflecting } from '../answers.js';
import { cursorAt, parameters, whole } from '../query.js';
import { feedKey } from './feed-item.js';
import { positionAfter } from './feed-place.js';
import { creditNotice } from './credit-notice.projection.js';
import { noticeEvent } from './notice-event.js';

export class CreditNoticesAnswer extends Reflecting {
  @ApiProperty({ type: [Object], description: 'CloudEvents 1.0, in order / 条目' }) items!: object[];
  @ApiProperty({ description: 'Give it as after to go on; never expires / 下次的 after' }) next!: string;
}

@ApiTags('Credit feed 信用数据')
@Controller('feeds/credit/notices')
export class CreditNoticeController {
  constructor(@Inject(READ_MODELS) private readonly models: ReadModels) {}

  @Get()
  @Needs('read-credit-feed')
  @ApiOperation({ summary: 'Restrictions, promises and challenges, in order / 信用约束、信用承诺与救济标注' })
  @ApiQuery({ name: 'after', required: false, description: 'next of the answer before; from the start without / 游标' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 1000, 100 unless said' })
  @ApiQuery({ name: 'atLeast', required: false })
  @ApiOkResponse({ type: CreditNoticesAnswer })
  async read(
    @Query() given: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CreditNoticesAnswer> {
    const query = parameters(given, 'after', 'limit', 'atLeast');
    const limit = whole('limit', query.limit, { min: 1, max: 1_000, otherwise: 100 });
    const after = feedKey(positionAfter(query.after));
    await reached(this.models, creditNotice, query.atLeast);
    const { position, rows } = await this.models.of(creditNotice).page({ after: [after], limit });
    const next = cursorAt([rows.at(-1)?.key ?? after]);
    void reply.headers({ 'taizhang-position': String(position), 'taizhang-next': next, 'cache-control': 'no-store' });
    return { position, items: rows.map(({ row }) => noticeEvent(row)), next };
  }
}
