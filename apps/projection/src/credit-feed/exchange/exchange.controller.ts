import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Needs } from '#identity';
import { READ_MODELS, type ReadModels } from '#projection';
import { HttpProblem } from '#runtime';
import { reached, wants } from '../../answering.js';
import { Reflecting } from '../../answers.js';
import { oneOf, parameters, whole } from '../../query.js';
import { CSV, XLSX } from '../../tables/handed-out.js';
import { csvOf, xlsxOf } from '../../tables/table.js';
import { cloudEvent } from '../cloud-event.js';
import { creditRecord } from '../credit-record.projection.js';
import { kinds, type FeedItem } from '../feed-item.js';
import { placeAfter, positionAfter } from '../feed-place.js';
import type { Standard } from '../standards/standard.js';
import { standards } from '../standards/standards.js';
import { exchangeMessage } from './exchange-message.js';
import { exchangeTable } from './exchange-table.js';
import { lineOf, type Line } from './line.js';
import { messageSchema } from './message-schema.js';
import { stagingScript } from './staging-script.js';

const XML = 'application/xml';
const SQL = 'application/sql';

interface File {
  readonly type: string;
  readonly body: (standard: Standard, lines: readonly Line[]) => string | Promise<string | Buffer>;
}

/** Forms of a file, by the end of its name. */
const files = {
  xml: { type: `${XML}; charset=utf-8`, body: exchangeMessage },
  xlsx: { type: XLSX, body: (standard, lines) => xlsxOf(exchangeTable(standard, lines)) },
  csv: { type: `${CSV}; charset=utf-8`, body: (standard, lines) => csvOf(exchangeTable(standard, lines)) },
  sql: { type: `${SQL}; charset=utf-8`, body: stagingScript },
} as const satisfies Readonly<Record<string, File>>;

type Format = 'json' | keyof typeof files;
const formats: readonly Format[] = ['json', 'xml', 'xlsx', 'csv', 'sql'];

export class ExchangeAnswer extends Reflecting {
  @ApiProperty({ type: [Object], description: 'CloudEvents 1.0, the least recently changed first / 条目' })
  items!: object[];
  @ApiProperty({ description: 'Give it as after to go on; never expires / 下次的 after' }) next!: string;
}

/** Credit records as they are to be shown now, for whoever takes files. */
@ApiTags('Credit feed 信用数据')
@Controller('feeds/credit/exchange')
@Needs('read-credit-feed')
export class ExchangeController {
  constructor(@Inject(READ_MODELS) private readonly models: ReadModels) {}

  @Get()
  @ApiOperation({
    summary: 'Records of one kind that changed after a place, as JSON, XML, Excel, CSV or SQL / 信用数据交换文件',
    description:
      'Each record once, as it is now, the least recently changed first. The header taizhang-next is the place to go on from. / ' +
      '每条记录只出现一次，为其最新状态；响应头 taizhang-next 即下次的 after。',
  })
  @ApiQuery({ name: 'kind', enum: kinds, description: 'Which records / 信息种类' })
  @ApiQuery({ name: 'format', required: false, enum: formats, description: 'json unless Accept says otherwise / 格式' })
  @ApiQuery({
    name: 'schemaVersion',
    required: false,
    description: 'Edition of the columns: 2018 or 2016 for penalties, 2018 for licences, 1 for the others / 字段版本',
  })
  @ApiQuery({ name: 'after', required: false, description: 'next of the answer before; from the start without / 游标' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 1000, 100 unless said' })
  @ApiQuery({ name: 'atLeast', required: false })
  @ApiProduces('application/json', ...Object.values(files).map(({ type }) => type.split(';', 1)[0]!))
  @ApiOkResponse({ type: ExchangeAnswer })
  async exchange(
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ExchangeAnswer | string | Buffer> {
    const query = parameters(given, 'kind', 'format', 'schemaVersion', 'after', 'limit', 'atLeast');
    const standard = standardOf(query.kind, query.schemaVersion);
    const format = formatOf(request, query.format);
    const limit = whole('limit', query.limit, { min: 1, max: 1_000, otherwise: 100 });
    const after = positionAfter(query.after);
    await reached(this.models, creditRecord, query.atLeast);
    const where = [
      { column: 'kind', is: standard.kind },
      { column: 'leaves', is: true },
      { column: 'position', after },
    ];
    const page = await this.models.of(creditRecord).page({ where, orderBy: ['position'], limit });
    const items = page.rows.map(({ row }) => row.item!);
    const next = placeAfter(items.at(-1)?.position ?? after);
    void reply.headers({
      'taizhang-position': String(page.position),
      'taizhang-next': next,
      link: `</feeds/credit/exchange?kind=${standard.kind}&format=${format}&schemaVersion=${standard.version}&after=${next}>; rel="next"`,
      'cache-control': 'no-store',
      vary: 'accept',
    });
    if (format === 'json')
      return { position: page.position, items: items.map((item) => cloudEvent(item, standard)), next };
    return handedOut(reply, format, standard, items);
  }

  @Get('schema')
  @ApiOperation({ summary: 'XML Schema of the messages of one kind / 交换报文的 XML Schema' })
  @ApiQuery({ name: 'kind', enum: kinds })
  @ApiQuery({ name: 'schemaVersion', required: false })
  @ApiProduces(XML)
  @ApiOkResponse({ type: String })
  schema(@Query() given: Record<string, unknown>, @Res({ passthrough: true }) reply: FastifyReply): string {
    const query = parameters(given, 'kind', 'schemaVersion');
    const standard = standardOf(query.kind, query.schemaVersion);
    void reply.header('content-type', `${XML}; charset=utf-8`);
    return messageSchema(standard);
  }
}

async function handedOut(
  reply: FastifyReply,
  format: keyof typeof files,
  standard: Standard,
  items: readonly FeedItem[],
): Promise<string | Buffer> {
  const { type, body } = files[format];
  void reply.headers({
    'content-type': type,
    'content-disposition': `attachment; filename="${standard.kind}-${standard.version}.${format}"`,
  });
  return body(
    standard,
    items.map((item) => lineOf(standard, item)),
  );
}

function standardOf(kind: string | undefined, version: string | undefined): Standard {
  const named = oneOf('kind', kind, kinds);
  if (!named)
    throw new HttpProblem(
      400,
      'query/parameter-missing',
      { zh: `请给出 kind：${kinds.join('、')}`, en: `Say of which kind: ${kinds.join(', ')}` },
      { field: 'kind', wayOut: { zh: `例如：kind=${kinds[0]}`, en: `For example: kind=${kinds[0]}` } },
    );
  const editions = standards[named];
  const asked = oneOf(
    'schemaVersion',
    version,
    editions.map((one) => one.version),
  );
  return editions.find((one) => one.version === asked) ?? editions[0];
}

function formatOf(request: FastifyRequest, format: string | undefined): Format {
  const preferred = (Object.keys(files) as (keyof typeof files)[]).find((name) =>
    wants(request, files[name].type.split(';', 1)[0]!),
  );
  return oneOf('format', format, formats) ?? preferred ?? 'json';
}
