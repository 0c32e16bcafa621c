import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Needs } from '#identity';
import { READ_MODELS, type ReadModels } from '#projection';
import { reached } from '../answering.js';
import { Reflecting } from '../answers.js';
import { oneOf, parameters, whole } from '../query.js';
import { creditRecord } from './credit-record.projection.js';
import { kinds } from './feed-item.js';
import { placeAfter, positionAfter } from './feed-place.js';
import { standingOf, standings } from './sent-items.js';

export class DeliveriesAnswer extends Reflecting {
  @ApiProperty({
    type: [Object],
    description: 'Records that were handed out, with what each platform was sent last and answered / 送达情况',
  })
  items!: object[];
  @ApiProperty({ description: 'Give it as after to go on; never expires / 下次的 after' }) next!: string;
}

@ApiTags('Credit feed 信用数据')
@Controller('feeds/credit/deliveries')
export class DeliveryController {
  constructor(@Inject(READ_MODELS) private readonly models: ReadModels) {}

  @Get()
  @Needs('read-credit-feed', 'operate', 'department:credit:post')
  @ApiOperation({
    summary: 'Which records were acknowledged, sent back or not answered yet / 签收、退回与未回执的记录',
  })
  @ApiQuery({
    name: 'standing',
    required: false,
    enum: standings,
    description: 'Only records that stand so / 送达状态',
  })
  @ApiQuery({ name: 'kind', required: false, enum: kinds })
  @ApiQuery({ name: 'after', required: false, description: 'next of the answer before; from the start without / 游标' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 1000, 100 unless said' })
  @ApiQuery({ name: 'atLeast', required: false })
  @ApiOkResponse({ type: DeliveriesAnswer })
  async read(
    @Query() given: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeliveriesAnswer> {
    const query = parameters(given, 'standing', 'kind', 'after', 'limit', 'atLeast');
    const asked = { standing: oneOf('standing', query.standing, standings), kind: oneOf('kind', query.kind, kinds) };
    const limit = whole('limit', query.limit, { min: 1, max: 1_000, otherwise: 100 });
    const after = positionAfter(query.after);
    await reached(this.models, creditRecord, query.atLeast);
    const where = [
      ...Object.entries(asked).flatMap(([column, is]) => (is === undefined ? [] : [{ column, is }])),
      { column: 'leaves', is: true },
      { column: 'position', after },
    ];
    const { position, rows } = await this.models.of(creditRecord).page({ where, orderBy: ['position'], limit });
    const next = placeAfter(rows.at(-1)?.row.item?.position ?? after);
    void reply.headers({ 'taizhang-position': String(position), 'taizhang-next': next, 'cache-control': 'no-store' });
    const items = rows.map(({ row: { item, sent } }) => ({
      recordId: item!.recordId,
      kind: item!.kind,
      uscc: item!.uscc,
      standing: standingOf(sent),
      sent,
    }));
    return { position, items, next };
  }
}
