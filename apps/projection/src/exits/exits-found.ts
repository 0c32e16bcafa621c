import type { government } from '#contracts';
import { heldAt } from '../reports/held.js';
import type { ExitFact } from './exit-facts.js';

/** What is asked: exits from one day to another, as far as they were known up to a position. */
export interface ExitQuestion {
  readonly from: string;
  readonly asOf: string;
  readonly asKnownAt: number;
  /** Only those of one bureau's field; of all when it is left out. */
  readonly bureau?: string;
}

/** The bureau in whose field a department's proposals lie. */
const bureauOf: Readonly<Record<string, string>> = {
  energy: 'ENR',
  environment: 'EEB',
  'market-regulation': 'AMR',
  'emergency-management': 'EMB',
  'development-reform': 'DRC',
};
/** What the lead bureau's own exits are counted under. */
const LEAD = 'BIIT';

type Of<Item> = Item & { readonly bureau: string };
type Closed = Of<government.ClosedEnterprise>;
type Exited = Of<government.ExitedEquipment>;
type Lost = Of<government.ExitedCapacity>;

/** What one enterprise's facts say of exits, to whoever asks on that day, knowing what was known then. */
export function exitsFound(
  uscc: string,
  all: readonly ExitFact[],
  { from, asOf, asKnownAt, bureau }: ExitQuestion,
): government.ExitContent {
  const facts = heldAt(all, { asOf, asKnownAt });
  const isAsked = (item: Of<{ readonly exitedOn: string }>): boolean =>
    item.exitedOn >= from && item.exitedOn <= asOf && (bureau === undefined || item.bureau === bureau);
  const closures = ordered(uscc, facts);
  const files = exitFiles(facts, closures);
  const lines = closedLines(
    uscc,
    facts,
    closures.filter(({ exitedOn }) => exitedOn <= asOf),
  );
  return {
    enterprises: [...closures, ...shutDown(uscc, facts, closures, files)].filter(isAsked).map(plainClosure),
    equipment: [...dismantledForEnergy(uscc, facts), ...endedEquipment(uscc, facts, files)].filter(isAsked).map(plain),
    capacity: [...lines, ...lostCapacity(uscc, files, lines.length > 0)].filter(isAsked).map(plain),
  };
}

/** Without what the query itself goes by. */
const plain = <Item>({ bureau: _, ...item }: Of<Item>): Item => item as unknown as Item;
const plainClosure = ({ proposalId: _, siteId: __, ...closed }: Closed & Partial<Closure>) => plain(closed);

const of = (facts: readonly ExitFact[], type: string): readonly ExitFact[] =>
  facts.filter((fact) => fact.type === type);

type Closure = Closed & { readonly proposalId: string; readonly siteId?: string };

/** What the government closed. */
function ordered(uscc: string, facts: readonly ExitFact[]): readonly Closure[] {
  return of(facts, 'government.ClosureOrdered').map(({ eventId, recordId, data }) => ({
    uscc,
    name: data.enterprise.name,
    county: data.enterprise.county,
    scope: data.scope,
    exitedOn: data.effectiveOn,
    documentNumber: data.governmentDocumentNumber,
    eventId,
    bureau: bureauOf[data.proposedBy] ?? LEAD,
    proposalId: recordId,
    ...(data.enterprise.siteId ? { siteId: data.enterprise.siteId } : {}),
  }));
}

/** An exit file of the lead bureau with what became of it. */
interface ExitFile {
  readonly exitId: string;
  readonly bureau: string;
  readonly opened: any;
  readonly isolated?: ExitFact;
  readonly eliminated?: ExitFact;
  readonly dismantled?: ExitFact;
}

function exitFiles(facts: readonly ExitFact[], closures: readonly Closure[]): readonly ExitFile[] {
  return of(facts, 'industry.ExitFileOpened').map(({ recordId: exitId, data: opened }) => {
    const own = facts.filter(({ recordId, type }) => recordId === exitId && type.startsWith('industry.'));
    const last = (name: string) => own.findLast(({ type }) => type === `industry.${name}`);
    const isolated = last('ExitIsolated');
    const breached = last('IsolationBreached');
    const holds = isolated && (breached?.position ?? 0) < isolated.position;
    return {
      exitId,
      opened,
      bureau: fieldOf(opened, closures),
      ...(holds ? { isolated } : {}),
      eliminated: last('LineEliminated'),
      dismantled: last('MainEquipmentDismantled'),
    };
  });
}

/** An exit that follows from a proposal lies in the field of who proposed it. */
function fieldOf(opened: { ground: string; originId?: string }, closures: readonly Closure[]): string {
  if (opened.ground === 'STOP_USE_ORDERED') return 'ENR';
  return closures.find(({ proposalId }) => proposalId === opened.originId)?.bureau ?? LEAD;
}

