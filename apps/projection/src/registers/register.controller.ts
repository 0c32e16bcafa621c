import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { areaCodes } from '#codes';
import { Caller, demand, Needs, permits, Public, type Principal } from '#identity';
import { READ_MODELS, type ReadModels } from '#projection';
import { HttpProblem } from '#runtime';
import { CSV, formats, XLSX } from '../tables/handed-out.js';
import { Reflects } from '../reflects.js';
import { registers } from './every-register.js';
import type { Register } from './register.js';
import { RegisterEntryAnswer, RegisterPage, RegistersAnswer, titled } from './register-answer.js';
import { entry, page } from './register-pages.js';

const internal = registers.filter(({ readers }) => readers !== 'everyone');
const open = registers.filter(({ readers }) => readers === 'everyone');

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
  @Reflects(RegisterPage)
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
  @Reflects(RegisterEntryAnswer)
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
  @Reflects(RegisterPage)
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
  @Reflects(RegisterEntryAnswer)
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
