import type { Bilingual } from '#decider';

/** The five fields in which the plan measures capacity: consumption, environment, quality, safety, technology. */
export const fields = {
  ENERGY: { zh: '能耗', en: 'Energy' },
  ENVIRONMENT: { zh: '环保', en: 'Environment' },
  QUALITY: { zh: '质量', en: 'Quality' },
  SAFETY: { zh: '安全', en: 'Safety' },
  TECHNOLOGY: { zh: '技术', en: 'Technology' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type Field = keyof typeof fields;

const keepers: Readonly<Record<string, Field>> = {
  energy: 'ENERGY',
  'development-reform': 'ENERGY',
  environment: 'ENVIRONMENT',
  'market-regulation': 'QUALITY',
  'emergency-management': 'SAFETY',
  industry: 'TECHNOLOGY',
};

/** The field that a department keeps; none for those that keep no field. */
export const fieldOf = (department: string | undefined): Field | undefined =>
  department === undefined ? undefined : keepers[department];
