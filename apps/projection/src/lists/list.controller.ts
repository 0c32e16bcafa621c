import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '#identity';
import { READ_MODELS, type ReadModels } from '#projection';
import { HttpProblem } from '#runtime';
import { reached, reflects } from '../answering.js';
import { parameters, whole } from '../query.js';
import { Reflects } from '../reflects.js';
import { CSV, formatOf, formats, handedOut, XLSX } from '../tables/handed-out.js';
import {
  comparedLines,
  everyList,
  IssuesAnswer,
  IssueWithPosition,
  ListAnswer,
  ListsAnswer,
  titleOf,
} from './list-answer.js';
import { listNames } from './list-names.js';
import { listTable } from './list-table.js';
import { issueKey, listIssue, listRegister, type Issue } from './list.projection.js';

const MOST_ISSUES = 10_000;

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
    const published = number === undefined ? undefined : await this.#issue(list, number);
    if (reflects(request, reply, answer, format)) return undefined;
    if (format !== 'json')
      return handedOut(reply, format, listTable(titleOf(list), list, comparedLines(published?.issue, register)));
    return {
      position: answer.position,
      list,
      title: titleOf(list),
      published: published?.issue ?? null,
      register: register.entries,
    };
  }

  @Get(':list/issues')
  @ApiOperation({ summary: 'Every published issue / 各期目录' })
  @ApiParam({ name: 'list', enum: [...listNames] })
  @Reflects(IssuesAnswer)
  async issues(
    @Param('list') name: string,
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IssuesAnswer | undefined> {
    const list = named(name);
    await reached(this.models, listIssue, parameters(given, 'atLeast').atLeast);
    const page = await this.models.of(listIssue).page({ where: [{ column: 'list', is: list }], limit: MOST_ISSUES });
    if (reflects(request, reply, page)) return undefined;
    const issues = (page.rows as readonly { row: Issue }[]).map(({ row: { entries, ...issue } }) => ({
      ...issue,
      entries: entries.length,
      path: `/lists/${list}/issues/${issue.issueNumber}`,
    }));
    return { position: page.position, list, issues };
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
    const number = whole('issueNumber', text, { min: 1, max: 99_999_999, otherwise: 1 });
    const query = parameters(given, 'atLeast', 'format');
    const format = formatOf(request, query.format);
    await reached(this.models, listIssue, query.atLeast);
    const found = await this.#issue(list, number);
    if (!found)
      throw new HttpProblem(
        404,
        'list/issue-unknown',
        {
          zh: `${titleOf(list).zh}没有第 ${number} 期`,
          en: `The ${titleOf(list).en.toLowerCase()} has no issue ${number}`,
        },
        { wayOut: { zh: `各期见 /lists/${list}/issues`, en: `The issues there are: /lists/${list}/issues` } },
      );
    if (reflects(request, reply, found.asOf, format)) return undefined;
    const lines = found.issue.entries.map((line) => ({ ...line, state: 'PUBLISHED' as const }));
    if (format !== 'json') return handedOut(reply, format, listTable(titleOf(list), `${list}-${number}`, lines));
    return { position: found.asOf.position, ...found.issue };
  }

  async #issue(list: string, number: number) {
    const { row, ...asOf } = await this.models.of(listIssue).get(issueKey(list, number));
    return row ? { asOf, issue: row as Issue } : undefined;
  }
}

function named(name: string): string {
  const list = listNames.find((one) => one === name);
  if (list) return list;
  throw new HttpProblem(
    404,
    'list/unknown',
    { zh: `没有名单 ${name}`, en: `There is no list ${name}` },
    { wayOut: { zh: `现有：${listNames.join('、')}`, en: `There are: ${listNames.join(', ')}` } },
  );
}
