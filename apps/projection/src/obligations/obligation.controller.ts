import { applyDecorators, Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiProperty, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { areaCodes, checkUscc } from '#codes';
import { languages } from '#contracts';
import { namespaceOf } from '#decider';
import { CLOCK, type Clock } from '#event-store';
import { Needs } from '#identity';
import { dayOf } from '#law';
import { READ_MODELS, type AsOf, type Condition, type Keyed, type ReadModels } from '#projection';
import { reached, reflects } from '../answering.js';
import { Paged, Sentence } from '../answers.js';
import { countdown } from '../duties/countdown.js';
import { duties } from '../duties/every-duty.js';
import { pagesOf } from '../pages.js';
import { cursorAt, day, oneOf, parameters, placeOf, whole, wrong } from '../query.js';
import { Reflects } from '../reflects.js';
import { calendarOf, planDays } from './calendar.js';
import { obligation, type Obligation } from './obligation.projection.js';

/** RFC 5545. */
const ICS = 'text/calendar';
const departments = languages.map(({ department }) => department);

const ByWhom = (): MethodDecorator =>
  applyDecorators(
    ApiQuery({ name: 'county', required: false, enum: areaCodes }),
    ApiQuery({ name: 'department', required: false, enum: departments, description: 'In whose records / 部门' }),
    ApiQuery({ name: 'enterprise', required: false, description: 'USCC / 统一社会信用代码' }),
  );

export class ObligationAnswer {
  @ApiProperty() obligationId!: string;
  @ApiProperty() kind!: string;
  @ApiProperty({ type: Sentence, required: false }) says?: Sentence;
  @ApiProperty({ required: false, enum: ['enterprise', 'department'] }) by?: string;
  @ApiProperty({ required: false }) uscc?: string;
  @ApiProperty({ required: false }) name?: string;
  @ApiProperty({ required: false, description: 'Area or bureau that owes it / 责任单位' }) whose?: string;
  @ApiProperty({ required: false }) county?: string;
  @ApiProperty({ required: false }) caseId?: string;
  @ApiProperty({ format: 'date', description: 'Last day; over at its end in China / 届满日' }) dueOn!: string;
  @ApiProperty({ required: false, description: 'Law row, as id@version / 规则' }) rule?: string;
  @ApiProperty({ format: 'date-time' }) since!: string;
  @ApiProperty({ description: 'Days left by the ledger clock; negative when overdue / 剩余日数' }) daysLeft!: number;
  @ApiProperty() overdue!: boolean;
}

export class ObligationPage extends Paged {
  @ApiProperty({ format: 'date', description: 'Day of the ledger clock in China / 台账今日' }) today!: string;
  @ApiProperty({ type: [ObligationAnswer] }) items!: ObligationAnswer[];
}

@ApiTags('Obligations 期限')
@Controller('obligations')
@Needs('read-obligations')
export class ObligationController {
  constructor(
    @Inject(READ_MODELS) private readonly models: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What is owed, the earliest day first / 未了结义务' })
  @ByWhom()
  @ApiQuery({ name: 'dueBefore', required: false, description: 'Only what is due before this day / 届满早于' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 500, 100 unless said' })
  @ApiQuery({ name: 'atLeast', required: false })
  @Reflects(ObligationPage)
  async open(
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ObligationPage | undefined> {
    const query = parameters(given, 'county', 'department', 'enterprise', 'dueBefore', 'cursor', 'limit', 'atLeast');
    const limit = whole('limit', query.limit, { min: 1, max: 500, otherwise: 100 });
    const after = placeOf('cursor', query.cursor, 2);
    const before = day('dueBefore', query.dueBefore);
    const where: Condition[] = [...owedBy(query), ...(before ? [{ column: 'due_on', before }] : [])];
    await reached(this.models, obligation, query.atLeast);
    const page = await this.models.of(obligation).page({ where, orderBy: ['due_on'], after, limit: limit + 1 });
    const today = dayOf(new Date(this.clock.now()).toISOString());
    if (reflects(request, reply, page, today)) return undefined;
    const rows = page.rows.slice(0, limit);
    const last = page.rows.length > limit ? rows.at(-1) : undefined;
    return {
      position: page.position,
      today,
      items: rows.map((one) => told(one, today)),
      next: last ? cursorAt([last.row.owed!.dueOn, last.key]) : null,
    };
  }

  @Get('calendar.ics')
  @ApiOperation({ summary: 'The same as a calendar, with the days that the plan fixes / 期限日历（iCalendar）' })
  @ApiProduces(ICS)
  @ByWhom()
  @ApiQuery({ name: 'atLeast', required: false })
  @Reflects(String)
  async calendar(
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const query = parameters(given, 'county', 'department', 'enterprise', 'atLeast');
    const where = owedBy(query);
    await reached(this.models, obligation, query.atLeast);
    const owing: Keyed<Obligation>[] = [];
    let asOf: AsOf | undefined;
    for await (const page of pagesOf(this.models.of(obligation), where)) {
      asOf ??= page;
      owing.push(...page.rows);
    }
    if (reflects(request, reply, asOf!, 'ics')) return undefined;
    void reply.headers({ 'content-type': `${ICS}; charset=utf-8` });
    // The plan's own days bind the city, its areas and bureaux, and no enterprise.
    return calendarOf(owing, query.enterprise ? [] : planDays);
  }
}

/** Whose duties are asked for. */
function owedBy(query: { readonly [N in 'county' | 'department' | 'enterprise']?: string }): Condition[] {
  const county = oneOf('county', query.county, areaCodes);
  const department = oneOf('department', query.department, departments);
  const { enterprise } = query;
  const complaint = enterprise ? checkUscc(enterprise) : undefined;
  if (complaint) throw wrong('enterprise', ...complaint, 'enterprise=91441322MA00TT0126');
  return [
    { column: 'open', is: true },
    ...(county ? [{ column: 'county', is: county }] : []),
    ...(department ? [{ column: 'department', is: namespaceOf(department) }] : []),
    ...(enterprise ? [{ column: 'uscc', is: enterprise }] : []),
  ];
}

function told({ key, row }: Keyed<Obligation>, today: string): ObligationAnswer {
  const { owed, ...who } = row;
  const duty = Object.values(duties)
    .flat()
    .find(({ kind }) => kind === row.kind);
  return { obligationId: key, says: duty?.says, by: duty?.by, ...who, ...owed!, ...countdown(owed!.dueOn, today) };
}
