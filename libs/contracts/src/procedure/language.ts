import type { CommandsOf, EventsOf } from '../catalogue.js';
import { cardRecord } from './card.js';
import { listRecord } from './list.js';
import { penaltyRecord } from './record.js';

export * from './card.js';
export * from './challenge.js';
export * from './filing.js';
export * from './hearing.js';
export * from './list.js';
export * from './penalty.js';
export * from './performance.js';
export * from './referral.js';
export { penaltyRecord };

interface Language {
  readonly department: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly records: {
    readonly penalty: typeof penaltyRecord;
    readonly list: typeof listRecord;
    readonly card: typeof cardRecord;
  };
}

export type Commands<Kind extends keyof Language['records']> = CommandsOf<Language, Kind>;
export type Events<Kind extends keyof Language['records']> = EventsOf<Language, Kind>;
