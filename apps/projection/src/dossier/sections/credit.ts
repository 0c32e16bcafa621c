import { recordIdOf } from '#decider';
import { change, put } from '../../about.js';
import { said, section, type Said, type Section } from '../section.js';

interface Publication {
  readonly platform: string;
  readonly url: string;
  readonly publishedOn: string;
  readonly displayUntil?: string;
  /** Row of law, in its version, that the period was computed by: `publicity/credit-china-general@2019`. */
  readonly rule?: string;
  /** By when Credit China must show it too. */
  readonly mirrorBy?: string;
  readonly suspendedOn?: string;
  readonly stoppedOn?: string;
}

interface CreditRecord extends Said {
  readonly recordId: string;
  readonly subject: string;
  readonly partyName: string;
  readonly documentNumber: string;
  readonly authority: string;
  readonly state:
    | 'OPENED'
    | 'SUBJECT_NOTIFIED'
    | 'OBJECTED'
    | 'DROPPED'
    | 'COLLECTED'
    | 'PUSHED'
    | 'REJECTED_BY_PLATFORM'
    | 'PUBLISHED'
    | 'DISPLAY_SUSPENDED'
    | 'WITHDRAWN'
    | 'DISPLAY_STOPPED';
  readonly department?: string;
  /** Register that shows it first, where that is not the chain. */
  readonly home?: string;
  readonly publishBy?: string;
  readonly displayUntil?: string;
  readonly publications: readonly Publication[];
  readonly receipts: readonly (Said & { readonly receiptNumber: string })[];
  readonly exitedOn?: string;
  readonly corrections: readonly (Said & { readonly reason: string })[];
  readonly objection?: { readonly text: string; readonly answer?: string };
  readonly annulledOn?: string;
  readonly stopped?: { readonly reason: string; readonly on: string };
  readonly overdue: readonly ('PUBLISH' | 'MIRROR' | 'WITHDRAW')[];
  readonly repair?: {
    readonly appliedOn: string;
    readonly decision?: 'APPROVED' | 'REFUSED';
    readonly reason?: string;
    readonly brokenPromise?: { readonly promiseId: string; readonly determinedOn: string };
  };
  /** The badge: under review or before court, stayed or not, and how it ended. */
  readonly challenge?: {
    readonly remedy: string;
    readonly forum: string;
    readonly filedOn: string;
    readonly stay?: { readonly from: string; readonly orderedBy: string; readonly documentNumber: string };
    readonly outcome?: string;
    readonly decidedOn?: string;
  };
}

interface CreditPromise extends Said {
  readonly promiseId: string;
  readonly code: string;
  readonly kind: string;
  readonly matter: string;
  readonly content: string;
  readonly madeOn: string;
  readonly validUntil?: string;
  readonly acceptedBy: string;
  readonly openness: string;
  readonly origin?: string;
  readonly fulfilment?: string;
  readonly unfulfilled?: string;
  readonly determinedOn?: string;
}

/** What another authority listed. No department of the city makes such an entry. */
interface SeriousEntry extends Said {
  readonly entryId: string;
  readonly listName: string;
  readonly basis: string;
  readonly authority: string;
  readonly documentNumber: string;
  readonly listedOn: string;
  readonly ground: string;
  readonly displayUntil?: string;
  readonly removedOn?: string;
  readonly removedBecause?: string;
  readonly stopBy?: string;
  readonly stoppedOn?: string;
  readonly isOverdue?: boolean;
}

interface Restriction extends Said {
  readonly recordId: string;
  readonly field: string;
  readonly measure?: string;
  readonly state: 'PROPOSED' | 'APPLIED' | 'SHARED_ONLY' | 'LIFTED';
  readonly legalBasis?: string;
  readonly from?: string;
  readonly to?: string;
  readonly reason?: string;
}

interface Credit {
  readonly records: readonly CreditRecord[];
  readonly restrictions: readonly Restriction[];
  readonly promises: readonly CreditPromise[];
  readonly seriousList: readonly SeriousEntry[];
}

type When = Section<Credit>['when'][string];
type Change = Partial<CreditRecord> | ((record: CreditRecord) => Partial<CreditRecord>);

const record =
  (changed: (data: any, said: Said) => Change): When =>
  (state, fact) => {
    const id = recordIdOf(fact);
    const known = state.records.find(({ recordId }) => recordId === id);
    if (!known) return state;
    const now = changed(fact.data, said(fact));
    return {
      ...state,
      records: change(state.records, ({ recordId }) => recordId === id, typeof now === 'function' ? now(known) : now),
    };
  };

