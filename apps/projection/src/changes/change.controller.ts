import { Controller, Get, Inject, Optional, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { EVENT_STORE, type EventStore } from '#event-store';
import { Caller, Needs, type Principal } from '#identity';
import { READ_MODELS, type ReadModels } from '#projection';
import { DRAINING, type Draining } from '#runtime';
import { reached, wants } from '../answering.js';
import { Reflecting } from '../answers.js';
import { audienceOf, readsAll } from '../audience/audience.js';
import { unknown } from '../dossier/dossier-at.js';
import { parameters, positionOf, whole } from '../query.js';
import { enterpriseSearch } from '../search/search.projection.js';
import { changeEvent, changeItem, ChangeItem, placeAt } from './change-item.js';
import { eventStream, OpenStreams, PIECE } from './change-stream.js';
import { changed, changesAfter, type Changes } from './changes.js';
import { following, type Following, type Ground } from './following.js';
import { subjectOf, type Subject } from './subject.js';

const BATCH = 'application/cloudevents-batch+json';
const STREAM = 'text/event-stream';
const MOST_WAIT_S = 60;

export class ChangesAnswer extends Reflecting {
  @ApiProperty() subject!: string;
  @ApiProperty({ type: [ChangeItem] }) items!: ChangeItem[];
  @ApiProperty({ description: 'Give it as after to go on; never expires / 下次的 after' }) next!: string;
  @ApiProperty({ description: 'False when more may be had at once / 是否已到最新' }) caughtUp!: boolean;
}

@ApiTags('Changes 变化')
@Controller('feeds/changes')
export class ChangeController {
  readonly #streams = new OpenStreams();

  constructor(
    @Inject(READ_MODELS) private readonly models: ReadModels,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Optional() @Inject(DRAINING) private readonly draining?: Draining,
  ) {}

  @Get()
  @Needs('read-dossiers')
  @ApiOperation({ summary: 'What changed about an enterprise, an area or a list, in order / 订阅变化' })
  @ApiQuery({
    name: 'subject',
    example: 'county:BL',
    description: 'enterprise:<code>, county:<area> or list:<name> / 订阅对象',
  })
  @ApiQuery({ name: 'after', required: false, description: 'next of the answer before; from the start without / 游标' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 1000, 100 unless said' })
  @ApiQuery({ name: 'wait', required: false, description: 'Seconds to wait when there is nothing yet, at most 60' })
  @ApiQuery({ name: 'atLeast', required: false })
  @ApiHeader({ name: 'last-event-id', required: false, description: 'Resumes a stream; goes before after / 断点续传' })
  @ApiProduces('application/json', BATCH, STREAM)
  @ApiOkResponse({ type: ChangesAnswer })
  async read(
    @Query() given: Record<string, unknown>,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChangesAnswer | object[] | Readable> {
    const query = parameters(given, 'subject', 'after', 'limit', 'wait', 'atLeast');
    const subject = subjectOf(query.subject);
    const limit = whole('limit', query.limit, { min: 1, max: 1_000, otherwise: 100 });
    const waitMs = 1_000 * whole('wait', query.wait, { min: 0, max: MOST_WAIT_S, otherwise: 0 });
    const isStream = wants(request, STREAM);
    const resumed = isStream ? request.headers['last-event-id'] : undefined;
    const after = resumed ? positionOf('last-event-id', String(resumed)) : positionOf('after', query.after);
    const audience = audienceOf(caller);
    const followed = following(this.#ground, subject, audience);
    for (const one of followed.watch) await reached(this.models, one, query.atLeast);
    // To others it may not even be told that there is something about somebody.
    if (readsAll(audience)) await this.#mustBeKnown(subject);

    const signal = this.#untilGone(reply);
    const next = (place: number, most: number) => changesAfter(this.#ground, followed, place, most);
    if (isStream) {
      void reply.headers({ 'content-type': STREAM, 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
      const streamed = { models: this.models, following: followed, from: after, signal };
      return this.#streams.add(caller.client, () => eventStream({ ...streamed, next: (place) => next(place, PIECE) }));
    }
    const changes = await this.#first(followed, after, (place) => next(place, limit), Date.now() + waitMs, signal);
    return told(query.subject!, changes, request, reply);
  }

  get #ground(): Ground {
    return { models: this.models, store: this.store };
  }

  async #mustBeKnown({ kind, id }: Subject): Promise<void> {
    if (kind !== 'enterprise') return;
    const { row, ...reflected } = await this.models.of(enterpriseSearch).get(id);
    if (!row) throw unknown(id, { reflected }, true);
  }

  /** Aborted when the caller leaves, and when the process stops. */
  #untilGone(reply: FastifyReply): AbortSignal {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    return this.draining ? AbortSignal.any([gone.signal, this.draining.signal]) : gone.signal;
  }

  /** What there is; when there is nothing, what comes before the deadline. */
  async #first(
    { watch }: Following,
    after: number,
    next: (after: number) => Promise<Changes>,
    deadline: number,
    signal: AbortSignal,
  ): Promise<Changes> {
    for (let place = after; ;) {
      const changes = await next(place);
      const left = deadline - Date.now();
      if (changes.facts.length > 0 || left <= 0 || signal.aborted) return changes;
      place = changes.place;
      if (changes.caughtUp) await changed(this.models, watch, changes.position, left, signal);
    }
  }
}

function told(
  subject: string,
  { facts, place, position, caughtUp }: Changes,
  request: FastifyRequest,
  reply: FastifyReply,
): ChangesAnswer | object[] {
  const items = facts.map(changeItem);
  const next = placeAt(place);
  void reply.headers({
    'taizhang-position': String(position),
    'taizhang-next': next,
    'cache-control': 'no-store',
    vary: 'accept',
  });
  if (!wants(request, BATCH)) return { position, subject, items, next, caughtUp };
  void reply.headers({
    'content-type': `${BATCH}; charset=utf-8`,
    link: `</feeds/changes?subject=${encodeURIComponent(subject)}&after=${next}>; rel="next"`,
  });
  return items.map(changeEvent);
}
