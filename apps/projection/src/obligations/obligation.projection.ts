import { projection } from '#projection';
import { caseOf, categoryOf, enterpriseIn, usccOf } from '../about.js';
import type { Owed } from '../duties/duty.js';
import { duties, dutyTypes } from '../duties/every-duty.js';

/** A duty of one record, with whom it is about. The row stays when nothing is owed: it may be owed again. */
export interface Obligation {
  readonly kind: string;
  readonly caseId?: string;
  readonly uscc?: string;
  readonly name?: string;
  readonly county?: string;
  readonly owed?: Owed;
}

/** Sorts after every day: what is not owed has no place in the order. */
const NEVER = '9999-12-31';

export const obligation = projection<Obligation>({
  name: 'open_obligation',
  version: 4,
  key: (fact) => (duties[categoryOf(fact)] ?? []).map(({ kind }) => `${fact.stream}/${kind}`),
  blank: (key) => ({ kind: key.slice(key.lastIndexOf('/') + 1) }),
  columns: {
    open: { type: 'boolean', of: ({ owed }) => owed !== undefined },
    due_on: { type: 'text', of: ({ owed }) => owed?.dueOn ?? NEVER, index: true },
    county: { type: 'text', of: ({ county }) => county ?? null, index: true },
    department: { type: 'text', of: (_, key) => key.slice(0, key.indexOf('.')), index: true },
    uscc: { type: 'text', of: ({ uscc }) => uscc ?? null, index: true },
  },
  when: Object.fromEntries(
    dutyTypes.map((type) => [
      type,
      (row, fact) => {
        const when = duties[categoryOf(fact)]?.find(({ kind }) => kind === row.kind)?.when ?? {};
        const told = enterpriseIn(fact);
        return {
          ...row,
          caseId: caseOf(fact) ?? row.caseId,
          uscc: usccOf(fact) ?? row.uscc,
          name: told?.name ?? row.name,
          county: told?.county ?? (fact.data.county as string | undefined) ?? row.county,
          owed: Object.hasOwn(when, type) ? when[type]!(fact) : row.owed,
        };
      },
    ]),
  ),
});
