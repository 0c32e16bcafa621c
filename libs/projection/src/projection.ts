import type { Recorded } from '#decider';

/** What a column may hold. Days and instants are text: ISO 8601 sorts as it reads. */
export interface ColumnTypes {
  readonly text: string;
  readonly bigint: number;
  readonly boolean: boolean;
  /** Each at most once. With an index rows are found by any of them. */
  readonly 'text[]': readonly string[];
}

/** A value of the row that queries may filter and sort by. */
export interface Column<Row, Type extends keyof ColumnTypes = keyof ColumnTypes> {
  readonly type: Type;
  readonly of: (row: Row, key: string) => ColumnTypes[Type] | null;
  readonly index?: boolean;
}

/**
 * A question someone asks, answered by folding the ledger: one row per key.
 *
 * Pure, and it MUST NOT refuse: what was stored has happened. Facts that `when` does not name are not addressed to it.
 */
export interface Projection<Row extends object = any> {
  /** As the reader speaks, in snake case: `enterprise_dossier`. Names its table. */
  readonly name: string;
  /** Raised whenever the same ledger would give other rows; the new version is built beside the old one. */
  readonly version: number;
  /** Which rows a fact belongs to; none when it is about nobody here. */
  readonly key: (fact: Recorded) => string | readonly string[] | undefined;
  readonly blank: (key: string) => Row;
  /** Keyed by qualified type: `energy.YellowCardIssued`. Answers with the new row, or nothing to delete it. */
  readonly when: { readonly [type: string]: (row: Row, fact: Recorded, key: string) => Row | undefined };
  readonly columns?: {
    readonly [name: string]: { [Type in keyof ColumnTypes]: Column<Row, Type> }[keyof ColumnTypes];
  };
}

const NAME = /^[a-z][a-z0-9_]{0,39}$/;

/** Declares a projection. Throws on a name that could not be a table's. */
export function projection<Row extends object>(definition: Projection<Row>): Projection<Row> {
  for (const name of [definition.name, ...Object.keys(definition.columns ?? {})])
    if (!NAME.test(name)) throw new Error(`${name} cannot name a table or a column: it must be snake case`);
  if (!Number.isInteger(definition.version) || definition.version < 1)
    throw new Error(`${definition.name}: versions count from 1`);
  return definition;
}
