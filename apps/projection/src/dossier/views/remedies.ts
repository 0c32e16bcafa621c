import type { Dossier } from '../dossier.projection.js';

/** Somebody does not accept what was found, decided or is to be shown. */
export interface Remedy {
  /** What it is against. */
  readonly against: 'PENALTY' | 'TEST_RESULT' | 'CREDIT_RECORD' | 'CREDIT_PUBLICATION';
  readonly id: string;
  readonly department?: string;
  /** How: an objection, a review (行政复议), a lawsuit (行政诉讼). */
  readonly remedy: string;
  readonly filedOn?: string;
  /** What it says, or what was answered. */
  readonly reason?: string;
  readonly outcome?: string;
  /** By default a remedy stops nothing. Administrative Penalty Law art. 73. */
  readonly stayedFrom?: string;
  readonly open: boolean;
}

/** Objections, reviews and lawsuits of all departments; those that are open first. */
export function remediesOf({ penalties, quality, credit }: Dossier): Remedy[] {
  const found: Remedy[] = [
    ...penalties.penalties.flatMap(({ penaltyId: id, department, challenge, stayedFrom }): Remedy[] =>
      challenge
        ? [{ against: 'PENALTY', id, department, ...challenge, stayedFrom, open: challenge.outcome === undefined }]
        : [],
    ),
    ...quality.samples.flatMap(({ sampleId: id, objection, recheck, state }): Remedy[] =>
      objection
        ? [
            {
              against: 'TEST_RESULT',
              id,
              department: 'market-regulation',
              remedy: 'OBJECTION',
              ...objection,
              outcome: recheck && (recheck.conforms ? 'UPHELD' : 'REJECTED'),
              open: state === 'OBJECTED',
            },
          ]
        : [],
    ),
    ...credit.records.flatMap(({ recordId: id, department, objection, challenge, state }): Remedy[] => [
      ...(objection
        ? [
            {
              against: 'CREDIT_RECORD' as const,
              id,
              department,
              remedy: 'OBJECTION',
              reason: objection.text,
              outcome: objection.answer ?? (state === 'DROPPED' ? 'UPHELD' : undefined),
              open: state === 'OBJECTED',
            },
          ]
        : []),
      ...(challenge
        ? [
            {
              against: 'CREDIT_PUBLICATION' as const,
              id,
              department,
              remedy: challenge.remedy,
              filedOn: challenge.filedOn,
              outcome: challenge.outcome,
              stayedFrom: challenge.stay?.from,
              open: challenge.outcome === undefined,
            },
          ]
        : []),
    ]),
  ];
  return found.sort((one, other) => Number(other.open) - Number(one.open));
}
