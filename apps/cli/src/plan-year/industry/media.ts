import type { industry } from '#contracts';
import { moment } from '../office-time.js';
import type { Seeded } from '../seeded.js';

const sha256 = (chance: Seeded): string =>
  Array.from({ length: 64 }, () => chance.between(0, 15).toString(16)).join('');

/** Photos of these stages, taken on a day at a place that does not exist. */
export const photos = (
  chance: Seeded,
  day: string,
  ...stages: readonly industry.Medium['stage'][]
): industry.Medium[] =>
  stages.map((stage) => ({
    kind: 'PHOTO',
    stage,
    sha256: sha256(chance),
    capturedAt: moment(day, '09:20'),
    place: '模拟地点',
  }));
