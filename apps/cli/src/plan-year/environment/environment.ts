import type { Enterprise } from '#contracts';
import type { Seeded } from '../seeded.js';
import { inDueCourse, type Story } from '../step.js';
import * as cases from './cases.js';
import { siteOf, type Site } from './manner.js';
import * as permits from './permits.js';

/** A year of environment (二(二)): plans, assessments, permits through their whole life, monitors and cases. */
export function* environmentYear(all: readonly Enterprise[], chance: Seeded): Generator<Story, void, undefined> {
  // Sites of their own: what other departments record is about the first site of an enterprise.
  const site = (at: number): Site => siteOf(all[(at * 11 + 5) % all.length]!, 2, chance.for(`site ${at}`));
  yield inDueCourse(cases.planned(site(1)));
  yield permits.refusedForElimination(site(2));
  yield inDueCourse(permits.permitted(site(3)));
  yield inDueCourse(permits.builtTooEarly(site(4)));
  yield permits.renewedAndExpired(site(5), site(6));
  yield permits.ended(site(7), site(8), site(9));
  yield inDueCourse(permits.registered(site(10)));
  yield cases.dailyFine(site(11));
  yield cases.tampered(site(12));
  yield cases.closed(site(13));
  yield cases.withoutPermit(site(14));
}
