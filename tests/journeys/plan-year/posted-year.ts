import type { LedgerProcess } from '../ledger-process.js';

export interface Step {
  readonly type: string;
  readonly at: string;
  readonly dueOn?: string;
}

/** The plan year as one ledger holds it, to a reader who may read everything but tips. */
export interface PostedYear {
  /** Asked for in each journey: it is another process after a restart. */
  readonly ledger: () => LedgerProcess;
  /** Body of an answer to an auditor. */
  readonly read: (path: string) => Promise<any>;
  /** A case as it stands: `what happened, day` or `what happened, day → due day`, in order. */
  readonly told: (caseId: string) => Promise<{ readonly state: string; readonly steps: readonly string[] }>;
  /** Items of the credit feed about one record, in their order. */
  readonly feedItems: (subject: string) => Promise<any[]>;
  /** The dossier of whom a case is about. */
  readonly dossierOf: (caseId: string) => Promise<any>;
}

export function postedYear(ledger: () => LedgerProcess): PostedYear {
  const read = async (path: string): Promise<any> => (await ledger().get(path, await ledger().token('auditor'))).body;
  return {
    ledger,
    read,
    told: async (caseId) => {
      const { state, milestones } = await read(`/cases/${caseId}`);
      const steps = (milestones as Step[]).map(
        ({ type, at, dueOn }) => `${type.replace(/^[a-zA-Z]+\./, '')} ${at.slice(5, 10)}${dueOn ? ` → ${dueOn}` : ''}`,
      );
      return { state, steps };
    },
    feedItems: async (subject) =>
      (await read('/feeds/credit?limit=1000')).items.filter((item: { subject: string }) => item.subject === subject),
    dossierOf: async (caseId) => read(`/dossiers/${(await read(`/cases/${caseId}`)).uscc}`),
  };
}
