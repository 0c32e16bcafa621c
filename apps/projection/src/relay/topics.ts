import type { Topic } from '#messaging';

/** Every published fact, under the enterprise it is about. Kept for ever: who comes later reads from the start. */
export const FACTS: Topic = { name: 'taizhang.facts.v1', partitions: 12, keptForever: true };

/** Credit records as they are to be shown now, under their id: the last message of a key is all there is to know. */
export const CREDIT: Topic = { name: 'taizhang.credit.v1', partitions: 3, compacted: true };

/** What could not be sent: where it is in the ledger, and why. */
export const UNSENT: Topic = { name: 'taizhang.facts.v1.parked', partitions: 1, keptForever: true };
