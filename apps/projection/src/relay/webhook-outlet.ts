import { Webhook } from 'standardwebhooks';
import type { Message } from '#messaging';
import type { Outlet } from './relay.js';

/** Messages on their way at once. Those of one call are about different records, so they may overtake each other. */
const AT_ONCE = 4;
const TIMEOUT_MS = 15_000;

/** The receiver did not say that it has the message. Says neither secret nor path, which may hold one. */
export class NotAcknowledged extends Error {
  constructor(receiver: string, why: string) {
    super(`${receiver} 未确认接收：${why}；${receiver} did not acknowledge: ${why}`);
    this.name = 'NotAcknowledged';
  }
}

export interface Receiver {
  readonly url: string;
  /** `whsec_…`, Standard Webhooks. */
  readonly secret: string;
  readonly timeoutMs?: number;
}

/** The receiver as operators may see it. */
export const receiverName = (url: string): string => new URL(url).origin;

/**
 * Pushes each message by a signed POST (Standard Webhooks) under the id of its event. Only an answer of 2xx says that it
 * arrived: a receiver that will not have a record says so by a receipt. Redirects are not followed.
 *
 * What was acknowledged before another message of the same call failed is not pushed again when the call is repeated.
 *
 * @param signal ends what is on its way; it is pushed again under the same id by whoever goes on
 */
export function webhookOutlet({ url, secret, timeoutMs = TIMEOUT_MS }: Receiver, signal: AbortSignal): Outlet {
  const webhook = new Webhook(secret);
  const name = receiverName(url);
  const acknowledged = new Set<string>();

  async function push({ value = new Uint8Array(), headers }: Message): Promise<void> {
    const id = headers['ce_id']!;
    if (acknowledged.has(id)) return;
    const body = Buffer.from(value);
    const at = new Date();
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': headers['content-type']!,
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': webhook.sign(id, at, body),
      },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    }).catch((problem: unknown) => {
      throw new NotAcknowledged(name, reasonOf(problem, timeoutMs));
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new NotAcknowledged(name, `HTTP ${answer.status}`);
    acknowledged.add(id);
  }

  return {
    ensure: async () => {},
    async send(_, messages) {
      const left = messages.values();
      const work = async () => {
        for (const message of left) await push(message);
      };
      const done = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
      const failed = done.find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
      acknowledged.clear();
    },
  };
}

function reasonOf(problem: unknown, timeoutMs: number): string {
  const { name, message, cause } = problem as Error & { readonly cause?: NodeJS.ErrnoException };
  return name === 'TimeoutError' ? `${timeoutMs} ms` : (cause?.code ?? message);
}
