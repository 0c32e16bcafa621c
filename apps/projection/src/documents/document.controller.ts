import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Put, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DOCUMENTS, documentTypes, DocumentStore, HEAD_BYTES, typeOf } from '#documents';
import { CLOCK, type Clock } from '#event-store';
import { Caller, departmentsOf, Needs, type Principal } from '#identity';
import { READ_MODELS, type ReadModels } from '#projection';
import { HttpProblem, LOG, TAKES_BYTES, type Log } from '#runtime';
import { reached } from '../answering.js';
import { cursorAt, parameters, placeOf, whole } from '../query.js';
import { agreeing, hashIn } from './asked.js';
import { Citations, citingFact, KeptDocument } from './document-answer.js';
import { documentCitation, documentOpening, type Citation, type Opening } from './document.projection.js';
import { givenOut } from './given-out.js';
import { INTAKE, type DocumentIntake } from './kept-documents.js';
import { mayRead, readAs } from './readers.js';
import { taken } from './taken.js';

const PAGE = 500;
const mediaTypes = documentTypes.map(({ mediaType }) => mediaType);

/** The papers that facts rest on, by the SHA-256 that the facts cite. */
@ApiTags('Documents 文书')
@Controller('documents/:sha256')
export class DocumentController {
  constructor(
    @Inject(DOCUMENTS) private readonly documents: DocumentStore,
    @Inject(INTAKE) private readonly intake: DocumentIntake,
    @Inject(READ_MODELS) private readonly models: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Put()
  @Needs('put-documents')
  @RouteConfig(TAKES_BYTES)
  @ApiOperation({
    summary: 'Put a document under its hash, before or after facts cite it / 提交文书',
    description:
      'Putting it twice is harmless: 201 the first time, 200 from then on. Nothing is kept of what is refused.',
  })
  @ApiConsumes(...mediaTypes)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: KeptDocument })
  @ApiOkResponse({ type: KeptDocument, description: 'It was known / 已有' })
  async put(
    @Param('sha256') given: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Caller() by: Principal,
  ): Promise<KeptDocument> {
    const sha256 = hashIn(given);
    agreeing(sha256, request.headers);
    const { type, bytes } = taken(request, this.intake);
    const at = new Date(this.clock.now()).toISOString();
    const done = await this.documents.put(sha256, bytes, { departments: departmentsOf(by), client: by.client, at });
    void reply.code(done === 'kept' ? 201 : 200).header('location', `/documents/${sha256}`);
    return { sha256, size: (await this.documents.size(sha256))!, mediaType: type.mediaType };
  }

  @Get()
  @Needs('read-cases', 'read-tips')
  @ApiOperation({
    summary: 'The document, for whoever may read a fact that cites it / 查阅文书',
    description:
      'One that nobody cites yet is open to the departments that put it, and to auditors. Ranges are served.',
  })
  @ApiQuery({ name: 'atLeast', required: false })
  @ApiProduces(...mediaTypes)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async get(
    @Param('sha256') given: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Caller() caller: Principal,
  ): Promise<void> {
    const sha256 = hashIn(given);
    await reached(this.models, documentOpening, parameters(query, 'atLeast').atLeast);
    const { row: opening = {} } = await this.models.of(documentOpening).get(sha256);
    const size = await this.documents.size(sha256);
    const as = size === undefined ? undefined : await readAs(sha256, opening, caller, this.documents);
    if (size === undefined || !as)
      throw size === undefined && isTold(opening, caller) ? notKept(sha256) : unknown(sha256);

    const head = await buffer((await this.documents.get(sha256, { first: 0, last: Math.min(size, HEAD_BYTES) - 1 }))!);
    const { status, range, hasBytes, headers } = givenOut(request, { sha256, size, type: typeOf(head) });
    void reply.code(status).headers(headers);
    if (!hasBytes) return void reply.send(status === 304 ? undefined : Readable.from([]));
    if (as !== 'public')
      this.log.info(
        { sha256, readAs: as, principal: caller.subject, client: caller.client, requestId: request.id },
        'a document that is not public is read',
      );
    void reply.send(await this.documents.get(sha256, range));
  }

  @Get('citations')
  @Needs('read-cases', 'read-tips')
  @ApiOperation({ summary: 'The facts that rest on a document, as far as one may read them / 引用该文书的事实' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 500, 100 unless said' })
  @ApiQuery({ name: 'atLeast', required: false })
  @ApiOkResponse({ type: Citations })
  async citations(
    @Param('sha256') given: string,
    @Query() asked: Record<string, unknown>,
    @Caller() caller: Principal,
  ): Promise<Citations> {
    const sha256 = hashIn(given);
    const query = parameters(asked, 'cursor', 'limit', 'atLeast');
    const limit = whole('limit', query.limit, { min: 1, max: PAGE, otherwise: 100 });
    const after = placeOf('cursor', query.cursor, 1);
    await reached(this.models, documentCitation, query.atLeast);
    const { row: opening = {} } = await this.models.of(documentOpening).get(sha256);
    const size = await this.documents.size(sha256);
    const isOpen =
      isTold(opening, caller) || (size !== undefined && (await readAs(sha256, opening, caller, this.documents)));
    if (!isOpen) throw unknown(sha256);
    const { position, rows } = await this.#told(sha256, caller, limit + 1, after);
    const shown = rows.slice(0, limit);
    const next = rows.length > limit ? cursorAt([shown.at(-1)!.key]) : null;
    return { position, sha256, size: size ?? null, items: shown.map(({ row }) => citingFact(row)), next };
  }

  /** The first citations that the caller may read. Pages are filled, so that they say nothing of those in between. */
  async #told(sha256: string, caller: Principal, count: number, from: readonly string[] | undefined) {
    const rows: { key: string; row: Citation }[] = [];
    for (let after = from; ;) {
      const page = await this.models
        .of(documentCitation)
        .page({ where: [{ column: 'sha256', is: sha256 }], after, limit: PAGE });
      for (const { key, row } of page.rows)
        if ('sha256' in row && mayRead(caller, row as Citation)) rows.push({ key, row: row as Citation });
      if (page.rows.length < PAGE || rows.length >= count)
        return { position: page.position, rows: rows.slice(0, count) };
      after = [page.rows.at(-1)!.key];
    }
  }
}

/** Whether the caller may read any fact that cites the document. */
const isTold = (opening: Opening, caller: Principal): boolean =>
  (['public', 'government', 'sealed'] as const).some((visibility) =>
    opening[visibility]?.some((department) => mayRead(caller, { visibility, department })),
  );

/** The same for what there is not and for what the caller may not read: a hash tells nobody what is kept. */
const unknown = (sha256: string) =>
  new HttpProblem(
    404,
    'documents/unknown',
    { zh: '没有该文书，或无权查阅', en: 'There is no such document, or it is not open to you' },
    {
      field: 'sha256',
      facts: { sha256 },
      wayOut: {
        zh: '请核对哈希；引用该文书的事实对谁公开，文书即对谁开放',
        en: 'Check the hash; a document is open to whoever may read a fact that cites it',
      },
    },
  );

const notKept = (sha256: string) =>
  new HttpProblem(
    404,
    'documents/not-kept',
    { zh: '事实引用了该文书，但其内容尚未提交', en: 'Facts cite this document, but nobody has put its bytes here' },
    {
      field: 'sha256',
      facts: { sha256 },
      wayOut: {
        zh: `由持有原件的部门提交：PUT /documents/${sha256}；引用处见 /documents/${sha256}/citations`,
        en: `A department that has it puts it: PUT /documents/${sha256}; where it is cited: /documents/${sha256}/citations`,
      },
    },
  );
