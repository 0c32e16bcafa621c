import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { EVENT_STORE, type EventStore } from '#event-store';
import { READ_MODELS, type Progress, type Projection, type ReadModels, type RebuildOptions } from '#projection';
import { HttpProblem } from '#runtime';

/** Built anew from the ledger, or brought back to what served before. */
export type Kind = 'rebuild' | 'rollback';

/** A rebuild or a rollback as it runs, or as it ended. */
export interface Rebuilding extends Progress {
  readonly kind: Kind;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly reason?: string;
}

/** What every such piece of work is handed: where the facts are, when to stop, whom to tell. */
type Watched = Omit<RebuildOptions, 'projections'>;

/** Rebuilds that this process was asked for. */
@Injectable()
export class Rebuilds implements BeforeApplicationShutdown {
  readonly #states = new Map<string, Rebuilding>();
  readonly #running = new Map<string, { readonly cancel: AbortController; readonly done: Promise<void> }>();

  constructor(
    @Inject(READ_MODELS) private readonly models: ReadModels,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  of(name: string): Rebuilding | undefined {
    return this.#states.get(name);
  }

  /** Builds anew, from one reading of the ledger, those that are not being built already. Refused while one rolls back. */
  rebuild(wanted: readonly Projection[]): Rebuilding[] {
    const projections = wanted.filter(({ name }) => !this.#runs(name, 'rebuild'));
    if (projections.length > 0)
      this.#begin(projections, 'rebuild', (watched) => this.models.rebuild({ ...watched, projections }));
    return wanted.map(({ name }) => this.#states.get(name)!);
  }

  /** Goes back, unless it does so already. Refused while it is being rebuilt. */
  rollback(projection: Projection): Rebuilding {
    const { name } = projection;
    if (!this.#runs(name, 'rollback'))
      this.#begin([projection], 'rollback', (watched) => this.models.rollback({ ...watched, projection }));
    return this.#states.get(name)!;
  }

  #begin(projections: readonly Projection[], kind: Kind, work: (watched: Watched) => Promise<Progress>): void {
    const cancel = new AbortController();
    let state: Rebuilding = { kind, state: 'running', position: 0, head: 0 };
    const tell = (change: Partial<Rebuilding>) => {
      state = { ...state, ...change };
      for (const { name } of projections) this.#states.set(name, state);
    };
    tell({});
    const done = work({ store: this.store, signal: cancel.signal, onProgress: tell })
      .then((progress) => tell({ ...progress, state: 'done' }))
      .catch((error: unknown) =>
        tell(cancel.signal.aborted ? { state: 'cancelled' } : { state: 'failed', reason: String(error) }),
      )
      .finally(() => projections.forEach(({ name }) => this.#running.delete(name)));
    for (const { name } of projections) this.#running.set(name, { cancel, done });
  }

  /** Whether it runs. Throws when it is the other kind that does. */
  #runs(name: string, kind: Kind): boolean {
    if (!this.#running.has(name)) return false;
    const running = this.#states.get(name)!.kind;
    if (running !== kind) throw otherKindRuns(name, running);
    return true;
  }

  /** What serves goes on serving. What is built from the same reading of the ledger is cancelled, too. */
  async cancel(name: string): Promise<Rebuilding | undefined> {
    const running = this.#running.get(name);
    running?.cancel.abort();
    await running?.done;
    return this.#states.get(name);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((name) => this.cancel(name)));
  }
}

function otherKindRuns(name: string, kind: Kind): HttpProblem {
  const says = { rebuild: { zh: '重建', en: 'rebuilt' }, rollback: { zh: '回退', en: 'rolled back' } }[kind];
  return new HttpProblem(
    409,
    'projection/being-built',
    { zh: `${name} 正在${says.zh}`, en: `${name} is being ${says.en} just now` },
    {
      wayOut: {
        zh: `待其完成，或以 DELETE /projections/${name}/rebuild 取消`,
        en: `Wait for it, or cancel it with DELETE /projections/${name}/rebuild`,
      },
    },
  );
}
