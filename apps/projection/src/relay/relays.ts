import {
  Inject,
  Injectable,
  Optional,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { EVENT_STORE, type EventStore } from '#event-store';
import { QUEUE, type Queue } from '#messaging';
import { READ_MODELS, type ReadModels } from '#projection';
import { CONFIGURATION, LOG, METRICS, type Configuration, type Log, type Registry } from '#runtime';
import { relay, type Outlet, type RelayStatus, type RelayVoice, type Route, type Unsent } from './relay.js';
import { relayMetrics } from './relay-metrics.js';
import { credit, facts, webhook } from './routes.js';
import { CREDIT, FACTS, UNSENT } from './topics.js';
import { receiverName, webhookOutlet } from './webhook-outlet.js';

/** A route with where it leads. */
interface Line {
  readonly route: Route;
  /** Ready to be sent to; what is on its way may end with the signal. */
  readonly outlet: (signal: AbortSignal) => Promise<Outlet>;
  /** Keeps what was not sent where others see it. */
  readonly keep: (unsent: readonly Unsent[]) => Promise<void>;
}

/** Takes what is published to the queue and to the webhook, from start to shutdown, where there is one. */
@Injectable()
export class Relays implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #stopping = new AbortController();
  readonly #running = new Set<string>();
  readonly #failing = new Map<string, string>();
  readonly #lines: readonly Line[];
  #work: Promise<unknown> | undefined;
  #voice: RelayVoice;

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly models: ReadModels,
    @Optional() @Inject(QUEUE) queue?: Queue,
    @Optional() @Inject(LOG) private readonly log?: Log,
    @Optional() @Inject(METRICS) metrics?: Registry,
    @Optional() @Inject(CONFIGURATION) configuration?: Configuration,
  ) {
    this.#lines = [...toQueue(store, queue), ...toWebhook(store, configuration)];
    const counted = metrics && this.#lines.length > 0 ? relayMetrics(metrics, () => this.status()) : undefined;
    this.#voice = {
      sent: (route, messages, position) => {
        this.#failing.delete(route);
        counted?.sent(route, messages, position);
      },
      failed: (route, error) => {
        this.#tell(route, error);
        counted?.failed(route, error);
      },
      parked: (unsent) => {
        this.log?.warn(unsent, '一条记录无法发送，已搁置；an event cannot be sent and was set aside');
        counted?.parked(unsent);
      },
    };
  }

  onApplicationBootstrap(): void {
    this.#work = Promise.all(
      this.#lines.map((line) =>
        this.models.alone(line.route.name, {
          signal: this.#stopping.signal,
          failed: (error) => this.#voice.failed(line.route.name, error),
          work: (signal, well) => this.#run(line, signal, well),
        }),
      ),
    );
  }

  /** Finishes what is on its way. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    await this.#work;
  }

  /** Nothing where there is neither a queue nor a webhook. */
  async status(): Promise<readonly RelayStatus[]> {
    if (this.#lines.length === 0) return [];
    const head = await this.store.head();
    return Promise.all(
      this.#lines.map(async ({ route: { name, topic } }) => {
        const position = await this.models.checkpoints.load(name);
        const failing = this.#failing.get(name);
        return {
          name,
          topic: topic.name,
          position,
          lag: Math.max(0, head - position),
          running: this.#running.has(name),
          ...(failing ? { failing } : {}),
        };
      }),
    );
  }

  async #run({ route, outlet, keep }: Line, signal: AbortSignal, well: () => void): Promise<void> {
    this.#running.add(route.name);
    try {
      const { store, models } = this;
      const queue = await outlet(signal);
      const voice: RelayVoice = { ...this.#voice, sent: (...told) => (well(), this.#voice.sent(...told)) };
      await relay({ route, store, queue, checkpoints: models.checkpoints, voice, signal, keep });
    } finally {
      this.#running.delete(route.name);
    }
  }

  #tell(route: string, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    if (this.#failing.get(route) === reason) return;
    this.#failing.set(route, reason);
    this.log?.warn({ relay: route, reason }, '转发暂停，稍后继续；the relay waits and will go on');
  }
}

function toQueue(store: EventStore, queue: Queue | undefined): readonly Line[] {
  if (!queue) return [];
  const outlet = async () => (await queue.ensure([FACTS, CREDIT, UNSENT]), queue);
  const keep = (unsent: readonly Unsent[]) => queue.send(UNSENT.name, unsent.map(notice));
  return [facts, credit(store)].map((route) => ({ route, outlet, keep }));
}

function toWebhook(
  store: EventStore,
  { creditWebhookUrl: url, creditWebhookSecret: secret }: Partial<Configuration> = {},
) {
  if (!url || !secret) return [];
  const line: Line = {
    route: webhook(store, receiverName(url)),
    outlet: async (signal) => webhookOutlet({ url, secret }, signal),
    // Nobody reads what cannot be read: the log and the metrics tell of it.
    keep: async () => {},
  };
  return [line];
}

const notice = ({ route, eventId, position, reason }: Unsent) => ({
  key: eventId,
  value: new TextEncoder().encode(JSON.stringify({ relay: route, eventId, position, reason })),
  headers: { 'content-type': 'application/json' },
});
