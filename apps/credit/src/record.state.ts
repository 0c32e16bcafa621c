import type { credit } from '#contracts';
import { Refusal, type Decider, type FactOf } from '#decider';
import type { RestrictionField } from '#codes';

export type Commands = credit.Commands<'record'>;
export type Events = credit.Events<'record'>;
export type Platform = Events['CreditInfoPushed']['platform'];
export type Content = credit.CreditContent;
export type Rules = Decider<Credit, Commands, Events>['decide'];
export type Folds = Decider<Credit, Commands, Events>['evolve'];
export type CreditFact = FactOf<Events>;

/** An item of the feed, by the id of its fact, and what the platform answered to it. */
export interface Item {
  readonly outcome?: 'acknowledged' | 'rejected';
  /** Receipt number, or the reason of the rejection. */
  readonly answer?: string;
}

/** The record on one platform. */
export interface Shown {
  /** Item of the feed that the platform has to answer; none where the record came down the chain. */
  readonly item?: string;
  readonly isRejected?: boolean;
  /** Field that the last rejection named and nobody has corrected since. */
  readonly wrongField?: string;
  readonly publishedOn?: string;
  readonly url?: string;
  readonly until?: string;
  readonly isStopped?: boolean;
  /** Why display stopped, as far as it may be resumed. */
  readonly stoppedFor?: Events['DisplayStopped']['reason'];
  /** Not shown while execution of the decision is stayed. */
  readonly isSuspended?: boolean;
}

export interface Objection {
  readonly objection: string;
  readonly answer?: { readonly answer: 'REJECTED' | 'UPHELD'; readonly reason: string };
}

export interface Repair {
  readonly application: Events['RepairApplied'];
  readonly decision?: { readonly decision: 'APPROVED' | 'REFUSED'; readonly reason: string };
}

export interface Restriction {
  readonly status: 'proposed' | 'shared' | 'applied' | 'lifted';
  readonly measure: string;
  readonly from?: string;
  readonly to?: string;
  readonly liftedBecause?: string;
}

export interface OpenCredit {
  readonly stage: 'opened' | 'notified' | 'dropped' | 'collected' | 'withdrawn';
  readonly subject: Events['CreditRecordOpened']['subject'];
  readonly content: Content;
  readonly origin: string;
  readonly department?: string;
  /** Register that shows it first; the chain when there is none. */
  readonly home?: 'GSXT';
  readonly due: Events['CreditRecordOpened']['due'];
  readonly notifiedOn?: string;
  readonly objections: readonly Objection[];
  readonly batchId?: string;
  readonly items: Readonly<Record<string, Item>>;
  readonly shown: Readonly<Partial<Record<Platform, Shown>>>;
  readonly isPublicationOverdue?: boolean;
  /** By when Credit China must follow the register. */
  readonly mirrorDue?: Events['CreditRecordOpened']['due'];
  readonly isMirrorOverdue?: boolean;
  readonly annulment?: Events['AnnulmentNoted'];
  readonly isWithdrawalOverdue?: boolean;
  readonly withdrawnBecause?: string;
  readonly exitedOn?: string;
  readonly repairs: readonly Repair[];
  readonly brokenPromise?: Events['RepairPromiseBroken'];
  readonly challenge?: Events['ChallengeNoted'];
  readonly stay?: Events['StayNoted'];
  readonly challengeOutcome?: Events['ChallengeOutcomeNoted'];
  readonly restrictions: Readonly<Partial<Record<RestrictionField, Restriction>>>;
}

export type Credit = { readonly stage: 'none' } | OpenCredit;

/** The record, or the refusal that there is none. */
export function opened(record: Credit): OpenCredit {
  if (record.stage !== 'none') return record;
  throw new Refusal(
    'credit/no-record',
    { zh: '没有这条信用记录', en: 'There is no such credit record' },
    {
      clause: '3.2',
      wayOut: {
        zh: '信用记录由处罚决定或未按期退出的认定触发，请核对记录编号',
        en: 'A record is opened by a penalty or by a determined non-completion of exit; check its id',
      },
    },
  );
}

/** Whether execution of the decision is stayed, and the challenge that it was stayed for has not ended. */
export const isStayed = ({ stay, challengeOutcome }: OpenCredit): boolean =>
  stay !== undefined && challengeOutcome === undefined;

export const pendingObjection = ({ objections }: OpenCredit): Objection | undefined =>
  objections.find(({ answer }) => !answer);

export const pendingRepair = ({ repairs }: OpenCredit): Repair | undefined => repairs.find(({ decision }) => !decision);

const isHeld = ({ isStopped, isRejected, publishedOn }: Shown): boolean =>
  !isStopped && (!isRejected || publishedOn !== undefined);

/** Platforms that hold the record: they show it, or would but for a stay. */
export const heldOn = ({ shown }: OpenCredit): Platform[] =>
  (Object.keys(shown) as Platform[]).filter((platform) => isHeld(shown[platform]!));

/** Platforms that show the record, or were sent it and have not rejected it. */
export const liveOn = (record: OpenCredit): Platform[] =>
  heldOn(record).filter((platform) => !record.shown[platform]!.isSuspended);

/** Whether any platform showed it by the end of a day, whatever became of it since. */
export const wasPublishedBy = ({ shown }: OpenCredit, day: string): boolean =>
  Object.values(shown).some(({ publishedOn }) => publishedOn !== undefined && publishedOn <= day);

export const isPublished = (record: OpenCredit): boolean =>
  liveOn(record).some((platform) => record.shown[platform]!.publishedOn !== undefined);

/** Whether two payloads say the same; what is left out and what is undefined are one. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
  const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSame(a[key], b[key]));
}
