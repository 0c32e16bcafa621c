import { decode } from '#contracts';
import type { EventStore } from '#event-store';
import type { Message } from '#messaging';
import { changesWhatIsShown, shownRecord } from '../credit-feed/credit-record.projection.js';
import type { FeedItem } from '../credit-feed/feed-item.js';
import { creditMessage } from './credit-message.js';
import { factMessage } from './fact-message.js';
import type { Route } from './relay.js';

import { CREDIT, FACTS } from './topics.js';
import { webhookMessage } from './webhook-message.js';

/** Streams that are read at once. */
const AT_ONCE = 8;

// What is wrong with the bytes is not told outside: nobody can say whether it may be.
const UNREADABLE = '无法读取；it cannot be read';

/** Every fact that may leave the ledger. */
export const facts: Route = {
  name: 'relay.facts',
  topic: FACTS,
  async messagesOf(events, park) {
    const messages: Message[] = [];
    for (const event of events) {
      try {
        const message = factMessage(event);
        if (message) messages.push(message);
      } catch {
        park(event, UNREADABLE);
      }
    }
    return messages;
  },
};

/**
 * Credit records as they are now. Not what an event said is sent but what the whole stream comes to: a message that is
 * sent late, or again, never takes a record back to what it was.
 */
const records = (store: EventStore, messageOf: (record: FeedItem) => Message): Pick<Route, 'messagesOf'> => ({
  async messagesOf(events, park) {
    const changed = new Map(
      events.filter(({ type }) => changesWhatIsShown(type)).map((event) => [event.stream, event]),
    );
    const messages: Message[] = [];
    const queue = changed.values();
    const work = async () => {
      for (const event of queue) {
        const { events: history } = await store.read(event.stream);
        try {
          const record = shownRecord(history.map(decode));
          if (record) messages.push(messageOf(record));
        } catch {
          park(event, UNREADABLE);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return messages;
  },
});

export const credit = (store: EventStore): Route => ({
  name: 'relay.credit',
  topic: CREDIT,
  ...records(store, creditMessage),
});

/** @param receiver as it is shown to operators */
export const webhook = (store: EventStore, receiver: string): Route => ({
  name: 'relay.webhook',
  topic: { name: receiver, partitions: 1 },
  ...records(store, webhookMessage),
});
