import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { areaCodes, halfWidth, industryCodes } from '#codes';
import { decode } from '#contracts';
import { CLOCK, EVENT_STORE, type Clock, type EventStore } from '#event-store';
import { Needs } from '#identity';
import { heldAndKnown, READ_MODELS, type Condition, type ReadModels } from '#projection';
import { HttpProblem } from '#runtime';
import { reached, reflects } from '../answering.js';
import { clocksOf, cursorAt, oneOf, parameters, placeOf, whole } from '../query.js';
import { Reflects } from '../reflects.js';
import { DossierAnswer, DossierPage, presented, summary } from './dossier-answer.js';
import { changesBetween, compared, DossierDiff, factsBetween } from './dossier-diff.js';
import { dossier, statuses } from './dossier.projection.js';
import { dossierAt, mustNameDossier, unknown, type Ground } from './dossier-at.js';

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
  @Reflects(DossierPage)
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
  @Reflects(DossierAnswer)
  async one(
    @Param('uscc') id: string,
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DossierAnswer | undefined> {
    mustNameDossier(id);
    const query = parameters(given, 'atLeast', 'asOf', 'asKnownAt');
    await reached(this.models, dossier, query.atLeast ?? clocksOf(query).knownUpTo?.toString());
    const then = await dossierAt(this.#ground, id, query);
    if (!then.row) throw unknown(id, then, !query.asOf && !query.asKnownAt);
    if (reflects(request, reply, then.reflected, then.mark)) return undefined;
    return presented(id, then.row, then);
  }

  @Get(':uscc/diff')
  @ApiOperation({ summary: 'What changed between two places on both clocks / 两个时点之间的变化' })
  @ApiParam({ name: 'uscc', example: '91441322MA00TT0126' })
  @ApiQuery({ name: 'from', required: false, description: 'Legal time of the first side / 前一侧法律时间' })
  @ApiQuery({ name: 'to', required: false, description: 'Legal time of the second; now unless said / 后一侧法律时间' })
  @ApiQuery({
    name: 'fromKnownAt',
    required: false,
    description: 'Ledger time or position of the first / 前一侧台账时间',
  })
  @ApiQuery({
    name: 'toKnownAt',
    required: false,
    description: 'The same of the second; now unless said / 后一侧台账时间',
  })
  @ApiQuery({ name: 'atLeast', required: false })
  @ApiOkResponse({ type: DossierDiff })
  async diff(@Param('uscc') id: string, @Query() given: Record<string, unknown>): Promise<DossierDiff> {
    mustNameDossier(id);
    const query = parameters(given, 'from', 'to', 'fromKnownAt', 'toKnownAt', 'atLeast');
    const sides = [
      { asOf: query.from, asKnownAt: query.fromKnownAt },
      { asOf: query.to, asKnownAt: query.toKnownAt },
    ] as const;
    if (!query.from && !query.fromKnownAt) throw oneSided();
    const known = sides.map((side) => clocksOf(side).knownUpTo ?? 0);
    await reached(this.models, dossier, query.atLeast ?? String(Math.max(...known)));
    const now = await dossierAt(this.#ground, id, {});
    if (!now.row) throw unknown(id, now, true);
    const [from, to] = await Promise.all([
      dossierAt(this.#ground, id, sides[0]),
      dossierAt(this.#ground, id, sides[1]),
    ]);
    const [before, after] = [from, to].map((side) => side.row && presented(id, side.row, side));
    const facts = (await this.store.find(now.row.facts)).map(decode);
    const [had, has] = sides.map((side) => heldAndKnown(facts, clocksOf(side)));
    return {
      position: now.reflected.position,
      id,
      from: { asOf: from.asOf ?? null, asKnownAt: from.asKnownAt, permalink: before?.permalink ?? null },
      to: { asOf: to.asOf ?? null, asKnownAt: to.asKnownAt, permalink: after?.permalink ?? null },
      changes: changesBetween(compared(before), compared(after)),
      facts: factsBetween(had!, has!),
    };
  }

  get #ground(): Ground {
    return { models: this.models, store: this.store, clock: this.clock };
  }
}

const oneSided = () =>
  new HttpProblem(
    400,
    'query/parameter-missing',
    { zh: '请给出 from 或 fromKnownAt', en: 'Say from which time on: from, or fromKnownAt' },
    { field: 'from', wayOut: { zh: '例如：from=2021-06-30', en: 'For example: from=2021-06-30' } },
  );

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
