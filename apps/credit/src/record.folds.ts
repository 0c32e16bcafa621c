import { liveOn, type Credit, type Folds, type OpenCredit, type Platform, type Shown } from './record.state.js';

type Change = (record: OpenCredit) => Partial<OpenCredit>;

// A fold never refuses: a fact of a record that was not opened changes nothing.
const change = (record: Credit, how: Change): Credit =>
  record.stage === 'none' ? record : { ...record, ...how(record) };

const show = (
  { shown }: Pick<OpenCredit, 'shown'>,
  platforms: readonly Platform[],
  how: Shown,
): OpenCredit['shown'] => ({
  ...shown,
  ...Object.fromEntries(platforms.map((platform) => [platform, { ...shown[platform], ...how }])),
});

const platformsOf = ({ shown }: OpenCredit): Platform[] => Object.keys(shown) as Platform[];

const answered = (answer: 'REJECTED' | 'UPHELD', reason: string): Change =>
  function ({ objections }) {
    return {
      objections: objections.map((objection) =>
        objection.answer ? objection : { ...objection, answer: { answer, reason } },
      ),
    };
  };

const decided = (decision: 'APPROVED' | 'REFUSED', reason: string): Change =>
  function ({ repairs }) {
    return {
      repairs: repairs.map((repair) => (repair.decision ? repair : { ...repair, decision: { decision, reason } })),
    };
  };

export const folds: Folds = {
  CreditRecordOpened: (_, data) => ({
    stage: 'opened',
    ...data,
    objections: [],
    items: {},
    shown: {},
    repairs: [],
    restrictions: {},
  }),
  SubjectNotified: (record, { notifiedOn }) => change(record, () => ({ stage: 'notified', notifiedOn })),
  ObjectionFiled: (record, { objection }) =>
    change(record, ({ objections }) => ({ objections: [...objections, { objection }] })),
  ObjectionRejected: (record, { reason }) => change(record, answered('REJECTED', reason)),
  ObjectionUpheld: (record, { reason }) =>
    change(record, (open) => ({ ...answered('UPHELD', reason)(open), stage: 'dropped' })),
  CreditInfoCollected: (record, { batchId }) => change(record, () => ({ stage: 'collected', batchId })),

  CreditInfoPushed: (record, { platform, displayUntil }, { id }) =>
    change(record, (open) => ({
      items: { ...open.items, [id]: {} },
      shown: show(open, [platform], {
        item: id,
        isRejected: false,
        wrongField: undefined,
        ...(displayUntil === undefined ? {} : { until: displayUntil }),
      }),
    })),
  CreditInfoAcknowledged: (record, { itemId, receiptNumber }) =>
    change(record, ({ items }) => ({
      items: { ...items, [itemId]: { outcome: 'acknowledged', answer: receiptNumber } },
    })),
  CreditInfoRejected: (record, { itemId, field, reason }) =>
    change(record, (open) => ({
      items: { ...open.items, [itemId]: { outcome: 'rejected', answer: reason } },
      // An answer to an item that a newer one replaced says nothing of the newer one.
      shown: show(
        open,
        platformsOf(open).filter(
          (platform) => open.shown[platform]!.item === itemId && !open.shown[platform]!.isStopped,
        ),
        { isRejected: true, wrongField: field },
      ),
    })),
  CreditInfoPublished: (record, { platform, url, publishedOn, displayUntil, mirrorDue }) =>
    change(record, (open) => ({
      shown: show(open, [platform], { url, publishedOn, until: displayUntil }),
      ...(mirrorDue === undefined ? {} : { mirrorDue }),
    })),
  CreditInfoCorrected: (record, { content, displays = [] }, { id }) =>
    change(record, (open) => {
      const sent = platformsOf(open).filter((platform) => !open.shown[platform]!.isStopped);
      // Where it is live the correction itself goes out; where it was rejected it is pushed again.
      const changes: readonly (readonly [readonly Platform[], Shown])[] = [
        [sent, { wrongField: undefined }],
        [liveOn(open), { item: id, isRejected: false }],
        ...displays.map(({ platform, displayUntil }) => [[platform], { until: displayUntil }] as const),
      ];
      const shown = changes.reduce((so, [platforms, how]) => show({ shown: so }, platforms, how), open.shown);
      return { content, shown, items: { ...open.items, [id]: {} } };
    }),
  CreditInfoWithdrawn: (record, { reason }, { id }) =>
    change(record, (open) => ({
      stage: 'withdrawn',
      withdrawnBecause: reason,
      items: { ...open.items, [id]: {} },
      shown: show(open, platformsOf(open), { isStopped: true }),
    })),
  AnnulmentNoted: (record, annulment) => change(record, () => ({ annulment })),
  PublicationOverdue: (record) => change(record, () => ({ isPublicationOverdue: true })),
  MirrorOverdue: (record) => change(record, () => ({ isMirrorOverdue: true })),
  WithdrawalOverdue: (record) => change(record, () => ({ isWithdrawalOverdue: true })),
  DisplayStopped: (record, { platforms, reason }, { id }) =>
    change(record, (open) => ({
      items: { ...open.items, [id]: {} },
      shown: show(open, platforms, { isStopped: true, stoppedFor: reason, isSuspended: false }),
    })),
  DisplaySuspended: (record, { platforms }, { id }) =>
    change(record, (open) => ({
      items: { ...open.items, [id]: {} },
      shown: show(open, platforms, { isSuspended: true }),
    })),
  DisplayResumed: (record, { displays }, { id }) =>
    change(record, (open) => ({
      items: { ...open.items, [id]: {} },
      shown: displays.reduce(
        (shown, { platform, displayUntil: until }) =>
          show({ shown }, [platform], { item: id, isStopped: false, stoppedFor: undefined, isSuspended: false, until }),
        open.shown,
      ),
    })),
  LateExitNoted: (record, { exitedOn }) => change(record, () => ({ exitedOn })),

  RepairApplied: (record, application) => change(record, ({ repairs }) => ({ repairs: [...repairs, { application }] })),
  RepairApproved: (record, { reason }) => change(record, decided('APPROVED', reason)),
  RepairRefused: (record, { reason }) => change(record, decided('REFUSED', reason)),

  RepairPromiseBroken: (record, brokenPromise) => change(record, () => ({ brokenPromise })),

  ChallengeNoted: (record, challenge) =>
    change(record, () => ({ challenge, stay: undefined, challengeOutcome: undefined })),
  StayNoted: (record, stay) => change(record, () => ({ stay })),
  ChallengeOutcomeNoted: (record, challengeOutcome) => change(record, () => ({ challengeOutcome })),

  CreditRestrictionProposed: (record, { field, measure }) => restrict(record, field, { status: 'proposed', measure }),
  CreditInfoSharedOnly: (record, { field, measure }) => restrict(record, field, { status: 'shared', measure }),
  CreditRestrictionApplied: (record, { field, measure, from, to }) =>
    restrict(record, field, { status: 'applied', measure, from, ...(to === undefined ? {} : { to }) }),
  CreditRestrictionLifted: (record, { field, reason }) =>
    change(record, ({ restrictions }) => ({
      restrictions: {
        ...restrictions,
        [field]: { measure: '', ...restrictions[field], status: 'lifted', liftedBecause: reason },
      },
    })),
};

type Restrictions = OpenCredit['restrictions'];

const restrict = (
  record: Credit,
  field: keyof Restrictions,
  restriction: NonNullable<Restrictions[keyof Restrictions]>,
): Credit => change(record, ({ restrictions }) => ({ restrictions: { ...restrictions, [field]: restriction } }));
