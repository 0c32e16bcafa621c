import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { decode } from '#contracts';
import { CLOCK, EVENT_STORE, type Clock, type EventStore } from '#event-store';
import { READ_MODELS, type ReadModels } from '#projection';
import { HttpProblem } from '#runtime';
import { reached, reflects } from '../answering.js';
import { mayRead, type Audience } from '../audience/audience.js';
import { clocksOf, oneOf, parameters, type Place } from '../query.js';
import { partNames } from './contents.js';
import { partsOf, permalinkOf, presented, type DossierAnswer, type DossierSection } from './dossier-answer.js';
import { dossierAt, mustNameDossier, unknown, type DossierThen, type Ground } from './dossier-at.js';
import { changesBetween, compared, factsBetween, type DossierDiff } from './dossier-diff.js';
import { dossier, type Dossier } from './dossier.projection.js';

/** What somebody asks for, in the words of the request. */
export interface Asked {
  readonly id: string;
  readonly given: object;
  readonly audience: Audience;
  readonly siteCode?: string;
}

/** Reads dossiers for whoever asks, from wherever on both clocks. */
@Injectable()
export class DossierReading {
  constructor(
    @Inject(READ_MODELS) readonly models: ReadModels,
    @Inject(EVENT_STORE) readonly store: EventStore,
    @Inject(CLOCK) readonly clock: Clock,
  ) {}

  /** Nothing when the caller has it already. */
  async whole(asked: Asked, request: FastifyRequest, reply: FastifyReply): Promise<DossierAnswer | undefined> {
    const { row, ...then } = await this.read(asked);
    if (reflects(request, reply, then.reflected, then.mark)) return undefined;
    return presented(asked.id, row, then, asked.siteCode);
  }

  /** Nothing when the caller has it already. */
  async section(
    asked: Asked,
    name: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<DossierSection | undefined> {
    const section = oneOf('section', name, partNames)!;
    const { row, ...then } = await this.read(asked);
    if (reflects(request, reply, then.reflected, `${section}-${then.mark}`)) return undefined;
    const { id } = asked;
    return {
      position: then.reflected.position,
      id,
      asOf: then.asOf ?? then.today,
      asKnownAt: then.asKnownAt,
      permalink: permalinkOf(`${id}/sections/${section}`, then),
      section,
      content: partsOf(id, row, then)[section],
    };
  }

  async diff({ id, given, audience }: Asked): Promise<DossierDiff> {
    mustNameDossier(id);
    const query = parameters(given, 'from', 'to', 'fromKnownAt', 'toKnownAt', 'atLeast');
    const sides: readonly Place[] = [
      { asOf: query.from, asKnownAt: query.fromKnownAt },
      { asOf: query.to, asKnownAt: query.toKnownAt },
    ];
    if (!query.from && !query.fromKnownAt) throw oneSided();
    const known = sides.map((side) => clocksOf(side).knownUpTo ?? 0);
    await reached(this.models, dossier, query.atLeast ?? String(Math.max(...known)));
    const [from, to] = await Promise.all([this.#at(id, sides[0]!, audience), this.#at(id, sides[1]!, audience)]);
    if (!from.row && !to.row) throw unknown(id, to, !query.to && !query.toKnownAt);
    const [had, has] = [new Set(from.row?.facts), new Set(to.row?.facts)];
    const onOneSide = [...had, ...has].filter((fact) => had.has(fact) !== has.has(fact));
    const facts = (await this.store.find(onOneSide)).map(decode).filter((fact) => mayRead(audience, fact));
    return {
      position: to.reflected.position,
      id,
      from: sideOf(id, from),
      to: sideOf(id, to),
      changes: changesBetween(compared(from), compared(to)),
      facts: factsBetween(facts, had),
    };
  }

  /** What was asked for, as it is told; a 404 where there is nothing of it. */
  async read(asked: Asked, ground: Ground = this): Promise<DossierThen & { readonly row: Dossier }> {
    const { id, given, audience, siteCode } = asked;
    mustNameDossier(id);
    const query = parameters(given, 'atLeast', 'asOf', 'asKnownAt');
    await reached(this.models, dossier, query.atLeast ?? clocksOf(query).knownUpTo?.toString());
    const then = await dossierAt(ground, id, query, audience, siteCode);
    if (then.row) return { ...then, row: then.row };
    throw unknown(id, then, !query.asOf && !query.asKnownAt, siteCode);
  }

  #at(id: string, place: Place, audience: Audience): Promise<DossierThen> {
    return dossierAt(this, id, place, audience);
  }
}

const sideOf = (id: string, side: DossierThen) => ({
  asOf: side.asOf ?? side.today,
  asKnownAt: side.asKnownAt,
  permalink: side.row ? permalinkOf(id, side) : null,
});

const oneSided = () =>
  new HttpProblem(
    400,
    'query/parameter-missing',
    { zh: '请给出 from 或 fromKnownAt', en: 'Say from which time on: from, or fromKnownAt' },
    { field: 'from', wayOut: { zh: '例如：from=2021-06-30', en: 'For example: from=2021-06-30' } },
  );
