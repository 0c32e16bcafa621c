import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { areaCodes } from '#codes';
import { CLOCK, type Clock } from '#event-store';
import { Needs } from '#identity';
import { dayOf } from '#law';
import { READ_MODELS, type ReadModels } from '#projection';
import { reached, reflects } from '../answering.js';
import { statuses } from '../dossier/dossier.projection.js';
import { listNames } from '../lists/list-names.js';
import { cursorAt, parameters, placeOf, whole } from '../query.js';
import { Reflects } from '../reflects.js';
import { dueBuckets } from './due.js';
import { facetValues } from './facets.js';
import { DossierPage, FacetCount, summary } from './search-answer.js';
import { conditionsOf, facetNames, facetsNamed, facetsOf, filters } from './search-query.js';
import { listing } from './listing.projection.js';
import { enterpriseSearch } from './search.projection.js';

@ApiTags('Dossiers 档案')
@ApiExtraModels(FacetCount)
@Controller('dossiers')
@Needs('read-government')
export class SearchController {
  constructor(
    @Inject(READ_MODELS) private readonly models: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Search enterprises / 检索企业' })
  @ApiQuery({
    name: 'q',
    required: false,
    description:
      'Words, each part of a name (also a former one), a code or a site code / 名称（含曾用名）、代码的任一部分',
  })
  @ApiQuery({ name: 'county', required: false, enum: areaCodes })
  @ApiQuery({ name: 'industry', required: false, description: 'GB/T 4754-2017 class / 行业代码' })
  @ApiQuery({ name: 'status', required: false, enum: statuses })
  @ApiQuery({ name: 'list', required: false, enum: listNames, description: 'On it now / 现列于名单' })
  @ApiQuery({ name: 'law', required: false, description: 'Its facts rest on this law / 所依据的法律' })
  @ApiQuery({ name: 'article', required: false, description: 'Article of the law: 72 or 第七十二条 / 条文' })
  @ApiQuery({ name: 'due', required: false, enum: dueBuckets, description: 'When the next day falls / 最近到期' })
  @ApiQuery({ name: 'dueBefore', required: false, description: 'The next day falls before this one / 最近届满日早于' })
  @ApiQuery({ name: 'dueAfter', required: false, description: 'The next day falls after this one / 最近届满日晚于' })
  @ApiQuery({
    name: 'facets',
    required: false,
    description: `What to count, with commas between: ${facetNames.join(', ')} / 分面`,
  })
  @ApiQuery({ name: 'cursor', required: false, description: 'next of the page before; never expires / 游标' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200, 50 unless said / 每页条数' })
  @ApiQuery({ name: 'atLeast', required: false, description: 'Wait until this position is reflected / 至少反映的位置' })
  @Reflects(DossierPage)
  async search(
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DossierPage | undefined> {
    const query = parameters(given, ...filters, 'facets', 'cursor', 'limit', 'atLeast');
    const limit = whole('limit', query.limit, { min: 1, max: 200, otherwise: 50 });
    const after = placeOf('cursor', query.cursor, 1);
    const today = dayOf(new Date(this.clock.now()).toISOString());
    const where = conditionsOf(query, today);
    // Only where they are asked for: whoever goes through the pages has the counts since the first.
    const names = facetsNamed(query.facets);
    const facets = facetsOf(names, today);
    await reached(this.models, enterpriseSearch, query.atLeast);
    await reached(this.models, listing, query.atLeast);
    // Whoever is taken off a list stays the same: the answer changes with the list.
    const lists = query.list || names.includes('list') ? await this.models.of(listing).pick([]) : undefined;
    const page = await this.models.of(enterpriseSearch).page({ where, after, limit: limit + 1, facets });
    const besides = [...(query.due || facets ? [today] : []), ...(lists ? [lists.changedAt] : [])];
    if (reflects(request, reply, page, besides.join('-'))) return undefined;
    const rows = page.rows.slice(0, limit);
    const more = page.rows.length > limit;
    return {
      position: page.position,
      items: rows.map(summary),
      next: more ? cursorAt([rows.at(-1)!.key]) : null,
      ...(page.counts ? { facets: facetValues(page.counts, query.law) } : {}),
    };
  }
}
