import type { Bilingual, Recorded } from '#decider';

/** What is owed, by when, by the law row that says so. */
export interface Owed {
  readonly dueOn: string;
  readonly rule?: string;
  readonly since: string;
  readonly documentNumber?: string;
  /** Who owes it, where it is no enterprise: an area, a bureau. */
  readonly whose?: string;
}

/** Something that one fact makes owed and another settles. */
export interface Duty {
  readonly kind: string;
  readonly says: Bilingual;
  readonly by: 'enterprise' | 'department';
  /** What a fact makes owed; nothing when it settles the duty. */
  readonly when: { readonly [type: string]: (fact: Recorded) => Owed | undefined };
}

/** Duties by the category of the records that they arise in. */
export type Duties = { readonly [category: string]: readonly Duty[] };

/** The fact settles the duty. */
export const settled = () => undefined;

/** The fact says by when, in its `due`. */
export const owed = ({ data, occurredAt }: Recorded): Owed => ({
  dueOn: data.due.rolledDue,
  rule: data.due.rule,
  since: occurredAt,
  documentNumber: data.documentNumber,
});
