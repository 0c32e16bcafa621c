import { environment as published, type Enterprise, type environment } from '#contracts';
import { makeSiteCode } from '#codes';
import { inOfficeHours, officeDay } from '../office-time.js';
import type { Seeded } from '../seeded.js';
import { inLanguage, type Draft } from '../step.js';

export const ofEnvironment = inLanguage(published.language);

type Records = (typeof published.language)['records'];

/** An enterprise of the year at a site of its own, so that nothing recorded elsewhere reaches its permit. */
export interface Site {
  readonly enterprise: Enterprise;
  readonly siteCode: string;
  readonly chance: Seeded;
}

export function siteOf(enterprise: Enterprise, sequence: number, chance: Seeded): Site {
  const siteCode = makeSiteCode(enterprise.uscc, sequence);
  return { enterprise: { ...enterprise, siteId: siteCode }, siteCode, chance };
}

/** Two officers by badge; nobody's name. */
export function byTwo(chance: Seeded): { readonly officers: string[] } {
  const first = chance.between(11, 58);
  return {
    officers: [first, first + chance.between(1, 9)].map((number) => `HZ-HJ-${String(number).padStart(4, '0')}`),
  };
}

/** Says what happened on a day, in office hours, on one record. */
export const telling =
  <Kind extends keyof Records & string>(kind: Kind, id: string, chance: Seeded) =>
  <Name extends keyof environment.Commands<Kind> & string>(
    command: Name,
    on: string,
    body: Omit<environment.Commands<Kind>[Name], 'occurredAt'>,
    refusedWith?: string,
  ): Draft =>
    ofEnvironment(
      kind,
      id,
      command as never,
      inOfficeHours(officeDay(on), chance),
      body as never,
      refusedWith ? { refusedWith } : {},
    );

export const LAW = {
  air: '《中华人民共和国大气污染防治法》第九十九条',
  permit: '《排污许可管理条例》第三十四条',
  protection: '《中华人民共和国环境保护法》第六十条',
  seal: '《中华人民共和国环境保护法》第二十五条',
} as const;

export const outlets: environment.Outlet[] = [{ outletId: 'DA001', medium: 'AIR', name: '除尘废气排放口' }];
export const limits: environment.PermitLimit[] = [
  { outletId: 'DA001', pollutant: '颗粒物', value: 20, unit: 'mg/m³', standardNumber: 'GB 28664-2012' },
];
