import type { Recorded } from '#decider';
import { recordIdOf } from '#decider';
import { dayOf } from '#law';
import { projection } from '#projection';

/** A tip as its register shows it: days and never instants, and nothing of who told. */
export interface TipEntry {
  readonly state: string;
  readonly channel?: string;
  readonly topic?: string;
  readonly county?: string;
  readonly targetText?: string;
  /** Whether somebody gave a name, which only the vault knows. */
  readonly isAnonymous: boolean;
  readonly receivedOn?: string;
  readonly handler?: string;
  readonly office?: string;
  readonly dueOn?: string;
  readonly isExtended: boolean;
  readonly overdue: readonly string[];
  readonly substantiated?: boolean;
  readonly findings?: string;
  /** The record that it led to. Nothing there leads back. */
  readonly outcome?: { readonly department: string; readonly record: string; readonly recordId: string };
  readonly satisfaction?: string;
  readonly rewardFen?: number;
  readonly conclusion?: string;
  readonly steps: readonly { readonly type: string; readonly on: string }[];
}

const step =
  (state: string | undefined, change: (tip: TipEntry, fact: Recorded) => Partial<TipEntry>) =>
  (tip: TipEntry, fact: Recorded): TipEntry => ({
    ...tip,
    ...(state === undefined ? {} : { state }),
    ...change(tip, fact),
    steps: [...tip.steps, { type: fact.type, on: dayOf(fact.occurredAt) }],
  });

/** Tips by their random ids: a table of its own, which no other question reads. */
export const tipRegister = projection<TipEntry>({
  name: 'tip_register',
  version: 1,
  key: recordIdOf,
  blank: () => ({ state: 'RECEIVED', isAnonymous: true, isExtended: false, overdue: [], steps: [] }),
  columns: {
    state: { type: 'text', of: ({ state }) => state, index: true },
    county: { type: 'text', of: ({ county }) => county ?? null },
    handler: { type: 'text', of: ({ handler }) => handler ?? null },
  },
  when: {
    'hotline.TipReceived': step('RECEIVED', (_, { data, occurredAt }) => ({
      channel: data.channel,
      topic: data.topic,
      county: data.county,
      targetText: data.targetText,
      isAnonymous: data.contactRef === undefined,
      receivedOn: dayOf(occurredAt),
      dueOn: data.dispatchBy,
    })),
    'hotline.TipDispatched': step('DISPATCHED', (_, { data }) => ({
      handler: data.handler,
      dueOn: data.due.rolledDue,
    })),
    'hotline.TipReturned': step('RETURNED', (_, { data }) => ({ handler: undefined, dueOn: data.dispatchBy })),
    'hotline.TipAccepted': step('ACCEPTED', (_, { data }) => ({ office: data.office })),
    'hotline.TipExtended': step(undefined, (_, { data }) => ({ dueOn: data.due.rolledDue, isExtended: true })),
    'hotline.TipVerified': step('VERIFIED', (_, { data }) => ({
      substantiated: data.substantiated,
      findings: data.findings,
      outcome: data.outcome,
      dueOn: data.due?.rolledDue,
    })),
    'hotline.TipReplied': step('REPLIED', () => ({ dueOn: undefined })),
    'hotline.TipRevisited': step('REVISITED', (_, { data }) => ({ satisfaction: data.satisfaction })),
    'hotline.TipRewarded': step(undefined, (_, { data }) => ({ rewardFen: data.amountFen })),
    'hotline.TipClosed': step('CLOSED', (_, { data }) => ({ conclusion: data.conclusion, dueOn: undefined })),
    'hotline.TipOverdue': step(undefined, ({ overdue }, { data }) => ({ overdue: [...overdue, data.stage] })),
  },
});
