import { applyDecorators, Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CLOCK, type Clock } from '#event-store';
import { Needs } from '#identity';
import { dayOf } from '#law';
import { READ_MODELS, type ReadModels } from '#projection';
import { reached, reflects } from '../answering.js';
import { clocksOf, parameters, wrong } from '../query.js';
import { Reflects } from '../reflects.js';
import { CSV, formatOf, HTML, printedFormats, XLSX } from '../tables/handed-out.js';
import { ask } from './ask.js';
import { countedRecord } from './counted.projection.js';
import { enforcement } from './enforcement/statistics.js';
import { lookBackMatrix } from './look-backs/matrix.js';
import { fileName, frozenFacts, handedOutReport } from './handed-out-report.js';
import { asOfIn, periodExamples, periodOf } from './period.js';
import { citedAs, ReportAnswer } from './report-answer.js';
import type { Report } from './report.js';
import { scorecard } from './scorecard/scorecard.js';

const DIGEST = /^[0-9a-f]{64}$/;

/** The route of a report, with everything that all reports take. */
const ReportRoute = ({ name, title, periods }: Report): MethodDecorator =>
  applyDecorators(
    Get(name),
    ApiOperation({ summary: `${title.en} / ${title.zh}` }),
    ApiProduces('application/json', CSV, XLSX, HTML),
    ApiQuery({
      name: 'period',
      required: true,
      example: periodExamples(periods)[0],
      description: periodExamples(periods).join(', '),
    }),
    ApiQuery({ name: 'asOf', required: false, description: 'State of this day by law / 法律时间截至' }),
    ApiQuery({
      name: 'asKnownAt',
      required: false,
      description: 'Known up to this position, or at this time / 台账位置或时刻',
    }),
    ApiQuery({ name: 'contentSha256', required: false, description: 'Digest to compare with / 待核对的摘要' }),
    ApiQuery({ name: 'format', required: false, enum: printedFormats, description: 'Instead of Accept / 格式' }),
    ApiQuery({ name: 'atLeast', required: false }),
    Reflects(ReportAnswer),
  );

type Answer = Promise<ReportAnswer | string | Buffer | undefined>;

/** Reports that are counted from facts on both time axes; what they answer can be signed off and compared later. */
@ApiTags('Reports 报告')
@Controller('reports')
@Needs('read-registers')
export class CountedReportController {
  constructor(
    @Inject(READ_MODELS) private readonly models: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @ReportRoute(scorecard)
  scorecard(
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Answer {
    return this.#answer(scorecard, given, request, reply);
  }

  @ReportRoute(lookBackMatrix)
  lookBackMatrix(
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Answer {
    return this.#answer(lookBackMatrix, given, request, reply);
  }

  @ReportRoute(enforcement)
  enforcement(
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Answer {
    return this.#answer(enforcement, given, request, reply);
  }

  async #answer(report: Report, given: Record<string, unknown>, request: FastifyRequest, reply: FastifyReply): Answer {
    const query = parameters(given, 'period', 'asOf', 'asKnownAt', 'contentSha256', 'format', 'atLeast');
    const format = formatOf(request, query.format, printedFormats);
    const asked = periodOf(query.period, report.periods);
    const span = { from: asked.from, asOf: asOfIn(asked, query.asOf, this.#today(), report.runsOn) };
    const { asKnownAt: at, knownUpTo: upTo } = clocksOf({ asKnownAt: query.asKnownAt });
    const digest = query.contentSha256;
    if (digest && !DIGEST.test(digest))
      throw wrong(
        'contentSha256',
        '应为64位十六进制',
        'must be 64 hexadecimal digits',
        `contentSha256=${'ab'.repeat(32)}`,
      );
    await reached(this.models, countedRecord, query.atLeast);
    const { frozen, lines, ...counted } = await ask(this.models, report, span, { upTo, at });
    const { version } = countedRecord;
    const known = { version, changedAt: counted.changedAt, position: frozen.asKnownAt };
    const tag = [frozen.asOf, frozen.contentSha256.slice(0, 16), ...(digest ? ['cited'] : []), format].join('-');
    if (reflects(request, reply, known, tag)) return undefined;
    const { name, title, notes } = report;
    const { period } = asked;
    const { asOf, asKnownAt } = frozen;
    const permalink = `/reports/${name}?${new URLSearchParams({ period, asOf, asKnownAt: String(asKnownAt) })}`;
    const found = report.found(lines, span) as object;
    const cited = digest ? { cited: citedAs(digest, frozen.contentSha256, counted.contentSha256Now) } : {};
    if (format === 'json')
      return { position: asKnownAt, report: name, title, period, frozen, permalink, ...cited, found, lines, notes };
    return handedOutReport(reply, format, {
      name: fileName(name, period, frozen),
      title,
      tables: report.tables(found, lines),
      notes,
      permalink,
      facts: frozenFacts(period, frozen),
    });
  }

  #today(): string {
    return dayOf(new Date(this.clock.now()).toISOString());
  }
}
