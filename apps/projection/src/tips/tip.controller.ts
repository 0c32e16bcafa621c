import { Controller, Get, Header, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { areaCodes } from '#codes';
import { isId } from '#contracts';
import { CLOCK, type Clock } from '#event-store';
import { Needs } from '#identity';
import { dayOf, ruleOn } from '#law';
import { READ_MODELS, type AsOf, type Condition, type Keyed, type ReadModels } from '#projection';
import { HttpProblem } from '#runtime';
import { reached, reflects } from '../answering.js';
import { pagesOf } from '../pages.js';
import { cursorAt, oneOf, parameters, placeOf, whole } from '../query.js';
import { Reflects } from '../reflects.js';
import { CSV, formatOf, formats, handedOut, XLSX } from '../tables/handed-out.js';
import { OneTip, tipAnswer, TipCounts, TipPage } from './tip-answer.js';
import { tipCounts } from './tip-counts.js';
import { tipTable } from './tip-table.js';
import { tipRegister, type TipEntry } from './tip.projection.js';

const PAGE = 500;

/** Tips, for those who deal with them; and how many there were, for those who watch over the plan. */
@ApiTags('Tips 举报')
@Controller('tips')
export class TipController {
  constructor(
    @Inject(READ_MODELS) private readonly models: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Needs('read-tips')
  @ApiOperation({ summary: 'The sealed register of tips / 举报簿册（密封）' })
  @ApiProduces('application/json', CSV, XLSX)
  @ApiQuery({ name: 'format', required: false, enum: formats, description: 'A file has every tip that matches / 格式' })
  @ApiQuery({ name: 'state', required: false })
  @ApiQuery({ name: 'county', required: false, enum: areaCodes })
  @ApiQuery({ name: 'handler', required: false })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 500, 100 unless said' })
  @ApiQuery({ name: 'atLeast', required: false })
  @Reflects(TipPage)
  async page(
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TipPage | string | Buffer | undefined> {
    const query = parameters(given, 'state', 'county', 'handler', 'cursor', 'limit', 'atLeast', 'format');
    const format = formatOf(request, query.format);
    const limit = whole('limit', query.limit, { min: 1, max: PAGE, otherwise: 100 });
    const after = placeOf('cursor', query.cursor, 1);
    const county = oneOf('county', query.county, areaCodes);
    const where: Condition[] = [
      ...(county ? [{ column: 'county', is: county }] : []),
      ...(query.state ? [{ column: 'state', is: query.state.replaceAll('\0', '') }] : []),
      ...(query.handler ? [{ column: 'handler', is: query.handler.replaceAll('\0', '') }] : []),
    ];
    await reached(this.models, tipRegister, query.atLeast);
    if (format !== 'json') {
      const { asOf, rows } = await this.#all(where);
      if (reflects(request, reply, asOf, format)) return undefined;
      return handedOut(reply, format, tipTable(asOf.position, rows));
    }
    const found = await this.models.of(tipRegister).page({ where, after, limit: limit + 1 });
    if (reflects(request, reply, found)) return undefined;
    const rows = found.rows.slice(0, limit);
    const next = found.rows.length > limit ? cursorAt([rows.at(-1)!.key]) : null;
    return { position: found.position, items: rows.map(tipAnswer), next };
  }

  @Get('statistics')
  @Needs('read-tip-statistics')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'How many tips, by area and half-year, none told where there were few / 举报统计' })
  @ApiOkResponse({ type: TipCounts })
  async counts(@Query() given: Record<string, unknown>): Promise<TipCounts> {
    parameters(given, 'atLeast');
    const today = dayOf(new Date(this.clock.now()).toISOString());
    const { rows } = await this.#all();
    const { amount: least } = ruleOn('hotline/least-count', today);
    return {
      least,
      counts: tipCounts(
        rows.map(({ row }) => row),
        today,
        least,
      ),
    };
  }

  @Get(':tipId')
  @Needs('read-tips')
  @ApiOperation({ summary: 'One tip / 单件举报' })
  @ApiQuery({ name: 'atLeast', required: false })
  @Reflects(OneTip)
  async one(
    @Param('tipId') tipId: string,
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OneTip | undefined> {
    await reached(this.models, tipRegister, parameters(given, 'atLeast').atLeast);
    const { row, ...asOf } = isId(tipId) ? await this.models.of(tipRegister).get(tipId) : {};
    if (!row)
      throw new HttpProblem(
        404,
        'tip/unknown',
        { zh: '没有这件举报', en: 'There is no such tip' },
        { wayOut: { zh: '簿册见 /tips', en: 'The register: /tips' } },
      );
    if (reflects(request, reply, asOf as never)) return undefined;
    return { position: (asOf as { position: number }).position, tip: tipAnswer({ key: tipId, row }) };
  }

  async #all(where: readonly Condition[] = []) {
    const rows: Keyed<TipEntry>[] = [];
    let asOf: AsOf | undefined;
    for await (const page of pagesOf(this.models.of(tipRegister), where)) {
      asOf ??= page;
      rows.push(...(page.rows as readonly Keyed<TipEntry>[]));
    }
    return { asOf: asOf!, rows };
  }
}
