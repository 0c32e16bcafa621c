import { checkUscc } from '#codes';
import type { Clock, EventStore } from '#event-store';
import type { AsOf, ReadModel, ReadModels } from '#projection';
import { HttpProblem } from '#runtime';
import { clocksOf } from '../query.js';
import { dossier, type Dossier } from './dossier.projection.js';
import { dossiersAsOf } from './dossiers-as-of.js';
import { inheritanceOf, type Inherited } from './inherited.js';

/** What dossiers are read from. */
export interface Ground {
  readonly models: ReadModels;
  readonly store: EventStore;
  readonly clock: Clock;
}

/** A place on both clocks, in the words of whoever asks. */
export interface Place {
  readonly asOf?: string | undefined;
  readonly asKnownAt?: string | undefined;
}

/** A dossier at a place on both clocks, with what it inherited. */
export interface DossierThen {
  readonly reflected: AsOf;
  /** Nothing when nothing was held, or known, at that place. */
  readonly row: Dossier | undefined;
  readonly inherited: readonly Inherited[];
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

/** Reads a dossier as it is, or makes it anew as it stood. */
export async function dossierAt({ models, store, clock }: Ground, id: string, place: Place): Promise<DossierThen> {
  const clocks = clocksOf(place);
  const now: ReadModel<Dossier> = models.of(dossier);
  const dossiers = Object.keys(clocks).length === 0 ? now : dossiersAsOf(now, store, clocks);
  const { row, ...reflected } = await dossiers.get(id);
  const { inherited, changedAt } = row ? await inheritanceOf(dossiers, id, row) : { inherited: [], changedAt: 0 };
  const isOver = clocks.knownUpTo !== undefined || (clocks.asKnownAt ?? Infinity) < clock.now();
  return {
    reflected,
    row,
    inherited,
    mark: [...(inherited.length > 0 ? [changedAt] : []), ...Object.values(clocks)].join('-'),
    asOf: place.asOf,
    asKnownAt: isOver ? place.asKnownAt! : String(reflected.position),
  };
}

/** What somebody hears who asks for a dossier that holds nothing. */
export const unknown = (
  id: string,
  { reflected: { position } }: Pick<DossierThen, 'reflected'>,
  isNow: boolean,
): HttpProblem =>
  new HttpProblem(
    404,
    isNow ? 'dossier/unknown' : 'dossier/unknown-then',
    isNow
      ? {
          zh: `代码有效，但台账截至第 ${position} 号没有关于 ${id} 的记录；这不表示合规`,
          en: `${id} is well formed, but up to position ${position} the ledger holds nothing about it; that does not mean compliance`,
        }
      : {
          zh: `按所示时间，台账没有关于 ${id} 的记录；这不表示合规`,
          en: `At that time the ledger held nothing about ${id}; that does not mean compliance`,
        },
    {
      wayOut: isNow
        ? { zh: '可按名称检索：GET /dossiers?q=', en: 'Search by name: GET /dossiers?q=' }
        : { zh: '去掉 asOf、asKnownAt 查看现在', en: 'Leave out asOf and asKnownAt to see it as it is now' },
      facts: { position },
    },
  );
