import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, EVENT_STORE, type Clock, type EventStore, type StoredEvent } from '#event-store';
import { openSignet, type Signet } from '#identity';
import { isKnown, READ_MODELS, type ReadModels } from '#projection';
import { CONFIGURATION, type Configuration } from '#runtime';
import type { Audience } from '../audience/audience.js';
import { caseAt, presentedCase } from '../cases/case-at.js';
import { caseFile } from '../cases/case.projection.js';
import { presented } from '../dossier/dossier-answer.js';
import { DossierReading } from '../dossier/dossier-reading.js';
import { dossier } from '../dossier/dossier.projection.js';
import { clocksOf, parameters, pinned } from '../query.js';
import { FORMAT, handedOut, madeBy, TYP, type Export } from './export.js';

/** DI token of what this installation signs with. */
export const SIGNET = Symbol('Signet');

export const signetOf = ({ dataFolder, exportKeys }: Configuration): Promise<Signet> =>
  openSignet({ dataFolder, ...(exportKeys ? { keys: exportKeys } : {}) });

/** A signed copy, ready to be handed out. */
export interface SignedExport {
  readonly fileName: string;
  readonly position: number;
  readonly jws: object;
}

type Told = Pick<Export, 'of' | 'audience' | 'permalink' | 'asOf' | 'asKnownAt' | 'madeBy'> & {
  readonly answer: { readonly position: number };
};

/** Makes signed copies of what the ledger answers, with the facts that it answers from. */
@Injectable()
export class Exports {
  constructor(
    @Inject(DossierReading) private readonly dossiers: DossierReading,
    @Inject(READ_MODELS) readonly models: ReadModels,
    @Inject(EVENT_STORE) readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SIGNET) private readonly signet: Signet,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async dossier(id: string, given: object, audience: Audience): Promise<SignedExport> {
    const { asOf, asKnownAt, today } = await this.dossiers.read({ id, given, audience });
    const place = { asOf: asOf || today, asKnownAt };
    const store = noting(this.store);
    const { models, clock } = this;
    const { row, ...then } = await this.dossiers.read({ id, given: place, audience }, { models, clock, store });
    const answer = presented(id, row, then);
    const told = { of: { kind: 'dossier', id }, permalink: answer.permalink, madeBy: madeBy(dossier), answer } as const;
    return this.#signed({ ...told, ...place, audience }, store.found.values());
  }

  async case(id: string, given: object, audience: Audience): Promise<SignedExport> {
    const query = parameters(given, 'asOf', 'asKnownAt', 'atLeast');
    const atLeast = query.atLeast ?? clocksOf(query).knownUpTo?.toString();
    const { position } = await caseAt(this, id, { ...query, atLeast }, audience);
    const place = pinned(query, position, this.clock.now());
    const store = noting(this.store);
    const then = await caseAt({ models: this.models, store }, id, place, audience);
    const answer = presentedCase(then.row, then.position);
    const permalink = `/cases/${id}?${new URLSearchParams(place)}`;
    const told = { of: { kind: 'case', id }, permalink, madeBy: madeBy(caseFile), answer } as const;
    return this.#signed({ ...told, ...place, audience }, store.found.values());
  }

  async #signed(told: Told, found: Iterable<StoredEvent>): Promise<SignedExport> {
    const { of, audience, asOf, asKnownAt, answer } = told;
    const clocks = clocksOf(told);
    const { installationName: issuer } = this.configuration;
    const payload: Export = {
      format: FORMAT,
      ...(issuer ? { issuer } : {}),
      issuedAt: new Date(this.clock.now()).toISOString(),
      position: answer.position,
      ...told,
      ...handedOut(found, audience, (fact) => isKnown(fact, clocks)),
    };
    return {
      fileName: `${[of.kind, of.id, asOf, asKnownAt].join('-').replaceAll(/[^\w.-]+/g, '-')}.jws.json`,
      position: answer.position,
      jws: await this.signet.sign(Buffer.from(JSON.stringify(payload)), TYP),
    };
  }
}

/** A store to look in, and what was found there. */
function noting(store: EventStore): Pick<EventStore, 'find'> & { readonly found: ReadonlyMap<string, StoredEvent> } {
  const found = new Map<string, StoredEvent>();
  return {
    found,
    async find(ids) {
      const events = await store.find(ids);
      for (const event of events) found.set(event.id, event);
      return events;
    },
  };
}
