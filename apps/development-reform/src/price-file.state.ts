import type { developmentReform } from '#contracts';
import type { ContentOf, Decider } from '#decider';
import type { Due } from '#law';

export type Commands = developmentReform.Commands<'priceFile'>;
export type Events = developmentReform.Events<'priceFile'>;
export type Apply = Commands[`Apply${string}` & keyof Commands];
export type Action = Events['PriceOrderHandedOver']['action'];

/** An order to the supplier, to apply a measure or to lift it. */
export interface Order {
  readonly handedOver?: Events['PriceOrderHandedOver'];
  readonly acknowledged?: Events['PriceOrderAcknowledged'];
  readonly declined?: Events['PriceOrderDeclined'];
  readonly executed?: Events['PriceOrderExecuted'];
  /** Last day to hand it over, while it is not. */
  readonly due?: Due;
  readonly isOverdue?: boolean;
}

/** A measure as it was applied, handed over, looked at again and lifted. */
export interface Measure {
  readonly applied: ContentOf<Apply>;
  readonly lifted?: Events['PriceMeasureLifted'];
  readonly reviewed?: Events['PriceMeasureReviewed'];
  /** Day on which its ground is to be looked at again. */
  readonly reviewOn?: string;
  readonly isReviewDue?: boolean;
  readonly orders: { readonly [A in Action]?: Order };
}

export type PriceFile = ReadonlyMap<string, Measure>;
export type PriceFileDecider = Decider<PriceFile, Commands, Events>;
export type Rules = PriceFileDecider['decide'];

export const clause = '2.1.2';

/** The file with one of its measures changed. A measure that is not there stays so. */
export function changed(file: PriceFile, measureId: string, change: (measure: Measure) => Partial<Measure>): PriceFile {
  const measure = file.get(measureId);
  return measure ? new Map(file).set(measureId, { ...measure, ...change(measure) }) : file;
}

/** The file with an order of one of its measures changed. */
export const ordered = (
  file: PriceFile,
  { measureId, action }: { readonly measureId: string; readonly action: Action },
  change: (order: Order) => Order,
): PriceFile =>
  changed(file, measureId, ({ orders }) => ({ orders: { ...orders, [action]: change(orders[action] ?? {}) } }));
