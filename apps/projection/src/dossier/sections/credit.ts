import { recordIdOf } from '#decider';
import { change, put } from '../../about.js';
import { said, section, type Said, type Section } from '../section.js';

interface Publication {
  readonly platform: string;
  readonly url: string;
  readonly publishedOn: string;
  readonly displayUntil?: string;
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
    | 'WITHDRAWN'
    | 'DISPLAY_STOPPED';
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
  };
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

/** What was told to the public about it, what was restricted, what was corrected, withdrawn, stopped, repaired. */
export const credit = section<Credit>({
  blank: { records: [], restrictions: [] },
  when: {
    'credit.CreditRecordOpened': (state, fact) => {
      const { subject, content, due } = fact.data;
      const opened: CreditRecord = {
        recordId: recordIdOf(fact),
        subject,
        partyName: content.enterprise.name,
        documentNumber: content.documentNumber,
        authority: content.authority,
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
    'credit.CreditInfoPublished': record(({ platform, url, publishedOn, displayUntil }) => ({ publications }) => ({
      state: 'PUBLISHED',
      displayUntil,
      publications: [...publications, { platform, url, publishedOn, displayUntil }],
    })),
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
