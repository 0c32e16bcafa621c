import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { areaCodes, halfWidth, industryCodes } from '#codes';
import { Caller, Needs, Public, type Principal } from '#identity';
import { READ_MODELS, type Condition, type ReadModels } from '#projection';
import { AtAPlace, reached, reflects } from '../answering.js';
import { audienceOf } from '../audience/audience.js';
import { cursorAt, oneOf, parameters, placeOf, whole as wholeNumber } from '../query.js';
import { partNames } from './contents.js';
import { DossierAnswer, DossierPage, DossierSection, summary } from './dossier-answer.js';
import { DossierDiff } from './dossier-diff.js';
import { DossierReading } from './dossier-reading.js';
import { dossier, statuses, whole } from './dossier.projection.js';

const NamesDossier = () =>
  ApiParam({
    name: 'uscc',
    example: '91441322MA00TT0126',
    description: 'Code, or target:<number> of a look-back target without one / 统一社会信用代码',
  });

@ApiTags('Dossiers 档案')
@Controller('dossiers')
@Needs('read-dossiers')
export class DossierController {
  constructor(
    @Inject(READ_MODELS) private readonly models: ReadModels,
    @Inject(DossierReading) private readonly reading: DossierReading,
  ) {}

  /** What is found, and how it stands, tells of facts that are not public. */
  @Get()
  @Needs('read-government')
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
    const limit = wholeNumber('limit', query.limit, { min: 1, max: 200, otherwise: 50 });
    const after = placeOf('cursor', query.cursor, 1);
    const where = conditions(query);
    await reached(this.models, dossier, query.atLeast);
    const page = await this.models.of(dossier).page({ where, after, limit: limit + 1 });
    if (reflects(request, reply, page)) return undefined;
    const rows = page.rows.slice(0, limit);
    const more = page.rows.length > limit;
    return {
      position: page.position,
      items: rows.map(({ key, row }) => summary(key, whole(row))),
      next: more ? cursorAt([rows.at(-1)!.key]) : null,
    };
  }

  @Get(':uscc')
  @ApiOperation({ summary: 'Everything the ledger holds about one enterprise / 企业档案' })
  @NamesDossier()
  @AtAPlace()
  @ApiOkResponse({ type: DossierAnswer })
  one(
    @Param('uscc') id: string,
    @Query() given: Record<string, unknown>,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DossierAnswer | undefined> {
    return this.reading.whole({ id, given, audience: audienceOf(caller) }, request, reply);
  }

  @Get(':uscc/sections/:section')
  @ApiOperation({ summary: 'One section of a dossier / 档案的一个部分' })
  @NamesDossier()
  @ApiParam({ name: 'section', enum: partNames })
  @AtAPlace()
  @ApiOkResponse({ type: DossierSection })
  section(
    @Param('uscc') id: string,
    @Param('section') section: string,
    @Query() given: Record<string, unknown>,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DossierSection | undefined> {
    return this.reading.section({ id, given, audience: audienceOf(caller) }, section, request, reply);
  }

  @Get(':uscc/sites/:site')
  @ApiOperation({ summary: 'What the ledger holds about one site of an enterprise / 场所档案' })
  @NamesDossier()
  @ApiParam({ name: 'site', example: '91441322MA00TT0126001P', description: 'HJ 608-2017 code / 场所编码' })
  @AtAPlace()
  @ApiOkResponse({ type: DossierAnswer })
  site(
    @Param('uscc') id: string,
    @Param('site') siteCode: string,
    @Query() given: Record<string, unknown>,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DossierAnswer | undefined> {
    return this.reading.whole({ id, given, audience: audienceOf(caller), siteCode }, request, reply);
  }

  @Get(':uscc/diff')
  @ApiOperation({ summary: 'What changed between two places on both clocks / 两个时点之间的变化' })
  @NamesDossier()
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
  @ApiQuery({ name: 'atLeast', required: false, description: 'Wait until this position is reflected / 至少反映的位置' })
  @ApiOkResponse({ type: DossierDiff })
  diff(
    @Param('uscc') id: string,
    @Query() given: Record<string, unknown>,
    @Caller() caller: Principal,
  ): Promise<DossierDiff> {
    return this.reading.diff({ id, given, audience: audienceOf(caller) });
  }
}

/** What is public of a dossier: no token is asked for. */
@ApiTags('Dossiers 档案')
@Controller('dossiers/public')
@Public()
export class PublicDossierController {
  constructor(@Inject(DossierReading) private readonly reading: DossierReading) {}

  @Get(':uscc')
  @ApiOperation({ summary: 'What is public about one enterprise / 企业公开档案' })
  @NamesDossier()
  @AtAPlace()
  @ApiOkResponse({ type: DossierAnswer })
  one(
    @Param('uscc') id: string,
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DossierAnswer | undefined> {
    return this.reading.whole({ id, given, audience: audienceOf(undefined) }, request, reply);
  }

  @Get(':uscc/sites/:site')
  @ApiOperation({ summary: 'What is public about one site of an enterprise / 场所公开档案' })
  @NamesDossier()
  @ApiParam({ name: 'site', example: '91441322MA00TT0126001P', description: 'HJ 608-2017 code / 场所编码' })
  @AtAPlace()
  @ApiOkResponse({ type: DossierAnswer })
  site(
    @Param('uscc') id: string,
    @Param('site') siteCode: string,
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DossierAnswer | undefined> {
    return this.reading.whole({ id, given, audience: audienceOf(undefined), siteCode }, request, reply);
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
