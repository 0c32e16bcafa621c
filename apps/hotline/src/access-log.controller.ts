import { Controller, Get, HttpCode, Inject, Post, Query, Body } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiQuery, ApiTags } from '@nestjs/swagger';
import { hotline } from '#contracts';
import { Caller, Needs, type Principal } from '#identity';
import { HttpProblem } from '#runtime';
import { VAULT, type Accessed, type Vault } from '#vault';

const LONGEST_PAGE = 500;

/** One line of the log: who did what, when and why. */
export class AccessLine implements Accessed {
  @ApiProperty() number!: number;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ description: 'Tip, or * for the vault itself / 举报编号' }) subject!: string;
  @ApiProperty({ type: String }) action!: Accessed['action'];
  @ApiProperty({ description: 'Person or account / 人员' }) principal!: string;
  @ApiProperty() client!: string;
  @ApiProperty() reason!: string;
}

export class AccessLog {
  @ApiProperty({ type: [AccessLine] }) items!: readonly AccessLine[];
  @ApiProperty({ nullable: true, type: Number, description: '`after` of the next page / 下一页' }) next!: number | null;
}

export class RotatedKeys {
  @ApiProperty() masterKey!: string;
  @ApiProperty({ description: 'Data keys sealed anew / 重新封装的数据密钥数' }) resealed!: number;
}

/** What is done with identities, and the keys that they rest on. */
@ApiTags('Identities of tellers 举报人身份')
@Controller('hotline/identities')
export class AccessLogController {
  constructor(@Inject(VAULT) private readonly vault: Vault) {}

  @Get('accesses')
  @Needs('read-identity-log')
  @ApiOperation({ summary: 'Who read what, when and why; reading this is on record too / 身份查阅日志' })
  @ApiQuery({ name: 'after', required: false, description: 'Lines after this number / 起始行号' })
  @ApiOkResponse({ type: AccessLog })
  async accesses(@Query() query: Record<string, unknown>, @Caller() by: Principal): Promise<AccessLog> {
    const after = afterIn(query);
    const { subject: principal, client } = by;
    const items = await this.vault.accesses(after, LONGEST_PAGE, { principal, client, reason: '查阅日志' });
    return { items, next: items.length === LONGEST_PAGE ? items.at(-1)!.number : null };
  }

  @Post('keys/rotate')
  @HttpCode(200)
  @Needs('operate')
  @ApiOperation({ summary: 'Seal every data key under a new master key and drop the old ones / 轮换主密钥' })
  @ApiOkResponse({ type: RotatedKeys })
  rotate(@Body() { reason }: hotline.IdentityReason, @Caller() by: Principal): Promise<RotatedKeys> {
    return this.vault.rotate({ principal: by.subject, client: by.client, reason });
  }
}

function afterIn({ after = '0', ...rest }: Record<string, unknown>): number {
  if (typeof after === 'string' && /^\d{1,15}$/.test(after) && Object.keys(rest).length === 0) return Number(after);
  throw new HttpProblem(
    400,
    'query/parameter-wrong',
    { zh: 'after 应为行号，且为唯一参数', en: '`after` is the number of a line, and the only parameter' },
    { field: 'after', wayOut: { zh: '例如：?after=500', en: 'For example: ?after=500' } },
  );
}
