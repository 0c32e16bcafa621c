import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { areaCodes, checkUscc, halfWidth, industryCodes } from '#codes';
import { CLOCK, EVENT_STORE, type Clock, type EventStore } from '#event-store';
import { Needs } from '#identity';
import { READ_MODELS, type Condition, type ReadModels } from '#projection';
import { HttpProblem } from '#runtime';
import { reached, reflects } from '../answering.js';
import { clocksOf, cursorAt, oneOf, parameters, placeOf, whole } from '../query.js';
import { DossierAnswer, DossierPage, presented, summary } from './dossier-answer.js';
import { dossier, statuses } from './dossier.projection.js';
import { dossiersAsOf } from './dossiers-as-of.js';
import { inheritanceOf } from './inherited.js';

const TARGET = /^target:[A-Za-z0-9][A-Za-z0-9._~-]{0,63}$/;

@ApiTags('Dossiers 档案')
@Controller('dossiers')
@Needs('read-dossiers')
export class DossierController {
  constructor(
    @Inject(READ_MODELS) private readonly models: ReadModels,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Search enterprises / 检索企业' })
  @ApiQuery({ name: 'q', required: false, description: 'Part of a name (also a former one) or of a code / 名称或代码' })
  @ApiQuery({ name: 'county', required: false, enum: areaCodes })
  @ApiQuery({ name: 'industry', required: false, description: 'GB/T 4754-2017 class / 行业代码' })
  @ApiQuery({ name: 'status', required: false, enum: statuses })
  @ApiQuery({ name: 'cursor', required: false, description: 'next of the page before; never expires / 游标' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200, 50 unless said / 每页条数' })
  @ApiQuery({ name: 'atLeast', required: false, description: 'Wait until this position is reflected / 至少反映的位置' })
  @ApiOkResponse({ type: DossierPage })
  async search(
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DossierPage | undefined> {
    const query = parameters(given, 'q', 'county', 'industry', 'status', 'cursor', 'limit', 'atLeast');
    const limit = whole('limit', query.limit, { min: 1, max: 200, otherwise: 50 });
    const after = placeOf('cursor', query.cursor, 1);
    const where = conditions(query);
    await reached(this.models, dossier, query.atLeast);
    const page = await this.models.of(dossier).page({ where, after, limit: limit + 1 });
    if (reflects(request, reply, page)) return undefined;
    const rows = page.rows.slice(0, limit);
    const more = page.rows.length > limit;
    return { position: page.position, items: rows.map(summary), next: more ? cursorAt([rows.at(-1)!.key]) : null };
  }

  @Get(':uscc')
  @ApiOperation({ summary: 'Everything the ledger holds about one enterprise / 企业档案' })
  @ApiParam({
    name: 'uscc',
    example: '91441322MA00TT0126',
    description: 'Code, or target:<number> of a look-back target without one',
  })
  @ApiQuery({ name: 'asOf', required: false, description: 'What held by law then: a day or an instant / 法律时间截至' })
  @ApiQuery({
    name: 'asKnownAt',
    required: false,
    description: 'What was recorded by then: a day, an instant or a position / 台账时间截至',
  })
  @ApiQuery({ name: 'atLeast', required: false, description: 'Wait until this position is reflected / 至少反映的位置' })
  @ApiOkResponse({ type: DossierAnswer })
  async one(
    @Param('uscc') id: string,
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DossierAnswer | undefined> {
    const complaint = TARGET.test(id) ? undefined : checkUscc(id);
    if (complaint)
      throw new HttpProblem(
        404,
        'dossier/code-malformed',
        {
          zh: `“${id}”不是有效的统一社会信用代码：${complaint[0]}`,
          en: `${id} is no unified social credit code: ${complaint[1]}`,
        },
        { field: 'uscc', wayOut: { zh: '可按名称检索：GET /dossiers?q=', en: 'Search by name: GET /dossiers?q=' } },
      );
    const query = parameters(given, 'atLeast', 'asOf', 'asKnownAt');
    const clocks = clocksOf(query);
    await reached(this.models, dossier, query.atLeast ?? clocks.knownUpTo?.toString());
    const now = this.models.of(dossier);
    const isNow = Object.keys(clocks).length === 0;
    const dossiers = isNow ? now : dossiersAsOf(now, this.store, clocks);
    const answer = await dossiers.get(id);
    if (!answer.row) throw unknown(id, answer.position, isNow);
    const { inherited, changedAt } = await inheritanceOf(dossiers, id, answer.row);
    // A time that is not over is pinned to the position, so that the link gives the same for ever.
    const isOver = clocks.knownUpTo !== undefined || (clocks.asKnownAt ?? Infinity) < this.clock.now();
    const asKnownAt = isOver ? query.asKnownAt! : String(answer.position);
    const besides = [...(inherited.length > 0 ? [changedAt] : []), ...Object.values(clocks)].join('-');
    if (reflects(request, reply, answer, besides)) return undefined;
    return presented(id, answer.row, answer, { inherited, asOf: query.asOf, asKnownAt });
  }
}

function conditions({
  q,
  county,
  industry,
  status,
}: Partial<Record<'q' | 'county' | 'industry' | 'status', string>>): Condition[] {
  const exact = {
    county: oneOf('county', county, areaCodes),
    industry: oneOf('industry', industry, industryCodes),
    status: oneOf('status', status, statuses),
  };
  const words = halfWidth(q ?? '')
    .trim()
    .toLowerCase()
    .slice(0, 200)
    .replaceAll('\0', '');
  return [
    ...Object.entries(exact).flatMap(([column, is]) => (is === undefined ? [] : [{ column, is }])),
    ...(words === '' ? [] : [{ column: 'search', contains: words }]),
  ];
}

const unknown = (id: string, position: number, isNow: boolean) =>
  new HttpProblem(
    404,
    isNow ? 'dossier/unknown' : 'dossier/unknown-then',
    isNow
      ? {
          zh: `代码有效，但台账截至第 ${position} 号没有关于 ${id} 的记录；这不表示合规`,
          en: `${id} is well formed, but up to position ${position} the ledger holds nothing about it; that does not mean compliance`,
        }
      : {
          zh: `按所示时间，台账没有关于 ${id} 的记录；这不表示合规`,
          en: `At that time the ledger held nothing about ${id}; that does not mean compliance`,
        },
    {
      wayOut: isNow
        ? { zh: '可按名称检索：GET /dossiers?q=', en: 'Search by name: GET /dossiers?q=' }
        : { zh: '去掉 asOf、asKnownAt 查看现在', en: 'Leave out asOf and asKnownAt to see it as it is now' },
      facts: { position },
    },
  );
