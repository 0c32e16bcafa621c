import { languages } from '#contracts';
import type { Visibility } from '#decider';
import type { DocumentStore } from '#documents';
import { departmentsOf, permits, type Activity, type Principal } from '#identity';
import type { Opening } from './document.projection.js';

const sealed = new Set(languages.filter(({ isSealed }) => isSealed).map(({ department }) => department));

/** What lets somebody read a fact of a department. */
const needOf = (visibility: Visibility, department: string): Activity =>
  visibility === 'public'
    ? 'read-cases'
    : visibility === 'government'
      ? 'read-registers'
      : sealed.has(department)
        ? 'read-tips'
        : 'read-sealed';

/** Whether somebody may read a fact, and with it what it rests on. */
export const mayRead = (caller: Principal, fact: { readonly visibility: Visibility; readonly department: string }) =>
  permits(caller, needOf(fact.visibility, fact.department));

/** By what somebody may read a document: the visibility of a fact that cites it, or its being cited by nobody yet. */
export type ReadAs = Visibility | 'uncited';

/**
 * A document is open to whoever may read a fact that rests on it. Only facts of departments that put the document count:
 * citing a hash that one has heard of opens nothing. As long as there is none, it is for those who put it, and auditors.
 */
export async function readAs(
  sha256: string,
  opening: Opening,
  caller: Principal,
  documents: Pick<DocumentStore, 'isFrom'>,
): Promise<ReadAs | undefined> {
  const isFromAny = async (departments: Iterable<string>) => {
    for (const department of departments) if (await documents.isFrom(sha256, department)) return true;
    return false;
  };
  for (const visibility of ['public', 'government', 'sealed'] as const) {
    const citing = opening[visibility] ?? [];
    if (await isFromAny(citing.filter((department) => mayRead(caller, { visibility, department })))) return visibility;
  }
  if (await isFromAny(Object.values(opening).flat())) return undefined;
  if (await isFromAny(departmentsOf(caller))) return 'uncited';
  return permits(caller, (await isFromAny(sealed)) ? 'read-tips' : 'read-sealed') ? 'uncited' : undefined;
}
