import { createHash } from 'node:crypto';
import { areas, type AreaCode } from '#codes';

/**
 * Code of a promise (承诺编码), 20 digits: area, day and a serial of six. Nobody hands out serials here, so the serial is
 * made from the id of the promise: the same promise always has the same code.
 */
export function promiseCode(promiseId: string, county: AreaCode, madeOn: string): string {
  const digest = createHash('sha256').update(promiseId).digest('hex').slice(0, 12);
  const serial = String(Number.parseInt(digest, 16) % 1_000_000).padStart(6, '0');
  return `${areas[county].gb2260Parent}${madeOn.replaceAll('-', '')}${serial}`;
}
