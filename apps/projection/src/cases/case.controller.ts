import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EVENT_STORE, type EventStore } from '#event-store';
import { Caller, Needs, type Principal } from '#identity';
import { hasHappened, isKnown, READ_MODELS, type ReadModels } from '#projection';
import { AtAPlace, reflects } from '../answering.js';
import { audienceOf, type Audience } from '../audience/audience.js';
import { clocksOf, parameters, type Place } from '../query.js';
import { Reflects } from '../reflects.js';
import { CaseAnswer, CaseHistory, entries } from './case-answer.js';
import { caseAt, fileOf, presentedCase, toldTo, unknown } from './case-at.js';

@ApiTags('Cases 案件')
@Controller('cases')
@Needs('read-cases')
export class CaseController {
  constructor(
    @Inject(READ_MODELS) readonly models: ReadModels,
    @Inject(EVENT_STORE) readonly store: EventStore,
  ) {}

  @Get(':caseId')
  @ApiOperation({ summary: 'Where a case stands / 案件现状' })
  @ApiParam({ name: 'caseId', example: 'EN-2021-001' })
  @AtAPlace()
  @Reflects(CaseAnswer)
  async one(
    @Param('caseId') caseId: string,
    @Query() given: Record<string, unknown>,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseAnswer | undefined> {
    const query = parameters(given, 'asOf', 'asKnownAt', 'atLeast');
    const audience = audienceOf(caller);
    const { row, ...reflected } = await caseAt(this, caseId, query, audience);
    if (reflects(request, reply, reflected, placeOf(audience, query))) return undefined;
    return presentedCase(row, reflected.position);
  }

  @Get(':caseId/history')
  @ApiOperation({ summary: 'Every fact of a case, on both clocks, with what it rests on / 案件全部事实' })
  @ApiParam({ name: 'caseId', example: 'EN-2021-001' })
  @AtAPlace()
  @Reflects(CaseHistory)
  async history(
    @Param('caseId') caseId: string,
    @Query() given: Record<string, unknown>,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseHistory | undefined> {
    const query = parameters(given, 'asOf', 'asKnownAt', 'atLeast');
    const clocks = clocksOf(query);
    const audience = audienceOf(caller);
    const answer = await fileOf(this.models, caseId, query.atLeast);
    if (reflects(request, reply, answer, placeOf(audience, query))) return undefined;
    const told = await toldTo(audience, answer.row, this.store);
    if (told.length === 0) throw unknown(caseId);
    const known = told.filter(({ fact }) => isKnown(fact, clocks));
    const held = known.filter(({ fact }) => hasHappened(fact, clocks));
    return { position: answer.position, caseId, items: entries(held, told) };
  }
}

/** Tells apart what was asked for in an ETag. */
const placeOf = ({ kind }: Audience, query: Place): string => [kind, ...Object.values(clocksOf(query))].join('-');
