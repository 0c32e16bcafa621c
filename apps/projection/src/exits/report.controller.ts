import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { government } from '#contracts';
import { CLOCK, type Clock } from '#event-store';
import { Needs } from '#identity';
import { dayOf } from '#law';
import { exitTotals } from '#procedure';
import { READ_MODELS, type ReadModels } from '#projection';
import { HttpProblem } from '#runtime';
import { reached, reflects } from '../answering.js';
import { oneOf, parameters, whole } from '../query.js';
import { Reflects } from '../reflects.js';
import { registerEntry, rowKey } from '../registers/register.projection.js';
import { digestOf } from '../reports/digest.js';
import { fileName, frozenFacts, handedOutReport } from '../reports/handed-out-report.js';
import { asOfIn, periodOf } from '../reports/period.js';
import { CSV, formatOf, HTML, printedFormats, XLSX } from '../tables/handed-out.js';
import { askExits } from './exit-query.js';
import { exitTables, returnTables } from './exit-tables.js';
import { exitStatistics } from './exit.projection.js';
import { ExitsAnswer, NOTICE, ReturnAnswer, verdict, type ComparedReturn } from './report-answer.js';

const MOST = Number.MAX_SAFE_INTEGER;

@ApiTags('Reports 报告')
@Controller('reports')
@Needs('read-registers')
export class ReportController {
  constructor(
    @Inject(READ_MODELS) private readonly models: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('exits')
  @ApiOperation({ summary: 'Exits of half a year or a year, as a query that can be frozen / 退出企业、设备、产能' })
  @ApiQuery({ name: 'period', required: true, example: '2021-H1', description: '2021-H1, 2021-H2 or 2021' })
  @ApiQuery({ name: 'bureau', required: false, enum: government.bureaux, description: 'Only its field / 部门' })
  @ApiQuery({ name: 'asOf', required: false, description: 'State of this day by law / 法律时间截至' })
  @ApiQuery({ name: 'asKnownAt', required: false, description: 'Known up to this position / 台账位置' })
  @ApiQuery({ name: 'format', required: false, enum: printedFormats, description: 'Instead of Accept / 格式' })
  @ApiProduces('application/json', CSV, XLSX, HTML)
  @ApiQuery({ name: 'atLeast', required: false })
  @ApiOkResponse({ type: ExitsAnswer })
  async exits(
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ExitsAnswer | string | Buffer> {
    const query = parameters(given, 'period', 'bureau', 'asOf', 'asKnownAt', 'atLeast', 'format');
    const format = formatOf(request, query.format, printedFormats);
    const bureau = oneOf('bureau', query.bureau, government.bureaux);
    const asked = periodOf(query.period, ['half', 'year']);
    const asOf = asOfIn(asked, query.asOf, dayOf(new Date(this.clock.now()).toISOString()));
    const { period, from } = asked;
    const known = query.asKnownAt
      ? whole('asKnownAt', query.asKnownAt, { min: 0, max: MOST, otherwise: 0 })
      : undefined;
    await reached(this.models, exitStatistics, query.atLeast);
    const { frozen, content } = await askExits(this.models, { from, asOf, asKnownAt: known, bureau });
    void reply.header('taizhang-position', String(frozen.asKnownAt));
    const position = frozen.asKnownAt;
    const totals = exitTotals(content);
    const again = new URLSearchParams({ period, asOf, asKnownAt: String(position) });
    if (bureau) again.set('bureau', bureau);
    const permalink = `/reports/exits?${again}`;
    if (format !== 'json')
      return handedOutReport(reply, format, {
        name: fileName(bureau ? `exits-${bureau}` : 'exits', period, frozen),
        title: {
          zh: `退出企业、设备、产能${bureau ? `（${bureau}）` : ''}`,
          en: 'Exits of enterprises, equipment, capacity',
        },
        tables: exitTables(content, totals),
        notes: [NOTICE],
        permalink,
        facts: frozenFacts(period, frozen),
      });
    return { position, period, ...(bureau ? { bureau } : {}), frozen, permalink, content, totals, notice: NOTICE };
  }

  @Get('returns/:id')
  @ApiOperation({ summary: 'A half-year return and its supplements, compared with the ledger / 反馈核对' })
  @ApiParam({ name: 'id', example: '2021-H1-ENR' })
  @ApiQuery({ name: 'format', required: false, enum: printedFormats, description: 'Instead of Accept / 格式' })
  @ApiProduces('application/json', CSV, XLSX, HTML)
  @ApiQuery({ name: 'atLeast', required: false })
  @Reflects(ReturnAnswer)
  returned(
    @Param('id') id: string,
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReturnAnswer | string | Buffer | undefined> {
    return this.#compared('half-year-returns', id, given, request, reply);
  }

  @Get('consolidations/:id')
  @ApiOperation({ summary: 'The city’s consolidation of a year, compared with the ledger / 汇总核对' })
  @ApiParam({ name: 'id', example: '2021' })
  @ApiQuery({ name: 'format', required: false, enum: printedFormats, description: 'Instead of Accept / 格式' })
  @ApiProduces('application/json', CSV, XLSX, HTML)
  @ApiQuery({ name: 'atLeast', required: false })
  @Reflects(ReturnAnswer)
  consolidated(
    @Param('id') id: string,
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReturnAnswer | string | Buffer | undefined> {
    return this.#compared('consolidations', id, given, request, reply);
  }

  async #compared(
    register: string,
    id: string,
    given: Record<string, unknown>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<ReturnAnswer | string | Buffer | undefined> {
    const query = parameters(given, 'atLeast', 'format');
    const format = formatOf(request, query.format, printedFormats);
    await reached(this.models, registerEntry, query.atLeast);
    const { row, ...asOf } = await this.models.of(registerEntry).get(rowKey(register, id.replaceAll('\0', '')));
    const entry = row?.entry as unknown as (Partial<Returned> & { supplements?: readonly Returned[] }) | undefined;
    if (!entry?.frozen) throw unknown(register, id);
    const now = await this.models.of(exitStatistics).page({ limit: 1 });
    if (reflects(request, reply, asOf, `${now.changedAt}-${format}`)) return undefined;
    const { bureau } = entry;
    const all = [entry as Returned, ...(entry.supplements ?? [])];
    const returns = await Promise.all(
      all.map((one, number) => this.#compare({ ...one, bureau }, number, now.position)),
    );
    if (format !== 'json')
      return handedOutReport(reply, format, {
        name: `${register}-${id}-at-${asOf.position}`,
        title: { zh: `${id}反馈核对`, en: `Return ${id}, compared with the ledger` },
        tables: returnTables(
          returns,
          all.map(({ content }) => content),
        ),
        notes: [NOTICE],
        facts: [['台账位置 Position', String(asOf.position)]],
      });
    return { position: asOf.position, id, ...(bureau ? { bureau } : {}), returns };
  }

  /** Asks the query of a return again: as it was known then, and as it is known now. */
  async #compare(
    { frozen, content, totals, signedOffBy, isLate, bureau }: Returned,
    number: number,
    position: number,
  ): Promise<ComparedReturn> {
    const { from, asOf, asKnownAt, contentSha256 } = frozen;
    // A position beyond the ledger was never reflected by any answer: nothing is known at it but what is known now.
    const then = await askExits(this.models, { from, asOf, bureau, asKnownAt: Math.min(asKnownAt, position) });
    const now = await askExits(this.models, { from, asOf, bureau });
    const compared = {
      digestMatches: digestOf(content) === contentSha256,
      queryMatches: then.frozen.contentSha256 === digestOf(content) && asKnownAt <= position,
      stillHolds: now.frozen.contentSha256 === digestOf(content),
    };
    return {
      number,
      frozen,
      totals,
      signedOffBy,
      isLate,
      ...compared,
      found: exitTotals(then.content),
      says: verdict(compared),
    };
  }
}

/** A return as the register has it. */
type Returned = government.FrozenReturn & { readonly bureau?: string };

const unknown = (register: string, id: string) =>
  new HttpProblem(
    404,
    'report/unknown',
    { zh: `没有“${id}”`, en: `There is no ${id}` },
    { wayOut: { zh: `已报送的见 /registers/${register}`, en: `Those handed in: /registers/${register}` } },
  );
