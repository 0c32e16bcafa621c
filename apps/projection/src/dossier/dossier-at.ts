import { checkUscc } from '#codes';
import type { Bilingual } from '#decider';
import type { Clock, EventStore } from '#event-store';
import { dayOf } from '#law';
import type { AsOf, ReadModels } from '#projection';
import { HttpProblem } from '#runtime';
import { mayRead, type Audience } from '../audience/audience.js';
import { freshnessAt, type Refreshed } from '../freshness/freshness-at.js';
import { clocksOf, pinned, type Place } from '../query.js';
import { correctionsOf, type Correction } from '../corrections.js';
import { dossier, type Dossier } from './dossier.projection.js';
import { dossiersSeen } from './dossiers.js';
import { inheritanceOf, type Inherited } from './inherited.js';

/** What dossiers are read from. */
export interface Ground {
  readonly models: ReadModels;
  readonly store: Pick<EventStore, 'find'>;
  readonly clock: Clock;
}

/** A dossier at a place on both clocks, with what it inherited. */
export interface DossierThen {
  readonly reflected: AsOf;
  /** Nothing when nothing was held, or known, at that place. */
  readonly row: Dossier | undefined;
  readonly inherited: readonly Inherited[];
  readonly corrections: readonly Correction[];
  readonly freshness: readonly Refreshed[];
  readonly audience: Audience;
  /** Day in China from which days are counted: that of the legal time asked for, or that of the ledger's clock. */
  readonly today: string;
  /** Tells apart what was asked for, and what was found beside the row, in an ETag. */
  readonly mark: string;
  readonly asOf: string | undefined;
  /** Pinned to a position where the time that was asked for is not over, so that it names the same for ever. */
  readonly asKnownAt: string;
}

const TARGET = /^target:[A-Za-z0-9][A-Za-z0-9._~-]{0,63}$/;

/** Refuses what names no dossier, and says what is wrong with it. */
export function mustNameDossier(id: string): void {
  const complaint = TARGET.test(id) ? undefined : checkUscc(id);
  if (!complaint) return;
  throw new HttpProblem(
    404,
    'dossier/code-malformed',
    {
      zh: `“${id}”不是有效的统一社会信用代码：${complaint[0]}`,
      en: `${id} is no unified social credit code: ${complaint[1]}`,
    },
    { field: 'uscc', wayOut: { zh: '可按名称检索：GET /dossiers?q=', en: 'Search by name: GET /dossiers?q=' } },
  );
}

/** Reads a dossier as it is, or makes it anew as it stood and as its readers may see it. */
export async function dossierAt(
  { models, store, clock }: Ground,
  id: string,
  place: Place,
  audience: Audience,
  siteCode?: string,
): Promise<DossierThen> {
  const clocks = clocksOf(place);
  const dossiers = dossiersSeen(models.of(dossier), store, { audience, clocks, siteCode });
  const { row, ...reflected } = await dossiers.get(id);
  const { inherited, changedAt } = row ? await inheritanceOf(dossiers, id, row) : { inherited: [], changedAt: 0 };
  const { asKnownAt } = pinned(place, reflected.position, clock.now());
  const today = dayOf(new Date(Math.min(clocks.asOf ?? Infinity, clock.now())).toISOString());
  const known = Math.min(clocks.knownUpTo ?? Infinity, reflected.position);
  const [corrections, freshness] = await Promise.all([
    correctionsOf(store, row?.corrected ?? [], (fact) => mayRead(audience, fact)),
    freshnessAt(models, known, asKnownAt !== place.asKnownAt),
  ]);
  return {
    reflected,
    row,
    inherited,
    audience,
    today,
    corrections,
    freshness,
    mark: [audience.kind, today, ...(inherited.length > 0 ? [changedAt] : []), ...Object.values(clocks)].join('-'),
    asOf: place.asOf,
    asKnownAt,
  };
}

/** What somebody hears who asks for a dossier that holds nothing, or nothing that is theirs to read. */
export function unknown(
  id: string,
  { reflected: { position } }: Pick<DossierThen, 'reflected'>,
  isNow: boolean,
  siteCode?: string,
): HttpProblem {
  const what = siteCode === undefined ? id : `${id} / ${siteCode}`;
  const nothing = isNow
    ? {
        zh: `代码有效，但台账截至第 ${position} 号没有关于 ${what} 的记录；这不表示合规`,
        en: `${what} is well formed, but up to position ${position} the ledger holds nothing about it; that does not mean compliance`,
      }
    : {
        zh: `按所示时间，台账没有关于 ${what} 的记录；这不表示合规`,
        en: `At that time the ledger held nothing about ${what}; that does not mean compliance`,
      };
  return new HttpProblem(404, isNow ? 'dossier/unknown' : 'dossier/unknown-then', nothing, {
    wayOut: wayOut(id, isNow, siteCode),
    facts: { position },
  });
}

function wayOut(id: string, isNow: boolean, siteCode: string | undefined): Bilingual {
  if (!isNow) return { zh: '去掉 asOf、asKnownAt 查看现在', en: 'Leave out asOf and asKnownAt to see it as it is now' };
  if (siteCode === undefined) return { zh: '可按名称检索：GET /dossiers?q=', en: 'Search by name: GET /dossiers?q=' };
  return {
    zh: `场所见 GET /dossiers/${id}/sections/sites`,
    en: `Its sites are: GET /dossiers/${id}/sections/sites`,
  };
}
