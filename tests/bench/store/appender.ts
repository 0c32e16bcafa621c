import { postgresEventStore } from '#event-store';
import { appendTo, appendWith } from './appending.ts';

/** A process that appends for a while when it is told to, and says what it reached. */
const [url, callers] = process.argv.slice(2) as [string, string];
const store = postgresEventStore({ url });
process.on('message', (seconds: number) => {
  void appendWith(appendTo(store), Number(callers), seconds).then((measured) => process.send!(measured));
});
process.once('disconnect', () => void store.close());
process.send!('ready');
