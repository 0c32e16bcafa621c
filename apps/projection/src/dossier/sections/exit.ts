import { recordIdOf, type Recorded } from '#decider';
import { change } from '../../about.js';
import { said, section, type Said } from '../section.js';

/** A step of the isolation, and whether it still holds. */
interface Step {
  readonly step: string;
  readonly on: string;
  readonly holds: boolean;
}

/** One exit file as it stands. */
interface File extends Said {
  readonly exitId: string;
  readonly siteId?: string;
  readonly scope: string;
  readonly line: string;
  readonly ground: string;
  readonly state: string;
  readonly orderDocumentNumber?: string;
  readonly dismantleBy?: string;
  readonly deferredFor?: string;
  readonly isOverdue: boolean;
  readonly isolation: readonly Step[];
  readonly breaches: readonly { readonly breach: string; readonly foundOn: string }[];
  readonly stoppedOn?: string;
  readonly dismantledOn?: string;
  readonly acceptance?: { readonly status: string; readonly opinionNumber: string; readonly acceptedOn: string };
  readonly announcements: readonly { readonly purpose: string; readonly url: string; readonly publishedOn: string }[];
  readonly pledge?: { readonly text: string; readonly url: string; readonly publishedOn: string };
  readonly archiveNumber?: string;
  readonly eliminatedOn?: string;
  readonly enterpriseClosed?: { readonly manner: string; readonly closedOn: string };
  readonly exitNotCompleted?: { readonly dueOn: string; readonly documentNumber: string };
  readonly rechecks: readonly {
    readonly checkedOn: string;
    readonly restored: boolean;
    readonly restorable: boolean;
  }[];
}

interface Exit {
  readonly files: readonly File[];
}

type Fold = (state: Exit, fact: Recorded) => Exit;

/** Changes the file that a fact belongs to. */
const files =
  (changed: (data: any, file: File) => Partial<File>): Fold =>
  ({ files }, fact) => {
    const exitId = recordIdOf(fact);
    const file = files.find((one) => one.exitId === exitId);
    return { files: file ? change(files, (one) => one === file, changed(fact.data, file)) : files };
  };

const step = (name: string, day: string, besides: (data: any) => Partial<File> = () => ({})): Fold =>
  files((data, { isolation }) => ({
    ...besides(data),
    isolation: [...isolation.filter((one) => one.step !== name), { step: name, on: data[day] as string, holds: true }],
  }));

const undone = (isolation: readonly Step[], steps: readonly string[]): Step[] =>
  isolation.map((one) => (steps.includes(one.step) ? { ...one, holds: false } : one));

/** What exits, how far it is, and whether it stays exited. */
export const exit = section<Exit>({
  blank: { files: [] },
  when: {
    'industry.ExitFileOpened': ({ files }, fact) => {
      const { enterprise, scope, line, ground, orderDocumentNumber } = fact.data;
      const opened = { exitId: recordIdOf(fact), siteId: enterprise.siteId, scope, line, ground, orderDocumentNumber };
      const state = ground === 'ELIMINATION_CATEGORY' ? 'LISTED' : 'ORDERED';
      const nothing = { isOverdue: false, isolation: [], breaches: [], announcements: [], rechecks: [] };
      return { files: [...files, { ...opened, state, ...nothing, ...said(fact) }] };
    },
    'industry.EliminationOrdered': files(({ documentNumber, due }) => ({
      state: 'ORDERED',
      orderDocumentNumber: documentNumber,
      dismantleBy: due.rolledDue,
    })),
    'industry.ProcessShutDown': files(({ stoppedOn }) => ({ stoppedOn })),
    'industry.DismantlingStarted': files(() => ({ state: 'DISMANTLING' })),
    'industry.MainEquipmentDismantled': files(({ dismantledOn }) => ({ state: 'DISMANTLED', dismantledOn })),
    'industry.DismantlingDeferred': files(({ reason, due }) => ({
      state: 'DEFERRED',
      deferredFor: reason,
      dismantleBy: due.rolledDue,
    })),
    'industry.DismantlingOverdue': files(() => ({ isOverdue: true })),
    'industry.WaterCut': step('WaterCut', 'cutOn'),
    'industry.PowerCut': step('PowerCut', 'cutOn'),
    'industry.PowerUnitRemoved': step('PowerUnitRemoved', 'removedOn'),
    'industry.MainEquipmentSealed': step('MainEquipmentSealed', 'sealedOn'),
    'industry.NoResumptionPledgePublished': step(
      'NoResumptionPledgePublished',
      'publishedOn',
      ({ text, url, publishedOn }) => ({ pledge: { text, url, publishedOn } }),
    ),
    'industry.ExitAnnounced': (state, fact) => {
      const { purpose, url, publishedOn } = fact.data;
      const announced = files((_, { announcements }) => ({
        announcements: [...announcements, { purpose, url, publishedOn }],
        ...(purpose === 'ACCEPTANCE' ? { state: 'ANNOUNCED' } : {}),
      }))(state, fact);
      return purpose === 'ISOLATION' ? step('ExitAnnounced', 'publishedOn')(announced, fact) : announced;
    },
    'industry.ExitIsolated': files(() => ({ state: 'ISOLATED' })),
    'industry.IsolationBreached': files(({ breach, foundOn, undone: steps }, { breaches, isolation }) => ({
      state: 'BREACHED',
      breaches: [...breaches, { breach, foundOn }],
      isolation: undone(isolation, steps),
    })),
    'industry.ExitAcceptanceInspected': files(({ result }) => ({
      state: result === 'PASSED' ? 'INSPECTED' : 'INSPECTION_FAILED',
    })),
    'industry.ExitAccepted': files(({ status, opinionNumber, acceptedOn }) => ({
      state: `ACCEPTED_${status}`,
      acceptance: { status, opinionNumber, acceptedOn },
    })),
    'industry.ExitAcceptanceRejected': files(({ redo = [] }, { isolation }) => ({
      state: 'REJECTED',
      dismantledOn: undefined,
      isolation: undone(isolation, redo),
    })),
    'industry.ExitArchiveFiled': files(({ archiveNumber }) => ({ state: 'ARCHIVED', archiveNumber })),
    'industry.LineEliminated': files(({ eliminatedOn }) => ({ eliminatedOn })),
    'industry.EnterpriseClosed': files(({ manner, closedOn }) => ({ enterpriseClosed: { manner, closedOn } })),
    'industry.ExitNonCompletionDetermined': files(({ dueOn, documentNumber }) => ({
      exitNotCompleted: { dueOn, documentNumber },
    })),
    'industry.ExitedCapacityRechecked': files(({ checkedOn, restored, restorable }, { rechecks }) => ({
      rechecks: [...rechecks, { checkedOn, restored, restorable }],
    })),
  },
});
