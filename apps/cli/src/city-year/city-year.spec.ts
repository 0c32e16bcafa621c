import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { checkUscc } from '#codes';
import { isWorkingDay } from '#law';
import { commandsOf, findCommand } from '../languages.js';
import { realNames } from '../plan-year/adoption.js';
import { seeded } from '../plan-year/seeded.js';
import { cityYear } from './city-year.js';
import { YEAR_ENDS } from './days.js';
import { firms } from './firms.js';
import { rates } from './rates.js';
import type { CityStep } from './tale.js';

const SHARE = 0.01;
const slice = [...cityYear({ seed: 2021, share: SHARE, dirt: false })];
const bytes = (seed: number, dirt = true): string => JSON.stringify([...cityYear({ seed, share: 0.002, dirt })]);
const counted = (command: string, department?: string): number =>
  slice.filter((step) => step.command === command && (!department || step.department === department)).length;
const expected = (yearly: number): number => Math.max(1, Math.round(yearly * SHARE));
const occurredOn = ({ body }: CityStep): string => String(body['occurredAt']).slice(0, 10);

describe('the city year', () => {
  it('is the same, byte for byte, for the same seed, and another for another', () => {
    expect(bytes(7)).toBe(bytes(7));
    expect(bytes(7)).not.toBe(bytes(8));
    expect(bytes(7, false)).not.toBe(bytes(7));
  });

  it('says only what the languages know', () => {
    for (const { department, command, body } of slice) {
      const payload = findCommand(department, command)!.payload;
      const complaints = validateSync(plainToInstance(payload, body), { whitelist: true, forbidNonWhitelisted: true });
      expect({ command, complaints: complaints.map(String) }).toEqual({ command, complaints: [] });
    }
  });

  it('has as much of everything as the rates say', () => {
    const { environment, monitors, permits, safety, quality, licences, technology, tips } = rates;
    expect(counted('RecordInspection')).toBe(expected(environment.inspections));
    expect(counted('FindViolation')).toBe(expected(environment.inspections * environment.toCase));
    expect(counted('RecordMonitoringAlert')).toBe(expected(monitors.sites) * monitors.alerts);
    expect(counted('BringInPermit')).toBe(expected(permits.live));
    expect(counted('ConductSafetyInspection')).toBe(expected(safety.inspections));
    expect(counted('FileCase', 'emergency-management')).toBe(expected(safety.inspections * safety.penalty));
    expect(counted('SampleProduct')).toBe(expected(quality.batches));
    expect(counted('RecordLicenceIssued')).toBe(expected(licences.production));
    expect(counted('ListForScreening')).toBe(expected(technology.screened));
    expect(counted('PatrolForDitiao')).toBe(expected(technology.townships) * technology.patrols);
    expect(counted('RegisterTip')).toBe(expected(tips.count));
  });

  it('gives no command that is the ledger’s own, each at the path of its record', () => {
    for (const { department, command, path } of slice) {
      expect(commandsOf(department).map(({ name }) => name)).toContain(command);
      expect(findCommand(department, command)!.record.path).toBe(path);
    }
  });

  it('gives each row a key of its own', () => {
    const keys = slice.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[\x21-\x7e]{1,255}$/);
  });

  it('ends in January, and nothing is handed in before it happens', () => {
    const wrong = Iterator.from(cityYear({ seed: 2021, share: 0.2, dirt: false })).filter(
      (step) =>
        occurredOn(step) > YEAR_ENDS ||
        Date.parse(step.at) < Date.parse(String(step.body['occurredAt'])) ||
        step.at < '2021-03' ||
        step.at >= '2022-02',
    );
    expect(wrong.toArray()).toEqual([]);
  });

  it('is lived on working days, June and July oftener than other months, and never in the week of National Day', () => {
    const days = slice.filter(({ command }) => command === 'RecordInspection').map(occurredOn);
    for (const day of days) {
      expect({ day, works: isWorkingDay(day) }).toEqual({ day, works: true });
      expect(day < '2021-10-01' || day > '2021-10-07').toBe(true);
    }
    const inMonths = (...months: string[]) => days.filter((day) => months.includes(day.slice(5, 7))).length;
    expect(inMonths('06', '07')).toBeGreaterThan(inMonths('08', '09'));
  });

  it('hands in what is about one record together, and looks only at records of earlier waves', () => {
    const places = new Map<string, number>();
    const last = new Map<string, number>();
    for (const [at, { segment, wave, department, path, id, role }] of slice.entries()) {
      const record = `${department}/${path}/${id}`;
      const before = last.get(String(segment));
      expect(before === undefined || before === at - 1).toBe(true);
      last.set(String(segment), at);
      // The platform's receipts and the credit bureau's acts alternate on one record, each in a wave after the other.
      if (role !== 'credit-platform') expect(places.get(record) ?? 0).toBeLessThanOrEqual(wave);
      places.set(record, wave);
    }
  });
});

describe('the firms of the city year', () => {
  const city = firms(seeded(2021).for('firms'));

  it('are 3,873 with right codes and simulated names of their own, in the areas as the city has them', () => {
    expect(city.all).toHaveLength(3873);
    expect(city.inScope).toHaveLength(rates.inScope);
    for (const { uscc, name, synthetic } of city.all) {
      expect(checkUscc(uscc)).toBeUndefined();
      expect(name).toMatch(/〔模拟〕$/);
      expect(synthetic).toBe(true);
    }
    expect(new Set(city.all.map(({ uscc }) => uscc)).size).toBe(3873);
    expect(new Set(city.all.map(({ name }) => name)).size).toBe(3873);
    const inBoluo = city.all.filter(({ county }) => county === 'BL').length;
    expect(Math.abs(inBoluo - rates.firms.BL)).toBeLessThan(10);
  });

  it('are not those whom the plan names: these are targets of rounds and nothing else', () => {
    const naming = slice.filter(({ body }) => realNames.some((name) => JSON.stringify(body).includes(name)));
    expect(new Set(naming.map(({ command }) => command))).toEqual(new Set(['PlanLookBack']));
    const ids = new Set(naming.map(({ id }) => id));
    expect(slice.filter(({ body }) => ids.has(String(body['roundId'])))).toEqual([]);
  });
});
