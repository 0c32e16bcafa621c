import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { EVENT_STORE, type EventStore } from '#event-store';
import { READ_MODELS, type Progress, type Projection, type ReadModels } from '#projection';

/** A rebuild as it runs, or as it ended. */
export interface Rebuilding extends Progress {
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

  /** Starts one, unless it runs already. */
  start(projection: Projection): Rebuilding {
    const { name } = projection;
    if (this.#running.has(name)) return this.#states.get(name)!;
    const cancel = new AbortController();
    const tell = (state: Partial<Rebuilding>) => {
      const before = this.#states.get(name) ?? { state: 'running', position: 0, head: 0 };
      this.#states.set(name, { ...before, ...state });
    };
    this.#states.delete(name);
    tell({});
    const done = this.models
      .rebuild({ projection, store: this.store, signal: cancel.signal, onProgress: tell })
      .then((progress) => tell({ ...progress, state: 'done' }))
      .catch((error: unknown) =>
        tell(cancel.signal.aborted ? { state: 'cancelled' } : { state: 'failed', reason: String(error) }),
      )
      .finally(() => this.#running.delete(name));
    this.#running.set(name, { cancel, done });
    return this.#states.get(name)!;
  }

  /** The old rows go on serving. */
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
