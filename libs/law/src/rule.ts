import type { Bilingual } from '#decider';
import type { RestrictionField } from '#codes';
import type { PeriodUnit } from './deadline.js';

/**
 * How well a number is known: `read` in the text of the instrument or the plan; `secondary` in a source that reports
 * it; `own`, common knowledge of the field; `own?`, doubtful: shown to nobody as fact.
 */
export type Evidence = 'read' | 'secondary' | 'own' | 'own?';

/** Where a rule stands. */
export interface Citation {
  readonly instrument: Bilingual;
  readonly article?: string;
}

/** One row of law in one version. Rows are never changed once facts were decided under them: a new version is added. */
export interface Rule {
  /** Stable: `energy/rectification-period`. */
  readonly id: string;
  /** Year of the text, such as `2021`. With `id` it names the row. */
  readonly version: string;
  readonly says: Bilingual;
  readonly citations: readonly [Citation, ...Citation[]];
  /** Clause of the plan that needs it, such as `2.1.3`. */
  readonly clause?: string;
  /** A period: how long, and how it is counted. Ready for `deadline`. */
  readonly length?: number;
  readonly unit?: PeriodUnit;
  /** Any other number, in the unit named. */
  readonly amount?: number;
  readonly amountUnit?:
    | 'officers'
    | 'media'
    | 'kinds of evidence'
    | 'extensions'
    | 'tce a year'
    | 'fen per kWh'
    | 'visits a year'
    | 'tips'
    | 'minutes'
    | '% a day'
    | 'criteria'
    | 'hours'
    | 'times the limit'
    | 'penalties';
  /** Bounds of a fine. */
  readonly fineFen?: { readonly min: number; readonly max: number };
  /** A day fixed by the plan. */
  readonly dueOn?: string;
  /** Display of a penalty on a platform. */
  readonly display?: DisplayRule;
  /** Fields of joint restriction for which the row is a basis. */
  readonly fields?: readonly RestrictionField[];
  /** First day on which acts fall under it. */
  readonly inForceFrom: string;
  /** Last such day; none while it is in force. */
  readonly inForceTo?: string;
  readonly evidence: Evidence;
  /** The plan is silent: the statutory or engineering default that was chosen. */
  readonly isDefault?: true;
  /** The number is not known here; the row says so and has none. */
  readonly configurable?: true;
  /** Which number an installation may supply for such a row, because a decider goes by it. */
  readonly supplies?: 'period' | 'fineFen';
  readonly note?: string;
}

/** How long a platform shows a penalty. Ends are not moved past rest days: nobody has to act on them. */
export interface DisplayRule {
  readonly startsFrom: 'decision' | 'publication' | 'listing';
  /** Months before display may be stopped early; none when no such minimum is known. */
  readonly minMonths?: number;
  readonly maxMonths: number;
  /** What stops display early; none when nothing does. */
  readonly earlyStop?: Bilingual;
}
