import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { areaCodes } from '#codes';
import { Caller, demand, Needs, permits, Public, type Principal } from '#identity';
import { READ_MODELS, type AsOf, type Condition, type Keyed, type ReadModels } from '#projection';
import { HttpProblem } from '#runtime';
import { reached, reflects } from '../answering.js';
import { pagesOf } from '../pages.js';
import { cursorAt, oneOf, parameters, placeOf, whole, wrong } from '../query.js';
import { CSV, formatOf, formats, handedOut, XLSX, type Format } from '../tables/handed-out.js';
import { registers } from './every-register.js';
import type { Register } from './register.js';
import {
  entryAnswer,
  RegisterEntryAnswer,
  RegisterPage,
  RegistersAnswer,
  stepAnswer,
  titled,
} from './register-answer.js';
import { registerTable } from './register-table.js';
import { registerEntry, rowKey, type RegisterRow } from './register.projection.js';

const internal = registers.filter(({ readers }) => readers !== 'everyone');
const open = registers.filter(({ readers }) => readers === 'everyone');

/** One page of a register, in the order of its entries' names; or a file of every entry that matches. */
async function page(
  models: ReadModels,
  register: Register,
  given: Record<string, unknown>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<RegisterPage | string | Buffer | undefined> {
  const { name, title } = register;
  const query = parameters(given, 'county', 'state', 'cursor', 'limit', 'atLeast', 'format');
  const format = formatOf(request, query.format);
  const limit = whole('limit', query.limit, { min: 1, max: 500, otherwise: 100 });
  const after = placeOf('cursor', query.cursor, 1);
  const county = oneOf('county', query.county, areaCodes);
  const where: Condition[] = [
    { column: 'register', is: name },
    ...(county ? [{ column: 'county', is: county }] : []),
    ...(query.state ? [{ column: 'state', is: query.state.replaceAll('\0', '') }] : []),
  ];
  await reached(models, registerEntry, query.atLeast);
  if (format !== 'json') {
    for (const name of ['cursor', 'limit'] as const) if (query[name]) throw wholeFile(name, format);
    return file(models, register, where, format, request, reply);
  }
  const found = await models.of(registerEntry).page({ where, after, limit: limit + 1 });
  if (reflects(request, reply, found)) return undefined;
  const rows = found.rows.slice(0, limit);
  const next = found.rows.length > limit ? cursorAt([rows.at(-1)!.key]) : null;
  return { position: found.position, register: name, title, items: rows.map(entryAnswer), next };
}

const wholeFile = (name: string, format: Format) =>
  wrong(
    name,
    '不适用于文件：文件含全部符合条件的条目',
    'is not for files, which have every entry that matches',
    `format=${format}&county=BL`,
  );

async function file(
  models: ReadModels,
  register: Register,
  where: readonly Condition[],
  format: Exclude<Format, 'json'>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string | Buffer | undefined> {
  const rows: Keyed<RegisterRow>[] = [];
  let asOf: AsOf | undefined;
  for await (const found of pagesOf(models.of(registerEntry), where)) {
    asOf ??= found;
    rows.push(...found.rows);
  }
  if (reflects(request, reply, asOf!, format)) return undefined;
  return handedOut(reply, format, registerTable(register, asOf!.position, rows));
}

async function entry(
  models: ReadModels,
  register: Register,
  id: string,
  given: Record<string, unknown>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<RegisterEntryAnswer | undefined> {
  const { name, title } = register;
  const { path } = titled(register);
  await reached(models, registerEntry, parameters(given, 'atLeast').atLeast);
  const key = rowKey(name, id.replaceAll('\0', ''));
  const { row, ...asOf } = await models.of(registerEntry).get(key);
  if (!row)
    throw new HttpProblem(
      404,
      'register/entry-unknown',
      { zh: `${title.zh}中没有“${id}”`, en: `${title.en} has no entry ${id}` },
      { wayOut: { zh: `条目见 ${path}`, en: `Its entries: ${path}` } },
    );
  if (reflects(request, reply, asOf)) return undefined;
  const history = row.steps.map(stepAnswer);
  return { position: asOf.position, register: name, title, entry: entryAnswer({ key, row }), history };
}

function named(among: readonly Register[], name: string): Register {
  const register = among.find((one) => one.name === name);
  if (register) return register;
  throw new HttpProblem(
    404,
    'register/unknown',
    { zh: `没有簿册 ${name}`, en: `There is no register ${name}` },
    {
      wayOut: {
        zh: `现有：${among.map((one) => one.name).join('、')}`,
        en: `There are: ${among.map((one) => one.name).join(', ')}`,
      },
    },
  );
}

const Filters = (): MethodDecorator => (target, key, descriptor) => {
  ApiQuery({ name: 'county', required: false, enum: areaCodes })(target, key, descriptor);
  ApiQuery({ name: 'state', required: false, description: 'Only entries that stand so / 状态' })(
    target,
    key,
    descriptor,
  );
  ApiQuery({ name: 'cursor', required: false, description: 'next of the page before; never expires / 游标' })(
    target,
    key,
    descriptor,
  );
  ApiQuery({ name: 'limit', required: false, description: '1 to 500, 100 unless said' })(target, key, descriptor);
  ApiQuery({ name: 'atLeast', required: false })(target, key, descriptor);
  ApiQuery({
    name: 'format',
    required: false,
    enum: formats,
    description: 'Instead of Accept; files are whole / 格式',
  })(target, key, descriptor);
  ApiProduces('application/json', CSV, XLSX)(target, key, descriptor);
};

/** What the law makes public: no token is asked for. */
@ApiTags('Registers 簿册')
@Controller('registers/public')
@Public()
export class PublicRegisterController {
  constructor(@Inject(READ_MODELS) private readonly models: ReadModels) {}

  @Get()
  @ApiOperation({ summary: 'Public registers / 公开簿册' })
  @ApiOkResponse({ type: RegistersAnswer })
  all(): RegistersAnswer {
    return { registers: open.map(titled) };
  }

  @Get(':register')
  @ApiOperation({ summary: 'Entries of a public register / 公开簿册条目' })
  @Filters()
  @ApiOkResponse({ type: RegisterPage })
  page(
    @Param('register') name: string,
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegisterPage | string | Buffer | undefined> {
    return page(this.models, named(open, name), given, request, reply);
  }

  @Get(':register/:id')
  @ApiOperation({ summary: 'One entry with its history / 公开条目及经过' })
  @ApiQuery({ name: 'atLeast', required: false })
  @ApiOkResponse({ type: RegisterEntryAnswer })
  one(
    @Param('register') name: string,
    @Param('id') id: string,
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegisterEntryAnswer | undefined> {
    return entry(this.models, named(open, name), id, given, request, reply);
  }
}

/** Internal registers: for whoever posts, decides or audits; each may ask for more. */
@ApiTags('Registers 簿册')
@Controller('registers')
@Needs('read-registers')
export class RegisterController {
  constructor(@Inject(READ_MODELS) private readonly models: ReadModels) {}

  @Get()
  @ApiOperation({ summary: 'Registers that the caller may read / 可查阅的簿册' })
  @ApiOkResponse({ type: RegistersAnswer })
  all(@Caller() caller: Principal): RegistersAnswer {
    const mine = internal.filter(({ readers }) => readers !== 'everyone' && permits(caller, readers));
    return { registers: [...mine, ...open].map(titled) };
  }

  @Get(':register')
  @ApiOperation({ summary: 'Entries of a register / 簿册条目' })
  @Filters()
  @ApiOkResponse({ type: RegisterPage })
  page(
    @Param('register') name: string,
    @Caller() caller: Principal,
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegisterPage | string | Buffer | undefined> {
    return page(this.models, allowed(name, caller), given, request, reply);
  }

  @Get(':register/:id')
  @ApiOperation({ summary: 'One entry with its history / 条目及经过' })
  @ApiQuery({ name: 'atLeast', required: false })
  @ApiOkResponse({ type: RegisterEntryAnswer })
  one(
    @Param('register') name: string,
    @Param('id') id: string,
    @Caller() caller: Principal,
    @Query() given: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegisterEntryAnswer | undefined> {
    return entry(this.models, allowed(name, caller), id, given, request, reply);
  }
}

function allowed(name: string, caller: Principal): Register {
  const register = named(registers, name);
  if (register.readers !== 'everyone') demand(caller, register.readers);
  return register;
}
