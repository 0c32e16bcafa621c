import type { government } from '#contracts';

/** Millionths are enough for any capacity, and sums of decimals stay what people expect. */
const added = (one: number, other: number): number => Math.round((one + other) * 1e6) / 1e6;

/** Totals of exits, counted from what was found line by line; nobody types them (三(三)). An enterprise counts once. */
export function exitTotals({ enterprises, equipment, capacity }: government.ExitContent): government.ExitTotals {
  const totals = new Map<string, government.CapacityTotal>();
  for (const line of capacity) {
    const { product, unit } = line;
    const key = JSON.stringify([product, unit]);
    totals.set(key, { product, unit, capacity: added(totals.get(key)?.capacity ?? 0, line.capacity) });
  }
  return {
    enterprises: new Set(enterprises.map(({ uscc }) => uscc)).size,
    equipment: equipment.length,
    lines: capacity.length,
    capacity: [...totals.values()],
  };
}
