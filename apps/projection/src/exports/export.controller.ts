import { applyDecorators, Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Caller, Needs, Public, type Principal, type Signet } from '#identity';
import { AtAPlace } from '../answering.js';
import { audienceOf } from '../audience/audience.js';
import { Exports, SIGNET, type SignedExport } from './exports.js';

const JOSE = 'application/jose+json';
const JWK_SET = 'application/jwk-set+json';
/** Keys change when somebody changes them: whoever holds them an hour misses nothing that was signed before. */
const KEYS_MAX_AGE_S = 3_600;

class JwsSignature {
  @ApiProperty({ description: 'Header in base64url: alg, kid, typ / 受保护的头' }) protected!: string;
  @ApiProperty({ description: 'Ed25519, in base64url / 签名' }) signature!: string;
}

/** JWS in general JSON serialization, RFC 7515 §7.2.1. */
class SignedCopy {
  @ApiProperty({ description: 'The answer with its facts, in base64url / 内容' }) payload!: string;
  @ApiProperty({ type: [JwsSignature] }) signatures!: JwsSignature[];
}

class PublishedKey {
  @ApiProperty({ enum: ['OKP'] }) kty!: string;
  @ApiProperty({ enum: ['Ed25519'] }) crv!: string;
  @ApiProperty({ description: 'Public key / 公钥' }) x!: string;
  @ApiProperty({ enum: ['Ed25519'] }) alg!: string;
  @ApiProperty({ enum: ['sig'] }) use!: string;
  @ApiProperty({ description: 'Its thumbprint, RFC 7638 / 指纹' }) kid!: string;
}

class PublishedKeys {
  @ApiProperty({ type: [PublishedKey] }) keys!: readonly PublishedKey[];
}

const HandsOut = (of: string, example: string) =>
  applyDecorators(
    ApiParam({ name: of, example }),
    AtAPlace(),
    ApiProduces(JOSE),
    ApiOkResponse({ type: SignedCopy }),
  ) as MethodDecorator;

/** Signed copies to take away, verified offline by `taizhang verify`, and the keys to verify them with. */
@ApiTags('Exports 签名副本')
@Controller()
export class ExportController {
  constructor(
    @Inject(Exports) private readonly exports: Exports,
    @Inject(SIGNET) private readonly signet: Signet,
  ) {}

  @Get('dossiers/:uscc/export')
  @Needs('read-dossiers')
  @ApiOperation({ summary: 'A dossier with its facts, signed / 企业档案的签名副本' })
  @HandsOut('uscc', '91441322MA00TT0126')
  async dossier(
    @Param('uscc') id: string,
    @Query() given: Record<string, unknown>,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    return attached(reply, await this.exports.dossier(id, given, audienceOf(caller)));
  }

  @Get('cases/:caseId/export')
  @Needs('read-cases')
  @ApiOperation({ summary: 'A case with every fact of it, signed / 案件的签名副本' })
  @HandsOut('caseId', 'EN-2021-001')
  async case(
    @Param('caseId') id: string,
    @Query() given: Record<string, unknown>,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    return attached(reply, await this.exports.case(id, given, audienceOf(caller)));
  }

  @Get('.well-known/jwks.json')
  @Public()
  @ApiOperation({ summary: 'Public keys that signed copies are verified with / 验证签名副本的公钥' })
  @ApiProduces(JWK_SET)
  @ApiOkResponse({ type: PublishedKeys })
  keys(@Res({ passthrough: true }) reply: FastifyReply): PublishedKeys {
    void reply.headers({ 'content-type': JWK_SET, 'cache-control': `public, max-age=${KEYS_MAX_AGE_S}` });
    return { keys: [...this.signet.published.keys] };
  }
}

function attached(reply: FastifyReply, { fileName, position, jws }: SignedExport): object {
  void reply.headers({
    'content-type': JOSE,
    'content-disposition': `attachment; filename="${fileName}"`,
    'cache-control': 'no-store',
    'taizhang-position': String(position),
  });
  return jws;
}