const restriction =
  (changed: (data: any) => Partial<Restriction> & Pick<Restriction, 'state'>): When =>
  (state, fact) => {
    const id = recordIdOf(fact);
    const { field } = fact.data as { field: string };
    return {
      ...state,
      restrictions: put(
        state.restrictions,
        (one) => one.recordId === id && one.field === field,
        (one) => ({ ...one, recordId: id, field, ...changed(fact.data), ...said(fact) }),
      ),
    };
  };

const promise =
  (changed: (data: any) => Partial<CreditPromise>): When =>
  (state, fact) => ({
    ...state,
    promises: change(state.promises, ({ promiseId }) => promiseId === recordIdOf(fact), changed(fact.data)),
  });

const entry =
  (changed: (data: any) => Partial<SeriousEntry>): When =>
  (state, fact) => ({
    ...state,
    seriousList: change(state.seriousList, ({ entryId }) => entryId === recordIdOf(fact), changed(fact.data)),
  });

/** What was told to the public about it, what was restricted, what was corrected, withdrawn, stopped, repaired. */
export const credit = section<Credit>({
  blank: { records: [], restrictions: [], promises: [], seriousList: [] },
  when: {
    'credit.CreditRecordOpened': (state, fact) => {
      const { subject, content, department, home, due } = fact.data;
      const opened: CreditRecord = {
        recordId: recordIdOf(fact),
        subject,
        partyName: content.enterprise.name,
        documentNumber: content.documentNumber,
        authority: content.authority,
        ...(department === undefined ? {} : { department }),
        ...(home === undefined ? {} : { home }),
        state: 'OPENED',
        publishBy: due.rolledDue,
        publications: [],
        receipts: [],
        corrections: [],
        overdue: [],
        ...said(fact),
      };
      return {
        ...state,
        records: put(
          state.records,
          ({ recordId }) => recordId === opened.recordId,
          () => opened,
        ),
      };
    },
    'credit.SubjectNotified': record(() => ({ state: 'SUBJECT_NOTIFIED' })),
    'credit.ObjectionFiled': record(({ objection }) => ({ state: 'OBJECTED', objection: { text: objection } })),
    'credit.ObjectionRejected': record(({ reason }) => ({ objection }) => ({
      state: 'SUBJECT_NOTIFIED',
      objection: { text: objection?.text ?? '', answer: reason },
    })),
    'credit.ObjectionUpheld': record(({ reason }) => ({ objection }) => ({
      state: 'DROPPED',
      objection: { text: objection?.text ?? '', answer: reason },
    })),
    'credit.CreditInfoCollected': record(() => ({ state: 'COLLECTED' })),
    'credit.CreditInfoPushed': record(({ displayUntil }) => ({ state }) => ({
      state: state === 'PUBLISHED' ? state : 'PUSHED',
      displayUntil,
    })),
    'credit.CreditInfoRejected': record(() => ({ state: 'REJECTED_BY_PLATFORM' })),
    'credit.CreditInfoPublished': (state, fact) => {
      const [row] = fact.rules;
      const rule = row === undefined ? {} : { rule: `${row.ruleId}@${row.version}` };
      return record(({ platform, url, publishedOn, displayUntil, mirrorDue }) => ({ publications }) => ({
        state: 'PUBLISHED',
        displayUntil,
        publications: [
          ...publications,
          {
            ...{ platform, url, publishedOn, displayUntil, ...rule },
            ...(mirrorDue === undefined ? {} : { mirrorBy: mirrorDue.rolledDue }),
          },
        ],
      }))(state, fact);
    },
    'credit.CreditInfoCorrected': record(({ content, reason }, said) => ({ corrections }) => ({
      documentNumber: content.documentNumber,
      authority: content.authority,
      corrections: [...corrections, { reason, ...said }],
    })),
    'credit.AnnulmentNoted': record(({ annulledOn }) => ({ annulledOn })),
    'credit.CreditInfoWithdrawn': record(({ reason }, { at }) => ({ state: 'WITHDRAWN', stopped: { reason, on: at } })),
    'credit.PublicationOverdue': record(() => ({ overdue }) => ({ overdue: [...overdue, 'PUBLISH'] })),
    'credit.MirrorOverdue': record(() => ({ overdue }) => ({ overdue: [...overdue, 'MIRROR'] })),
    'credit.WithdrawalOverdue': record(() => ({ overdue }) => ({ overdue: [...overdue, 'WITHDRAW'] })),
    // Platforms have clocks of their own: one may stop while another still shows the record.
    'credit.DisplayStopped': record(({ platforms, reason, stoppedOn }) => ({ publications, state }) => {
      const left = publications.map((one) => (platforms.includes(one.platform) ? { ...one, stoppedOn } : one));
      const shown = left.some((one) => one.stoppedOn === undefined);
      return { publications: left, state: shown ? state : 'DISPLAY_STOPPED', stopped: { reason, on: stoppedOn } };
    }),
    'credit.DisplaySuspended': record(({ platforms, suspendedOn }) => ({ publications, state }) => {
      const left = publications.map((one) => (platforms.includes(one.platform) ? { ...one, suspendedOn } : one));
      const shown = left.some((one) => one.stoppedOn === undefined && one.suspendedOn === undefined);
      return { publications: left, state: shown ? state : 'DISPLAY_SUSPENDED' };
    }),
    'credit.DisplayResumed': record(({ displays }) => ({ publications }) => {
      const until = new Map(displays.map((one: any) => [one.platform, one.displayUntil]));
      return {
        publications: publications.map((one) =>
          until.has(one.platform)
            ? { ...one, displayUntil: until.get(one.platform), suspendedOn: undefined, stoppedOn: undefined }
            : one,
        ) as Publication[],
        state: 'PUBLISHED',
        stopped: undefined,
      };
    }),
    'credit.ChallengeNoted': record(({ remedy, forum, filedOn }) => ({ challenge: { remedy, forum, filedOn } })),
    'credit.StayNoted': record(({ orderedBy, documentNumber, stayedFrom }) => ({ challenge }) => ({
      challenge: {
        ...{ remedy: '', forum: '', filedOn: '' },
        ...challenge,
        stay: { from: stayedFrom, orderedBy, documentNumber },
      },
    })),
    'credit.ChallengeOutcomeNoted': record(({ outcome, decidedOn }) => ({ challenge }) => ({
      challenge: { ...{ remedy: '', forum: '', filedOn: '' }, ...challenge, outcome, decidedOn },
    })),
    'credit.CreditInfoAcknowledged': record(({ receiptNumber }, said) => ({ receipts }) => ({
      receipts: [...receipts, { receiptNumber, ...said }],
    })),
    'credit.LateExitNoted': record(({ exitedOn }) => ({ exitedOn })),
    'credit.RepairApplied': record(({ appliedOn }) => ({ repair: { appliedOn } })),
    'credit.RepairApproved': record(({ reason }) => ({ repair }) => ({
      repair: { appliedOn: '', ...repair, decision: 'APPROVED', reason },
    })),
    'credit.RepairRefused': record(({ reason }) => ({ repair }) => ({
      repair: { appliedOn: '', ...repair, decision: 'REFUSED', reason },
    })),
    'credit.RepairPromiseBroken': record(({ promiseId, determinedOn }) => ({ repair }) => ({
      repair: { appliedOn: '', ...repair, brokenPromise: { promiseId, determinedOn } },
    })),
    'credit.PromiseRegistered': (state, fact) => {
      const { code, kind, matter, content, madeOn, validUntil, acceptedBy, openness, origin } = fact.data;
      const promiseId = recordIdOf(fact);
      const made = { code, kind, matter, content, madeOn, validUntil, acceptedBy, openness, origin };
      return {
        ...state,
        promises: put(
          state.promises,
          (one) => one.promiseId === promiseId,
          () => ({ promiseId, ...made, ...said(fact) }),
        ),
      };
    },
    'credit.PromiseAssessed': promise(({ fulfilment, unfulfilled, determinedOn }) => ({
      fulfilment,
      unfulfilled,
      determinedOn,
    })),
    'credit.SeriousListEntryImported': (state, fact) => {
      const { listName, basis, authority, documentNumber, listedOn, ground, displayUntil } = fact.data;
      const entryId = recordIdOf(fact);
      const listed = { listName, basis, authority, documentNumber, listedOn, ground, displayUntil };
      return {
        ...state,
        seriousList: put(
          state.seriousList,
          (one) => one.entryId === entryId,
          () => ({ entryId, ...listed, ...said(fact) }),
        ),
      };
    },
    'credit.SeriousListEntryRemoved': entry(({ removedOn, reason, due }) => ({
      removedOn,
      removedBecause: reason,
      stopBy: due.rolledDue,
    })),
    'credit.ListDisplayStopped': entry(({ stoppedOn }) => ({ stoppedOn })),
    'credit.ListDisplayOverdue': entry(() => ({ isOverdue: true })),
    'credit.CreditRestrictionProposed': restriction(({ measure }) => ({ state: 'PROPOSED', measure })),
    'credit.CreditRestrictionApplied': restriction(({ measure, legalBasis, from, to }) => ({
      state: 'APPLIED',
      measure,
      legalBasis,
      from,
      to,
    })),
    'credit.CreditInfoSharedOnly': restriction(({ measure }) => ({ state: 'SHARED_ONLY', measure })),
    'credit.CreditRestrictionLifted': restriction(({ reason }) => ({ state: 'LIFTED', reason })),
  },
});
