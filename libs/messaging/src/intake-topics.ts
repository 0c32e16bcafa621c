import type { Topic } from './queue.js';

/** The topics by which a department is posted to. `v1` is the version of the messages' outside, not of the commands. */
export interface IntakeTopics {
  /** CloudEvents with commands, from the department's systems. */
  readonly intake: string;
  /** One answer for each message, under the key of the message. */
  readonly results: string;
  /** What could not be read, until somebody replays or discards it. */
  readonly parked: string;
  /** Consumer group of the department, however many processes it runs as. */
  readonly group: string;
}

/** Names for a department in kebab-case: `taizhang.intake.development-reform.v1`. */
export function intakeTopics(department: string): IntakeTopics {
  const stem = `taizhang.intake.${department}`;
  return { intake: `${stem}.v1`, results: `${stem}.results.v1`, parked: `${stem}.parked.v1`, group: stem };
}

/** Bounds how many processes of one department can share the work. */
const PARTITIONS = 6;

/**
 * What the broker is asked for. Parked messages are kept by their place until a tombstone takes them away: a message
 * that nobody looked at for a month must not be gone.
 */
export const topicsOf = ({ intake, results, parked }: IntakeTopics): readonly Topic[] => [
  { name: intake, partitions: PARTITIONS },
  { name: results, partitions: PARTITIONS },
  { name: parked, partitions: 1, compacted: true },
];
