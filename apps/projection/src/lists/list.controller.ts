import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '#identity';
import { READ_MODELS, type ReadModels } from '#projection';
import { reached, reflects } from '../answering.js';
import { parameters, wrong } from '../query.js';
import { Reflects } from '../reflects.js';
import { CSV, formatOf, formats, handedOut, XLSX } from '../tables/handed-out.js';
import { foundIssue, issueNumber, issueOf, named, type FoundIssue } from './asked-list.js';
import {
  comparedLines,
  everyList,
  IssuesAnswer,
  IssueWithPosition,
  ListAnswer,
  ListDiffAnswer,
  ListsAnswer,
  titleOf,
} from './list-answer.js';
import { linesBetween } from './list-diff.js';
import { listNames } from './list-names.js';
import { diffTable, issuesTable, listTable } from './list-table.js';
import { listIssue, listRegister, type Issue } from './list.projection.js';

const MOST_ISSUES = 10_000;
/** Who is on the list now, whether an issue says so or not. */
const NOW = 'now';

const sideOf = ({ asOf, issue: { entries } }: FoundIssue) => ({ asOf, entries });

/** The law makes these lists public: no token is asked for. */
@ApiTags('Lists 名单')
@Controller('lists')
@Public()
export class ListController {
  constructor(@Inject(READ_MODELS) private readonly models: ReadModels) {}

  @Get()
  @ApiOperation({ summary: 'Every public list, and who keeps it / 公开名单目录' })
  @ApiOkResponse({ type: ListsAnswer })
  all(@Query() given: Record<string, unknown>): ListsAnswer {
    parameters(given);
    return everyList;
  }

  @Get(':list')
  @ApiOperation({ summary: 'The last published issue, and who is on the list now / 最新一期与当前在册' })
  @ApiParam({ name: 'list', enum: [...listNames] })
  @ApiProduces('application/json', CSV, XLSX)
  @ApiQuery({ name: 'format', required: false, enum: formats, description: 'Instead of Accept / 格式' })
  @Reflects(ListAnswer)
  async current(
    @Param('list') name: string,
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ListAnswer | string | Buffer | undefined> {
    const list = named(name);
    const query = parameters(given, 'atLeast', 'format');
    const format = formatOf(request, query.format);
    await reached(this.models, listRegister, query.atLeast);
    const answer = await this.models.of(listRegister).get(list);
    const register = answer.row ?? { entries: [] };
    const number = register.issueNumber;
    if (number !== undefined) await this.models.waitFor(listIssue.name, answer.changedAt, 5_000);
    const published = number === undefined ? undefined : await foundIssue(this.models, list, number);
    if (reflects(request, reply, answer, format)) return undefined;
    if (format !== 'json')
      return handedOut(
        reply,
        format,
        listTable(titleOf(list), `${list}-at-${answer.position}`, comparedLines(published?.issue, register)),
      );
    return {
      position: answer.position,
      list,
      title: titleOf(list),
      published: published?.issue ?? null,
      register: register.entries,
    };
  }

  @Get(':list/issues')
  @ApiOperation({ summary: 'Every published issue; all of their lines in one file / 各期目录，可整体下载' })
  @ApiParam({ name: 'list', enum: [...listNames] })
  @ApiProduces('application/json', CSV, XLSX)
  @ApiQuery({ name: 'format', required: false, enum: formats, description: 'Instead of Accept / 格式' })
  @Reflects(IssuesAnswer)
  async issues(
    @Param('list') name: string,
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IssuesAnswer | string | Buffer | undefined> {
    const list = named(name);
    const query = parameters(given, 'atLeast', 'format');
    const format = formatOf(request, query.format);
    await reached(this.models, listIssue, query.atLeast);
    const page = await this.models.of(listIssue).page({ where: [{ column: 'list', is: list }], limit: MOST_ISSUES });
    const all = page.rows.map(({ row }) => row as Issue);
    if (reflects(request, reply, page, format)) return undefined;
    if (format !== 'json') return handedOut(reply, format, issuesTable(titleOf(list), list, all));
    const issues = all.map(({ entries, ...issue }) => ({
      ...issue,
      entries: entries.length,
      path: `/lists/${list}/issues/${issue.issueNumber}`,
    }));
    return { position: page.position, list, issues };
  }

  @Get(':list/diff')
  @ApiOperation({ summary: 'Who entered, left or changed from one issue to another, or to now / 两期对比' })
  @ApiParam({ name: 'list', enum: [...listNames] })
  @ApiProduces('application/json', CSV, XLSX)
  @ApiQuery({ name: 'from', required: true, description: 'Number of an issue / 起始期号', example: '1' })
  @ApiQuery({ name: 'to', required: false, description: 'Number of an issue, or now / 截止期号或 now', example: 'now' })
  @ApiQuery({ name: 'format', required: false, enum: formats, description: 'Instead of Accept / 格式' })
  @ApiQuery({ name: 'atLeast', required: false })
  @Reflects(ListDiffAnswer)
  async diff(
    @Param('list') name: string,
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ListDiffAnswer | string | Buffer | undefined> {
    const list = named(name);
    const query = parameters(given, 'from', 'to', 'format', 'atLeast');
    const format = formatOf(request, query.format);
    if (!query.from) throw wrong('from', '应为期号', 'must be the number of an issue', 'from=1&to=2');
    const from = issueNumber('from', query.from);
    const to = query.to && query.to !== 'now' ? issueNumber('to', query.to) : NOW;
    await reached(this.models, listIssue, query.atLeast);
    await reached(this.models, listRegister, query.atLeast);
    const before = await issueOf(this.models, list, from);
    const after = to === NOW ? await this.#now(list) : sideOf(await issueOf(this.models, list, to));
    if (reflects(request, reply, after.asOf, `${from}-${to}-${format}`)) return undefined;
    const diff = linesBetween(before.issue.entries, after.entries);
    if (format !== 'json') return handedOut(reply, format, diffTable(titleOf(list), `${list}-${from}-to-${to}`, diff));
    return { position: after.asOf.position, list, title: titleOf(list), from, to, ...diff };
  }

  async #now(list: string) {
    const { row, ...asOf } = await this.models.of(listRegister).get(list);
    return { asOf, entries: row?.entries ?? [] };
  }

  @Get(':list/issues/:number')
  @ApiOperation({ summary: 'One issue, exactly as it was published / 某一期原文' })
  @ApiParam({ name: 'list', enum: [...listNames] })
  @ApiProduces('application/json', CSV, XLSX)
  @ApiQuery({ name: 'format', required: false, enum: formats, description: 'Instead of Accept / 格式' })
  @Reflects(IssueWithPosition)
  async issue(
    @Param('list') name: string,
    @Param('number') text: string,
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IssueWithPosition | string | Buffer | undefined> {
    const list = named(name);
    const number = issueNumber('issueNumber', text);
    const query = parameters(given, 'atLeast', 'format');
    const format = formatOf(request, query.format);
    await reached(this.models, listIssue, query.atLeast);
    const found = await issueOf(this.models, list, number);
    if (reflects(request, reply, found.asOf, format)) return undefined;
    const lines = found.issue.entries.map((line) => ({ ...line, state: 'PUBLISHED' as const }));
    if (format !== 'json') return handedOut(reply, format, listTable(titleOf(list), `${list}-${number}`, lines));
    return { position: found.asOf.position, ...found.issue };
  }
}
