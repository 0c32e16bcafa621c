/** How the cases of one kind of record stand. */
export interface CaseStates {
  /** The state that a fact of the case's own stream leads to; an empty one leaves it as it is. */
  readonly states: { readonly [type: string]: (data: any) => string };
  /** States in which nothing more is owed. */
  readonly ended: readonly string[];
  /** States in which nothing is held against anybody. */
  readonly clean: readonly string[];
  /** States in which the party says that all is put right, and nobody has accepted it yet. */
  readonly pending: readonly string[];
  /** Facts of other records that name the case and belong to its history. */
  readonly related: readonly string[];
}
