import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { EVENT_STORE, type EventStore } from '#event-store';
import { READ_MODELS, type Progress, type Projection, type ReadModels } from '#projection';
import { HttpProblem } from '#runtime';

/** Built anew from the ledger, or brought back to what served before. */
export type Kind = 'rebuild' | 'rollback';

/** A rebuild or a rollback as it runs, or as it ended. */
export interface Rebuilding extends Progress {
  readonly kind: Kind;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly reason?: string;
}

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

  /** Starts one, unless it runs already. Refused while the other kind runs. */
  start(projection: Projection, kind: Kind): Rebuilding {
    const { name } = projection;
    if (this.#running.has(name)) return alreadyRunning(name, kind, this.#states.get(name)!);
    const cancel = new AbortController();
    const tell = (state: Partial<Rebuilding>) => {
      const before = this.#states.get(name) ?? { kind, state: 'running', position: 0, head: 0 };
      this.#states.set(name, { ...before, ...state });
    };
    this.#states.delete(name);
    tell({});
    const done = this.models[kind]({ projection, store: this.store, signal: cancel.signal, onProgress: tell })
      .then((progress) => tell({ ...progress, state: 'done' }))
      .catch((error: unknown) =>
        tell(cancel.signal.aborted ? { state: 'cancelled' } : { state: 'failed', reason: String(error) }),
      )
      .finally(() => this.#running.delete(name));
    this.#running.set(name, { cancel, done });
    return this.#states.get(name)!;
  }

  /** What serves goes on serving. */
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

function alreadyRunning(name: string, kind: Kind, running: Rebuilding): Rebuilding {
  if (running.kind === kind) return running;
  const says = { rebuild: { zh: '重建', en: 'rebuilt' }, rollback: { zh: '回退', en: 'rolled back' } }[running.kind];
  throw new HttpProblem(
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
