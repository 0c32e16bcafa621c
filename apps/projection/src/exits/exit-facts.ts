import { recordIdOf, type Recorded } from '#decider';
import type { Dated } from '../reports/held.js';

/** A fact that says something of an exit, with both of its times, so that any moment can be asked for. */
export interface ExitFact extends Dated {
  readonly type: string;
  readonly recordId: string;
  readonly recordedAt: string;
  /** The fields that exits are counted by. */
  readonly data: any;
}

/** Facts that exits are counted by, each with the fields that matter. Others are not looked at. */
const counted: Readonly<Record<string, readonly string[]>> = {
  'government.ClosureOrdered': ['enterprise', 'proposedBy', 'scope', 'effectiveOn', 'governmentDocumentNumber'],
  'energy.CapacityClassified': ['enterprise', 'product', 'capacity', 'unit'],
  'energy.EliminatedEquipmentFound': ['model'],
  'energy.MainEquipmentDismantled': ['dismantledOn'],
  'industry.ExitFileOpened': ['line', 'ground', 'equipment', 'originId'],
  'industry.ExitIsolated': ['isolatedOn'],
  'industry.IsolationBreached': [],
  'industry.LineEliminated': ['eliminatedOn'],
  'industry.MainEquipmentDismantled': ['equipmentIds', 'dismantledOn'],
  'industry.EnterpriseClosed': ['enterprise', 'closedOn', 'governmentDocumentNumber'],
};

export const exitFactTypes: readonly string[] = Object.keys(counted);

export const exitFactOf = (fact: Recorded): ExitFact => ({
  eventId: fact.id,
  type: fact.type,
  recordId: recordIdOf(fact),
  position: fact.position,
  recordedAt: fact.recordedAt,
  occurredAt: fact.occurredAt,
  ...(fact.correctionOf === undefined ? {} : { correctionOf: fact.correctionOf }),
  data: Object.fromEntries(
    counted[fact.type]!.flatMap((name) => (fact.data[name] === undefined ? [] : [[name, fact.data[name]]])),
  ),
});
