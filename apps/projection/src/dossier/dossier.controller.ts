import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller, Needs, Public, type Principal } from '#identity';
import { AtAPlace } from '../answering.js';
import { audienceOf } from '../audience/audience.js';
import { Reflects } from '../reflects.js';
import { partNames } from './contents.js';
import { DossierAnswer, DossierSection } from './dossier-answer.js';
import { DossierDiff } from './dossier-diff.js';
import { DossierReading } from './dossier-reading.js';

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
  constructor(@Inject(DossierReading) private readonly reading: DossierReading) {}

  @Get(':uscc')
  @ApiOperation({ summary: 'Everything the ledger holds about one enterprise / 企业档案' })
  @NamesDossier()
  @AtAPlace()
  @Reflects(DossierAnswer)
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
  @Reflects(DossierSection)
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
  @Reflects(DossierAnswer)
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
  @Reflects(DossierAnswer)
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
  @Reflects(DossierAnswer)
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
