import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { decode, isId } from '#contracts';
import { EVENT_STORE, type EventStore } from '#event-store';
import { Caller, Needs, type Principal } from '#identity';
import { hasHappened, isKnown, READ_MODELS, rowAsOf, type ReadModels } from '#projection';
import { HttpProblem } from '#runtime';
import { AtAPlace, reached, reflects } from '../answering.js';
import { audienceOf, mayRead, readsAll, type Audience } from '../audience/audience.js';
import { labelOf } from '../labels.js';
import { clocksOf, parameters } from '../query.js';
import { Reflects } from '../reflects.js';
import { CaseAnswer, CaseHistory, entries, type Told } from './case-answer.js';
import { caseFile, type CaseFile } from './case.projection.js';

@ApiTags('Cases 案件')
@Controller('cases')
@Needs('read-cases')
export class CaseController {
  constructor(
    @Inject(READ_MODELS) private readonly models: ReadModels,
    @Inject(EVENT_STORE) private readonly store: EventStore,
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
    const clocks = clocksOf(query);
    const { row, ...answer } = await this.#file(caseId, query.atLeast);
    const isWhole = readsAll(audience) && Object.keys(clocks).length === 0;
    const facts = isWhole ? [] : (await this.#facts(row, audience)).map(({ fact }) => fact);
    const seen = isWhole ? { row, changedAt: answer.changedAt } : rowAsOf(caseFile, caseId, facts, clocks);
    if (!seen) throw unknown(caseId);
    const place = [audience.kind, ...Object.values(clocks)].join('-');
    if (reflects(request, reply, { ...answer, changedAt: seen.changedAt }, place)) return undefined;
    const { eventIds, milestones, ...file } = seen.row;
    const steps = milestones.map((step) => ({ ...step, says: labelOf(step.type)?.says }));
    return { position: answer.position, events: eventIds.length, ...file, milestones: steps };
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
    const answer = await this.#file(caseId, query.atLeast);
    if (reflects(request, reply, answer, [audience.kind, ...Object.values(clocks)].join('-'))) return undefined;
    const told = await this.#facts(answer.row, audience);
    if (told.length === 0) throw unknown(caseId);
    const known = told.filter(({ fact }) => isKnown(fact, clocks));
    const held = known.filter(({ fact }) => hasHappened(fact, clocks));
    return { position: answer.position, caseId, items: entries(held, told) };
  }

  /** The facts of a case that an audience may hear of; of sealed ones the government hears that they are there. */
  async #facts({ eventIds }: CaseFile, audience: Audience): Promise<Told[]> {
    const facts = (await this.store.find(eventIds)).map(decode);
    return facts.flatMap((fact): Told[] => {
      if (mayRead(audience, fact)) return [{ fact, sealed: false }];
      return readsAll(audience) && fact.visibility === 'sealed' ? [{ fact, sealed: true }] : [];
    });
  }

  async #file(caseId: string, atLeast: string | undefined) {
    await reached(this.models, caseFile, atLeast);
    const answer = isId(caseId) ? await this.models.of(caseFile).get(caseId) : undefined;
    if (answer?.row) return { ...answer, row: answer.row };
    throw unknown(caseId);
  }
}

const unknown = (caseId: string) =>
  new HttpProblem(
    404,
    'case/unknown',
    { zh: `台账中没有案件 ${caseId}`, en: `There is no case ${caseId} in the ledger` },
    {
      field: 'caseId',
      wayOut: {
        zh: '企业的案件列于其档案：GET /dossiers/{uscc}',
        en: 'The cases of an enterprise are in its dossier: GET /dossiers/{uscc}',
      },
    },
  );
