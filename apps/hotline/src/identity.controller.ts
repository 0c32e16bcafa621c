import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiQuery, ApiTags } from '@nestjs/swagger';
import { hotline, isId } from '#contracts';
import { Caller, Needs, type Principal } from '#identity';
import { HttpProblem } from '#runtime';
import { VAULT, type By, type Vault } from '#vault';

/** Where an identity is kept; the only thing about it that a tip may say. */
export class KeptIdentity {
  @ApiProperty({ description: 'To be given with RegisterTip / 登记举报时填写' }) contactRef!: string;
}

/** What a reply needs, and no more. */
export class CallBack {
  @ApiProperty() name!: string;
  @ApiProperty() phone!: string;
}

/** An export: waiting for a second person, or all that is known. */
export class IdentityExport {
  @ApiProperty({ enum: ['WAITING', 'EXPORTED'] }) state!: 'WAITING' | 'EXPORTED';
  @ApiProperty({ required: false, format: 'date-time', description: 'A second person asks until then / 复核时限' })
  until?: string;
  @ApiProperty({ required: false, type: hotline.TipsterIdentity }) identity?: hotline.TipsterIdentity;
  @ApiProperty({ required: false, type: [String], description: 'Who asked / 申请人' }) askedBy?: readonly string[];
}

const byOf = ({ subject, client }: Principal, reason: string): By => ({ principal: subject, client, reason });

/** Who told a tip: in by this door only, out by it only, and never part of a command or a fact (四(三)). */
@ApiTags('Identities of tellers 举报人身份')
@Controller('hotline/tips/:tipId/identity')
export class IdentityController {
  constructor(@Inject(VAULT) private readonly vault: Vault) {}

  @Put()
  @HttpCode(200)
  @Needs('department:hotline:post')
  @ApiOperation({ summary: 'Keep who told, before or after the tip is registered / 保管举报人身份' })
  @ApiOkResponse({ type: KeptIdentity })
  async keep(
    @Param('tipId') tipId: string,
    @Body() identity: hotline.TipsterIdentity,
    @Caller() by: Principal,
  ): Promise<KeptIdentity> {
    const { reference } = await this.vault.keep(named(tipId), { ...identity }, byOf(by, '登记保管'));
    return { contactRef: reference };
  }

  @Get()
  @Needs('read-identity')
  @ApiOperation({ summary: 'Name and telephone, for the reply or the call after it / 答复、回访所需联系方式' })
  @ApiQuery({ name: 'reason', description: 'Why; it stands in the log / 事由' })
  @ApiOkResponse({ type: CallBack })
  async callBack(
    @Param('tipId') tipId: string,
    @Query() query: Record<string, unknown>,
    @Caller() by: Principal,
    @Res({ passthrough: true }) reply: { header(name: string, value: string): unknown },
  ): Promise<CallBack> {
    const { name, phone } = (await this.vault.read(named(tipId), byOf(by, reasonIn(query)))) as hotline.TipsterIdentity;
    reply.header('cache-control', 'no-store');
    return { name, phone };
  }

  @Post('exports')
  @HttpCode(200)
  @Needs('read-identity')
  @ApiOperation({
    summary: 'Ask for all that is known; two different people within half an hour / 双人导出身份信息',
    description: 'The first who asks waits, the second is given it. Both stand in the log with their reasons.',
  })
  @ApiOkResponse({ type: IdentityExport })
  async export(
    @Param('tipId') tipId: string,
    @Body() { reason }: hotline.IdentityReason,
    @Caller() by: Principal,
  ): Promise<IdentityExport> {
    const answer = await this.vault.askForExport(named(tipId), byOf(by, reason));
    if (answer.state === 'WAITING') return answer;
    const { state, content, askedBy } = answer;
    return { state, identity: content as hotline.TipsterIdentity, askedBy };
  }

  @Delete()
  @HttpCode(204)
  @Needs('read-identity')
  @ApiOperation({ summary: 'Destroy the key: nobody can read it again / 销毁身份信息' })
  @ApiQuery({ name: 'reason', description: 'Why; it stands in the log / 事由' })
  async destroy(
    @Param('tipId') tipId: string,
    @Query() query: Record<string, unknown>,
    @Caller() by: Principal,
  ): Promise<void> {
    await this.vault.destroy(named(tipId), byOf(by, reasonIn(query)));
  }
}

function named(tipId: string): string {
  if (isId(tipId)) return tipId;
  throw new HttpProblem(
    400,
    'hotline/not-a-tip-id',
    { zh: '举报编号格式有误', en: 'That is not the id of a tip' },
    { field: 'tipId', wayOut: { zh: '编号为随机UUID', en: 'It is a random UUID' } },
  );
}

function reasonIn({ reason, ...rest }: Record<string, unknown>): string {
  const isReason = typeof reason === 'string' && reason.trim() !== '' && reason.length <= 400;
  if (isReason && Object.keys(rest).length === 0) return reason;
  throw new HttpProblem(
    400,
    'hotline/reason-missing',
    {
      zh: '须写明事由（reason，400字以内），并无其他参数',
      en: 'Say why in `reason`, in at most 400 characters, and nothing else',
    },
    { field: 'reason', wayOut: { zh: '例如：?reason=回访', en: 'For example: ?reason=call-back' } },
  );
}
