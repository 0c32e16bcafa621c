import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { decode, isId } from '#contracts';
import { EVENT_STORE, type EventStore } from '#event-store';
import { Needs } from '#identity';
import { READ_MODELS, type ReadModels } from '#projection';
import { HttpProblem } from '#runtime';
import { reached, reflects } from '../answering.js';
import { labelOf } from '../labels.js';
import { clocksOf, parameters } from '../query.js';
import { Reflects } from '../reflects.js';
import { CaseAnswer, CaseHistory, entry } from './case-answer.js';
import { caseFile } from './case.projection.js';

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
  @ApiQuery({ name: 'atLeast', required: false })
  @Reflects(CaseAnswer)
  async one(
    @Param('caseId') caseId: string,
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseAnswer | undefined> {
    const answer = await this.#file(caseId, parameters(given, 'atLeast').atLeast);
    if (reflects(request, reply, answer)) return undefined;
    const { eventIds, milestones, ...file } = answer.row;
    const steps = milestones.map((step) => ({ ...step, says: labelOf(step.type)?.says }));
    return { position: answer.position, events: eventIds.length, ...file, milestones: steps };
  }

  @Get(':caseId/history')
  @ApiOperation({ summary: 'Every fact of a case, on both clocks, with what it rests on / 案件全部事实' })
  @ApiQuery({ name: 'asOf', required: false, description: 'What had happened by law until then / 法律时间截至' })
  @ApiQuery({
    name: 'asKnownAt',
    required: false,
    description: 'What was recorded until then: a day, an instant or a position / 台账时间截至',
  })
  @ApiQuery({ name: 'atLeast', required: false })
  @Reflects(CaseHistory)
  async history(
    @Param('caseId') caseId: string,
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseHistory | undefined> {
    const query = parameters(given, 'asOf', 'asKnownAt', 'atLeast');
    const { asOf = Infinity, asKnownAt = Infinity, knownUpTo = Infinity } = clocksOf(query);
    const answer = await this.#file(caseId, query.atLeast);
    if (reflects(request, reply, answer)) return undefined;
    const facts = (await this.store.find(answer.row.eventIds)).map(decode);
    const corrections = new Map(facts.flatMap(({ id, correctionOf }) => (correctionOf ? [[correctionOf, id]] : [])));
    const known = facts.filter(
      ({ occurredAt, recordedAt, position }) =>
        Date.parse(occurredAt) <= asOf && Date.parse(recordedAt) <= asKnownAt && position <= knownUpTo,
    );
    return { position: answer.position, caseId, items: known.map((fact) => entry(fact, corrections.get(fact.id))) };
  }

  async #file(caseId: string, atLeast: string | undefined) {
    await reached(this.models, caseFile, atLeast);
    const answer = isId(caseId) ? await this.models.of(caseFile).get(caseId) : undefined;
    if (answer?.row) return { ...answer, row: answer.row };
    throw new HttpProblem(
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
  }
}