/** Enterprises that the lead bureau recorded as closed, unless the order behind it is counted already. */
function shutDown(
  uscc: string,
  facts: readonly ExitFact[],
  closures: readonly Closure[],
  files: readonly ExitFile[],
): readonly Closed[] {
  return of(facts, 'industry.EnterpriseClosed')
    .filter(({ data }) => !closures.some(({ documentNumber }) => documentNumber === data.governmentDocumentNumber))
    .map(({ eventId, recordId, data }) => ({
      uscc,
      name: data.enterprise.name,
      county: data.enterprise.county,
      scope: 'ENTERPRISE',
      exitedOn: data.closedOn,
      ...(data.governmentDocumentNumber ? { documentNumber: data.governmentDocumentNumber } : {}),
      eventId,
      bureau: files.find(({ exitId }) => exitId === recordId)?.bureau ?? LEAD,
    }));
}

/** Equipment that went under an order of energy supervision. */
function dismantledForEnergy(uscc: string, facts: readonly ExitFact[]): readonly Exited[] {
  return of(facts, 'energy.MainEquipmentDismantled').map(({ eventId, recordId, data }) => {
    const model = of(facts, 'energy.EliminatedEquipmentFound').find((found) => found.recordId === recordId)?.data.model;
    return {
      uscc,
      equipmentId: recordId,
      ...(model ? { what: model as string } : {}),
      how: 'DISMANTLED',
      exitedOn: data.dismantledOn,
      eventId,
      bureau: 'ENR',
    };
  });
}

/** Equipment of exit files, unless energy recorded that same dismantling. */
function endedEquipment(uscc: string, facts: readonly ExitFact[], files: readonly ExitFile[]): readonly Exited[] {
  const energys = new Set(of(facts, 'energy.MainEquipmentDismantled').map(({ recordId }) => recordId));
  return files
    .filter(({ opened }) => !(opened.ground === 'STOP_USE_ORDERED' && energys.has(opened.originId)))
    .flatMap(({ exitId, opened, bureau, isolated, eliminated, dismantled }): Exited[] => {
      const models = new Map<string, string>(
        (opened.equipment ?? []).map((one: { equipmentId: string; model: string }) => [one.equipmentId, one.model]),
      );
      if (dismantled)
        return ((dismantled.data.equipmentIds as string[] | undefined) ?? [exitId]).map((equipmentId) => ({
          uscc,
          equipmentId,
          what: models.get(equipmentId) ?? opened.line,
          how: 'DISMANTLED',
          exitedOn: dismantled.data.dismantledOn,
          eventId: dismantled.eventId,
          bureau,
        }));
      const sealed = isolated ?? eliminated;
      if (!sealed) return [];
      const exitedOn = sealed.data.isolatedOn ?? sealed.data.eliminatedOn;
      return [
        { uscc, equipmentId: exitId, what: opened.line, how: 'ISOLATED', exitedOn, eventId: sealed.eventId, bureau },
      ];
    });
}

/** Lines that were classified as outdated and stand where everything was closed. */
function closedLines(uscc: string, facts: readonly ExitFact[], closures: readonly Closure[]): readonly Lost[] {
  return of(facts, 'energy.CapacityClassified').flatMap(({ recordId, data }) => {
    const covers = ({ scope, siteId }: Closure): boolean =>
      scope === 'ENTERPRISE' ||
      (scope === 'SITE' && (siteId === undefined || siteId === (data.enterprise.siteId ?? siteId)));
    const closure = closures.find(covers);
    if (!closure) return [];
    const { product, capacity, unit } = data;
    const { exitedOn, eventId, bureau } = closure;
    return [{ uscc, lineId: recordId, product, capacity, unit, exitedOn, eventId, bureau }];
  });
}

/** Capacity of exit files from the first day on which it could not produce, unless it is counted with a closure. */
function lostCapacity(uscc: string, files: readonly ExitFile[], isCountedByLine: boolean): readonly Lost[] {
  return files
    .filter(({ opened }) => !(isCountedByLine && opened.ground === 'CLOSURE_ORDERED'))
    .flatMap(({ opened, bureau, isolated, eliminated, dismantled }) => {
      const ends = [isolated, eliminated, dismantled].flatMap((end) =>
        end ? [{ end, on: (end.data.isolatedOn ?? end.data.eliminatedOn ?? end.data.dismantledOn) as string }] : [],
      );
      const first = ends.toSorted((a, b) => (a.on < b.on ? -1 : 1))[0];
      if (!first) return [];
      return ((opened.equipment ?? []) as { equipmentId: string; capacity?: number; unit?: string }[]).flatMap(
        ({ equipmentId: lineId, capacity, unit }) =>
          capacity === undefined || unit === undefined
            ? []
            : [
                {
                  uscc,
                  lineId,
                  product: opened.line,
                  capacity,
                  unit,
                  exitedOn: first.on,
                  eventId: first.end.eventId,
                  bureau,
                },
              ],
      );
    });
}
