import { namespaceOf, type Bilingual } from '#decider';
import { dayOf } from '#law';
import { cases as kinds } from '../../cases/states/every-case.js';
import type { Case } from '../../cases/milestones.js';
import type { Dossier } from '../dossier.projection.js';
import { fieldOf, fields, type Field } from './field.js';
import { inspectionsOf } from './inspections.js';

/** What a quarter is marked with, the gravest first. */
export const grades = {
  GRAVE: { zh: '红牌、停产或关闭', en: 'Red card, stopped or closed' },
  PENALISED: { zh: '受到处罚', en: 'Penalised' },
  VIOLATION: { zh: '存在违法或未整改', en: 'In violation, or not put right' },
  RESOLVED_PENDING: { zh: '已报整改、待核查', en: 'Said to be put right, not accepted yet' },
  INSPECTED: { zh: '已检查、未发现问题', en: 'Looked at, nothing found' },
  NO_RECORD: { zh: '未载有记录（不等于合规）', en: 'No record held, which is not compliance' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type Grade = keyof typeof grades;

/** Something that was so from one day to another, by law. */
interface Mark {
  readonly field: Field;
  readonly grade: Grade;
  readonly from: string;
  /** Nothing while it lasts. */
  readonly until?: string;
  readonly eventId: string;
}

export interface Cell {
  readonly quarter: string;
  readonly grade: Grade;
  /** Facts that say so. */
  readonly because: readonly string[];
}

/** A row of quarters for each field: the twelve that are over, and the one that runs. */
export interface Compliance {
  readonly quarters: readonly string[];
  readonly fields: Readonly<Record<Field, { readonly says: Bilingual; readonly cells: readonly Cell[] }>>;
  readonly legend: typeof grades;
}

const QUARTERS = 13;

/** The quarters up to that of a day, each with its first day. */
function quartersUpTo(day: string): { readonly name: string; readonly from: string; readonly next: string }[] {
  const last = Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  const first = (index: number) => `${Math.floor(index / 4)}-${String((index % 4) * 3 + 1).padStart(2, '0')}-01`;
  return Array.from({ length: QUARTERS }, (_, at) => last - QUARTERS + 1 + at).map((index) => ({
    name: `${Math.floor(index / 4)}-Q${(index % 4) + 1}`,
    from: first(index),
    next: first(index + 1),
  }));
}

/** A dossier's quarters, as they are on a day. */
export function complianceOf(dossier: Dossier, day: string): Compliance {
  const quarters = quartersUpTo(day);
  const marked = new Map<Field, readonly Mark[][]>();
  for (const mark of marksOf(dossier)) {
    if (mark.from > day) continue;
    if (!marked.has(mark.field))
      marked.set(
        mark.field,
        Array.from(quarters, () => []),
      );
    const cells = marked.get(mark.field)!;
    const until = mark.until ?? day;
    quarters.forEach(({ from, next }, at) => {
      if (mark.from < next && until >= from) cells[at]!.push(mark);
    });
  }
  const row = (field: Field) => ({
    says: fields[field],
    cells: quarters.map(({ name }, at) => ({ quarter: name, ...gravest(marked.get(field)?.[at] ?? []) })),
  });
  return {
    quarters: quarters.map(({ name }) => name),
    fields: {
      ENERGY: row('ENERGY'),
      ENVIRONMENT: row('ENVIRONMENT'),
      QUALITY: row('QUALITY'),
      SAFETY: row('SAFETY'),
      TECHNOLOGY: row('TECHNOLOGY'),
    },
    legend: grades,
  };
}

function gravest(marks: readonly Mark[]): Omit<Cell, 'quarter'> {
  if (marks.length === 0) return { grade: 'NO_RECORD', because: [] };
  const grade = order.find((one) => marks.some((mark) => mark.grade === one))!;
  const because = marks.filter((mark) => mark.grade === grade).map(({ eventId }) => eventId);
  return { grade, because: [...new Set(because)] };
}

const order = Object.keys(grades) as Grade[];

const marksOf = (dossier: Dossier): Mark[] => [
  ...dossier.cases.cases.flatMap(stretches),
  ...standingOf(dossier),
  ...stoppedOf(dossier),
  ...penalisedOf(dossier),
  ...outdatedOf(dossier),
  ...inspectionsOf(dossier).flatMap(({ field, clean, at, eventId }): Mark[] => {
    if (clean === null) return [];
    return [{ field, grade: clean ? 'INSPECTED' : 'VIOLATION', from: dayOf(at), until: dayOf(at), eventId }];
  }),
];

/** A case by the states that it went through. One that found nothing in the end marks nothing. */
function stretches({ department, state, milestones }: Case): Mark[] {
  const field = fieldOf(department);
  const kind = kinds[`${namespaceOf(department ?? '')}.case`];
  if (!field || !kind || kind.clean.includes(state)) return [];
  const steps = milestones.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return steps.flatMap(({ state: reached, at, eventId }, index): Mark[] => {
    if (kind.clean.includes(reached) || kind.ended.includes(reached)) return [];
    const next = steps[index + 1];
    const grade = kind.pending.includes(reached) ? 'RESOLVED_PENDING' : 'VIOLATION';
    return [{ field, grade, from: dayOf(at), ...(next ? { until: dayOf(next.at) } : {}), eventId }];
  });
}

const standingOf = ({ standing: { cards, closures } }: Dossier): Mark[] => [
  ...cards.flatMap(({ colour, department = 'energy', at, clearedAt, eventId }): Mark[] => {
    const field = fieldOf(department);
    if (!field) return [];
    const until = clearedAt === undefined ? {} : { until: dayOf(clearedAt) };
    return [{ field, grade: colour === 'RED' ? 'GRAVE' : 'VIOLATION', from: dayOf(at), ...until, eventId }];
  }),
  ...closures.flatMap(({ state, proposedBy, effectiveOn, at, eventId }): Mark[] => {
    const field = fieldOf(proposedBy);
    if (!field || (state !== 'CLOSED' && state !== 'SUSPENDED')) return [];
    return [{ field, grade: 'GRAVE', from: effectiveOn ?? dayOf(at), eventId }];
  }),
];

const stoppedOf = ({ environment, safety, quality }: Dossier): Mark[] => [
  ...environment.restraints
    .filter(({ measure }) => measure === 'STOPPED')
    .map(({ at, endedAt, eventId }) => lasting('ENVIRONMENT', at, endedAt, eventId)),
  ...safety.suspensions.map(({ at, resumedAt, eventId }) =>
    lasting('SAFETY', at, resumedAt as string | undefined, eventId),
  ),
  ...quality.suspensions.map(({ at, dueOn, eventId }): Mark => ({
    field: 'QUALITY',
    grade: 'GRAVE',
    from: dayOf(at),
    until: dueOn,
    eventId,
  })),
];

const lasting = (field: Field, at: string, endedAt: string | undefined, eventId: string): Mark => ({
  field,
  grade: 'GRAVE',
  from: dayOf(at),
  ...(endedAt === undefined ? {} : { until: dayOf(endedAt) }),
  eventId,
});

const penalisedOf = ({ penalties: { penalties } }: Dossier): Mark[] =>
  penalties.flatMap(({ department, decidedOn, kinds, annulled, steps }): Mark[] => {
    const field = fieldOf(department);
    const decision = steps.find(({ type }) => type.endsWith('.PenaltyDecided'));
    if (!field || !decidedOn || !kinds || annulled || !decision) return [];
    return [{ field, grade: 'PENALISED', from: decidedOn, until: decidedOn, eventId: decision.eventId }];
  });

/** Eliminated equipment is a violation from the day it is found until the day it is gone. */
const outdatedOf = ({ capacity, lookBack }: Dossier): Mark[] => [
  ...capacity.equipment.map(({ at, dismantledOn, eventId }): Mark => ({
    field: 'TECHNOLOGY',
    grade: 'VIOLATION',
    from: dayOf(at),
    ...(dismantledOn === undefined ? {} : { until: dismantledOn }),
    eventId,
  })),
  ...lookBack.visits
    .filter(({ outcome }) => outcome === 'RESUMED' || outcome === 'WEAK')
    .map(({ on, closedOn, eventId }): Mark => ({
      field: 'TECHNOLOGY',
      grade: 'VIOLATION',
      from: on,
      ...(closedOn === undefined ? {} : { until: closedOn }),
      eventId,
    })),
];
