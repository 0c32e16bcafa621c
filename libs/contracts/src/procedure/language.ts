import type { CommandsOf, EventsOf } from '../catalogue.js';
import { penaltyRecord } from './record.js';

export * from './challenge.js';
export * from './filing.js';
export * from './hearing.js';
export * from './penalty.js';
export * from './performance.js';
export * from './referral.js';
export { penaltyRecord };

interface Language {
  readonly department: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly records: { readonly penalty: typeof penaltyRecord };
}

export type Commands<Kind extends 'penalty'> = CommandsOf<Language, Kind>;
export type Events<Kind extends 'penalty'> = EventsOf<Language, Kind>;
