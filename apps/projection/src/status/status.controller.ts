import { Controller, Delete, Get, HttpCode, Inject, Optional, Param, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { EVENT_STORE, type EventStore } from '#event-store';
import { Needs } from '#identity';
import { READ_MODELS, type Projection, type ReadModels, type Retried } from '#projection';
import { HttpProblem } from '#runtime';
import { Reflecting } from '../answers.js';
import { projections } from '../projections.js';
import { parameters } from '../query.js';
import type { RelayStatus } from '../relay/relay.js';
import { Relays } from '../relay/relays.js';
import { ParkedAnswer, RebuildingAnswer, RebuildingsAnswer, RetriedAnswer } from './rebuild-answers.js';
import { Rebuilds, type Rebuilding } from './rebuilds.js';

export class ProjectionAnswer {
  @ApiProperty() name!: string;
  @ApiProperty() version!: number;
  @ApiProperty() table!: string;
  @ApiProperty() position!: number;
  @ApiProperty({ description: 'Events that the ledger is ahead / 落后事件数' }) lag!: number;
  @ApiProperty({ description: 'Events that could not be folded, and those that wait for them / 搁置事件数' })
  parked!: number;
  @ApiProperty({
    description: 'False for what another service defines, such as the deadlines of a department / 可否在此重建',
  })
  rebuildable!: boolean;
  @ApiProperty({ required: false, type: Object }) building?: object;
  @ApiProperty({
    required: false,
    type: Object,
    description: 'Version and position of the rows that served before the last swap / 换用前的数据',
  })
  previous?: object;
  @ApiProperty({ required: false, type: Object }) rebuild?: object;
}

export class ProjectionsAnswer extends Reflecting {
  @ApiProperty({ type: [ProjectionAnswer] }) projections!: ProjectionAnswer[];
  @ApiProperty({
    required: false,
    type: [Object],
    description: 'What is taken to the queue and to the webhook, and how far / 转发进度',
  })
  relays?: readonly RelayStatus[];
}

@ApiTags('Projections 投影')
@Controller('projections')
export class StatusController {
  constructor(
    @Inject(READ_MODELS) private readonly models: ReadModels,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(Rebuilds) private readonly rebuilds: Rebuilds,
    @Optional() @Inject(Relays) private readonly relays?: Relays,
  ) {}

  @Get()
  @Needs('operate', 'auditor')
  @ApiOperation({ summary: 'How far each answer has come / 各投影进度' })
  @ApiOkResponse({ type: ProjectionsAnswer })
  async status(@Res({ passthrough: true }) reply: FastifyReply): Promise<ProjectionsAnswer> {
    const all = await this.models.status();
    const relays = (await this.relays?.status()) ?? [];
    const head = await this.store.head();
    void reply.header('taizhang-position', String(head));
    return {
      position: head,
      projections: all.map((one) => ({
        ...one,
        lag: Math.max(0, head - one.position),
        rebuildable: projections.some(({ name }) => name === one.name),
        rebuild: this.rebuilds.of(one.name),
      })),
      ...(relays.length > 0 ? { relays } : {}),
    };
  }

  @Get(':name/parked')
  @Needs('operate', 'auditor')
  @ApiOperation({ summary: 'Events that could not be folded, with the reason / 搁置事件' })
  @ApiOkResponse({ type: ParkedAnswer })
  async parked(@Param('name') name: string): Promise<ParkedAnswer> {
    return { items: await this.models.parked(named(name).name) };
  }

  @Post(':name/retry')
  @HttpCode(200)
  @Needs('operate')
  @ApiOperation({ summary: 'Fold parked events again / 重试搁置事件' })
  @ApiOkResponse({ type: RetriedAnswer })
  retry(@Param('name') name: string, @Query() given: Record<string, unknown>): Promise<Retried> {
    const { key } = parameters(given, 'key');
    return this.models.retry({ store: this.store, projection: named(name), key });
  }

  @Post('rebuild')
  @HttpCode(202)
  @Needs('operate')
  @ApiOperation({ summary: 'Build several anew from one reading of the ledger / 一次读取台账，重建多个投影' })
  @ApiQuery({
    name: 'names',
    example: 'enterprise_dossier,case_file',
    description: 'Separated by commas / 以逗号分隔',
  })
  @ApiAcceptedResponse({ type: RebuildingsAnswer })
  rebuildSeveral(@Query() given: Record<string, unknown>): RebuildingsAnswer {
    const { names } = parameters(given, 'names');
    if (!names) throw noneNamed();
    const wanted = [...new Set(names.split(','))].map(named);
    const states = this.rebuilds.rebuild(wanted);
    return { items: wanted.map(({ name }, at) => ({ name, ...states[at]! })) };
  }

  @Post(':name/rebuild')
  @HttpCode(202)
  @Needs('operate')
  @ApiOperation({ summary: 'Build anew beside the live rows, then swap; see GET /projections / 重建' })
  @ApiAcceptedResponse({ type: RebuildingAnswer })
  rebuild(@Param('name') name: string): Rebuilding {
    return this.rebuilds.rebuild([named(name)])[0]!;
  }

  @Post(':name/rollback')
  @HttpCode(202)
  @Needs('operate')
  @ApiOperation({
    summary: 'Bring the rows that served before the last swap up to the ledger, then swap; see GET /projections / 回退',
  })
  @ApiAcceptedResponse({ type: RebuildingAnswer })
  async rollback(@Param('name') name: string): Promise<Rebuilding> {
    const projection = named(name);
    await this.models.wayBack(projection);
    return this.rebuilds.rollback(projection);
  }

  @Delete(':name/rebuild')
  @Needs('operate')
  @ApiOperation({ summary: 'Cancel a rebuild or a rollback; what serves goes on serving / 取消重建或回退' })
  @ApiOkResponse({ description: '所取消的；没有则为空 / What was cancelled, if anything', type: RebuildingAnswer })
  async cancel(@Param('name') name: string): Promise<Rebuilding | object> {
    return (await this.rebuilds.cancel(named(name).name)) ?? {};
  }
}

const names = projections.map(({ name }) => name);

/** So much work is not begun by whoever says nothing. */
const noneNamed = () =>
  new HttpProblem(
    400,
    'query/parameter-missing',
    { zh: '请写明重建哪些投影', en: 'Say which projections are to be rebuilt: names' },
    {
      field: 'names',
      wayOut: { zh: `例如：names=${names.join(',')}`, en: `For example: names=${names.join(',')}` },
    },
  );

function named(name: string): Projection {
  const found = projections.find((one) => one.name === name);
  if (found) return found;
  throw new HttpProblem(
    404,
    'projection/unknown',
    { zh: `没有投影 ${name}`, en: `There is no projection ${name}` },
    { wayOut: { zh: `现有：${names.join('、')}`, en: `There are: ${names.join(', ')}` } },
  );
}
