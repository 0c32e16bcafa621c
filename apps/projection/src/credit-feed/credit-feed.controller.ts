import { Controller, Get, Inject, Optional, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Needs } from '#identity';
import { READ_MODELS, type ReadModels } from '#projection';
import { DRAINING, Draining } from '#runtime';
import { reached, wants } from '../answering.js';
import { Reflecting } from '../answers.js';
import { cursorAt, parameters, whole } from '../query.js';
import { cloudEvent } from './cloud-event.js';
import { creditFeed } from './credit-feed.projection.js';
import { creditRecord } from './credit-record.projection.js';
import { feedKey } from './feed-item.js';
import { positionAfter } from './feed-place.js';

const BATCH = 'application/cloudevents-batch+json';
const MOST_WAIT_S = 60;

export class CreditFeedAnswer extends Reflecting {
  @ApiProperty({ type: [Object], description: 'CloudEvents 1.0, in order / 条目' }) items!: object[];
  @ApiProperty({ description: 'Give it as after to go on; never expires / 下次的 after' }) next!: string;
}

export class RefusedItems extends Reflecting {
  @ApiProperty({ type: [Object], description: 'Records that break the standard, with field and rule / 未通过校验' })
  items!: object[];
}

@ApiTags('Credit feed 信用数据')
@Controller('feeds/credit')
export class CreditFeedController {
  constructor(
    @Inject(READ_MODELS) private readonly models: ReadModels,
    @Optional() @Inject(DRAINING) private readonly draining?: Draining,
  ) {}

  @Get()
  @Needs('read-credit-feed')
  @ApiOperation({ summary: 'What to show, correct and stop showing, in order / 信用数据流' })
  @ApiQuery({ name: 'after', required: false, description: 'next of the answer before; from the start without / 游标' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 1000, 100 unless said' })
  @ApiQuery({
    name: 'wait',
    required: false,
    description: 'Seconds to wait when there is nothing yet, at most 60 / 等待秒数',
  })
  @ApiQuery({ name: 'atLeast', required: false })
  @ApiProduces('application/json', BATCH)
  @ApiOkResponse({ type: CreditFeedAnswer })
  async read(
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CreditFeedAnswer | object[]> {
    const query = parameters(given, 'after', 'limit', 'wait', 'atLeast');
    const limit = whole('limit', query.limit, { min: 1, max: 1_000, otherwise: 100 });
    const waitMs = 1_000 * whole('wait', query.wait, { min: 0, max: MOST_WAIT_S, otherwise: 0 });
    const after = feedKey(positionAfter(query.after));
    await reached(this.models, creditFeed, query.atLeast);
    const { position, items } = await this.#next(after, limit, Date.now() + waitMs, reply);
    const next = cursorAt([items.at(-1)?.key ?? after]);
    const events = items.map(({ row }) => cloudEvent(row));
    void reply.headers({
      'taizhang-position': String(position),
      'taizhang-next': next,
      'cache-control': 'no-store',
      vary: 'accept',
    });
    if (!wants(request, BATCH)) return { position, items: events, next };
    void reply.headers({
      'content-type': `${BATCH}; charset=utf-8`,
      link: `</feeds/credit?after=${next}>; rel="next"`,
    });
    return events;
  }

  @Get('refused')
  @Needs('operate', 'auditor')
  @ApiOperation({ summary: 'Records that did not leave, with the field and the rule / 未通过校验的记录' })
  @ApiOkResponse({ type: RefusedItems })
  async refused(@Res({ passthrough: true }) reply: FastifyReply): Promise<RefusedItems> {
    const where = [{ column: 'refused', is: true }];
    const [told, held] = await Promise.all([
      this.models.of(creditFeed).page({ where, limit: 1_000 }),
      this.models.of(creditRecord).page({ where, limit: 1_000 }),
    ]);
    const position = Math.min(told.position, held.position);
    void reply.header('taizhang-position', String(position));
    const refused = new Map(
      [...told.rows.map(({ row }) => row), ...held.rows.flatMap(({ row }) => row.refused ?? [])].map(
        ({ eventId, recordId, kind, type, recordedAt, faults }) =>
          [eventId, { eventId, recordId, kind, type, recordedAt, faults }] as const,
      ),
    );
    return { position, items: [...refused.values()] };
  }

  /** The items after a place; when there are none, those that come before the deadline. */
  async #next(after: string, limit: number, deadline: number, reply: FastifyReply) {
    const gone = new AbortController();
    const leave = () => gone.abort();
    reply.raw.once('close', leave);
    const signal = this.draining ? AbortSignal.any([gone.signal, this.draining.signal]) : gone.signal;
    try {
      for (;;) {
        const where = [{ column: 'refused', is: false }];
        const page = await this.models.of(creditFeed).page({ where, after: [after], limit });
        const left = deadline - Date.now();
        const { position, rows: items } = page;
        if (items.length > 0 || left <= 0 || signal.aborted) return { position, items };
        await this.models.changed(creditFeed.name, page.changedAt, left, signal);
      }
    } finally {
      reply.raw.off('close', leave);
    }
  }
}
