import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { checkSiteCode, checkUscc } from '#codes';
import { isWorkingDay } from '#law';
import { commandsOf, findCommand } from '../languages.js';
import { realNames } from './adoption.js';
import { creditPaths } from './credit-paths.js';
import { golden } from './golden.js';
import { goldenPenalties } from './golden-penalties.js';
import { paths } from './paths.js';
import { planYear, planYearEndsAt, planYearStartsAt } from './plan-year.js';
import type { Step } from './step.js';

const steps = planYear({ seed: 2021, enterprises: 60 });
const bytes = (seed: number): string => JSON.stringify(planYear({ seed, enterprises: 60 }));
const of = (id: string): readonly string[] =>
  steps.filter((step) => step.id === id).map(({ command, refusedWith }) => (refusedWith ? `!${command}` : command));
const occurredAt = ({ body }: Step): string => String(body['occurredAt']);
const DAY_MS = 86_400_000;

/** Every enterprise, wherever it stands in a body. */
const enterprises = (value: unknown): Record<string, unknown>[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'uscc' in value && 'synthetic' in value ? [value as Record<string, unknown>] : [];
  return [...own, ...Object.values(value).flatMap(enterprises)];
};

describe('the plan year', () => {
  it('is the same, byte for byte, for the same seed, and another for another', () => {
    expect(bytes(7)).toBe(bytes(7));
    expect(bytes(7)).not.toBe(bytes(8));
  });

  it('says only what the languages know', () => {
    for (const { department, command, body } of steps) {
      const payload = findCommand(department, command)!.payload;
      const complaints = validateSync(plainToInstance(payload, body), { whitelist: true, forbidNonWhitelisted: true });
      expect({ command, complaints: complaints.map(String) }).toEqual({ command, complaints: [] });
    }
  });

  it('gives each step the path of its record and a key of its own', () => {
    for (const { department, command, path } of steps) expect(findCommand(department, command)?.record.path).toBe(path);
    const keys = steps.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[\x21-\x7e]{1,255}$/);
  });

  it('gives no command that is the ledger’s own', () => {
    for (const { department, command } of steps)
      expect({ command, by: findCommand(department, command)?.traits.issuedBy }).toEqual({ command, by: 'department' });
  });

  it('is in the order of posting, posts nothing before it happens and ends with January', () => {
    expect(Date.parse(occurredAt(steps[0]!))).toBeGreaterThan(Date.parse(planYearStartsAt));
    for (const [at, step] of steps.entries()) {
      expect(Date.parse(step.at)).toBeGreaterThanOrEqual(Date.parse(occurredAt(step)));
      if (at > 0) expect(Date.parse(step.at)).toBeGreaterThanOrEqual(Date.parse(steps[at - 1]!.at));
      expect(Date.parse(step.at)).toBeLessThan(Date.parse(planYearEndsAt));
    }
  });

  it('happens on working days, but for the request at 23:59', () => {
    for (const step of steps) {
      const day = occurredAt(step).slice(0, 10);
      expect({ day, works: isWorkingDay(day) }).toEqual({ day, works: true });
      expect(day < '2021-10-01' || day > '2021-10-07').toBe(true);
      if (step.id !== 'SC-02') expect(occurredAt(step).slice(11, 16) < '18:00').toBe(true);
    }
  });

  it('is posted late as often as departments are', () => {
    const late = steps.map((step) => Date.parse(step.at) - Date.parse(occurredAt(step)));
    const share = (days: number) => late.filter((ms) => ms > days * DAY_MS).length / steps.length;
    expect(late.filter((ms) => ms > 30 * DAY_MS).length).toBeGreaterThan(0);
    expect(share(30)).toBeLessThan(0.04);
    expect(share(1)).toBeGreaterThan(0.05);
  });
});

describe('those who live in it', () => {
  const living = new Map(steps.flatMap(({ body }) => enterprises(body)).map((one) => [one['uscc'], one]));

  it('have codes with right check characters and names that say they are simulated', () => {
    for (const { uscc, siteId, name, synthetic } of living.values()) {
      expect(checkUscc(uscc)).toBeUndefined();
      expect(checkSiteCode(siteId)).toBeUndefined();
      expect(name).toMatch(/〔模拟〕$/);
      expect(synthetic).toBe(true);
    }
  });

  it('are about sixty, each with a name of its own, in all seven areas', () => {
    expect(living.size).toBe(60);
    expect(new Set([...living.values()].map(({ name }) => name)).size).toBe(60);
    expect(new Set([...living.values()].map(({ county }) => county)).size).toBe(7);
  });

  it('are not those whom the plan names: these are targets of look-backs and nothing else', () => {
    const naming = steps.filter(({ body }) => realNames.some((name) => JSON.stringify(body).includes(name)));
    expect(realNames).toHaveLength(5);
    expect(new Set(naming.map(({ command }) => command))).toEqual(new Set(['PlanLookBack']));
    for (const { body } of naming)
      for (const target of body['targets'] as object[])
        expect(Object.keys(target).filter((key) => !['targetId', 'name', 'category', 'county'].includes(key))).toEqual(
          [],
        );
  });

  it('are fewer than forty in no plan year', () =>
    expect(() => planYear({ seed: 1, enterprises: 39 })).toThrow('40 to 5000'));
});

describe('the stories of the plan year', () => {
  const ids = new Set(steps.map(({ id }) => id));

  it.each([...Object.keys({ ...golden, ...goldenPenalties, ...paths, ...creditPaths })])('tells %s', (story) =>
    expect([...ids].some((id) => id === story || id.startsWith(`${story}-`))).toBe(true),
  );

  // What several departments say alike is one class: one of them says it for all.
  it('has every command that a department may give', () => {
    const given = new Set(steps.map(({ department, command }) => findCommand(department, command)!.payload));
    // Only who has the ids of the exchange answers its items.
    const unspoken = ['credit.LiftRestriction', 'credit.AcknowledgeItem', 'credit.RejectItem'];
    const telling = [
      'energy',
      'government',
      'development-reform',
      'industry',
      'credit',
      'environment',
      'market-regulation',
      'emergency-management',
    ];
    const silent = telling.flatMap((department) =>
      commandsOf(department)
        .filter(({ payload }) => !given.has(payload))
        .map(({ name }) => `${department}.${name}`),
    );
    expect(silent.filter((command) => !unspoken.includes(command))).toEqual([]);
  });

  it('asks for an extension at 23:59 on the last day, and has it posted before midnight', () => {
    const asked = steps.find(({ id, command }) => id === 'SC-02' && command === 'RequestExtension')!;
    expect(asked).toMatchObject({ at: '2021-11-10T23:59:30+08:00' });
    expect(occurredAt(asked)).toBe('2021-11-10T23:59:00+08:00');
  });

  it('proposes closure twice before the government closes', () => {
    expect(of('SC-06').filter((command) => command === 'ProposeClosure')).toHaveLength(2);
    expect(of('SC-06-G1')).toEqual(['ReturnClosureProposal']);
    expect(of('SC-06-G2')).toEqual(['OrderClosure']);
  });

  it('expects the refusals that the law owes', () => {
    expect(of('SC-05')).toContain('!RequestExtension');
    expect(of('SC-22')).toContain('!IssueRedCard');
    expect(of('SC-24-0714')).toEqual([
      'FileCase',
      'ConcludeInvestigation',
      'ServePriorNotice',
      '!DecidePenalty',
      'DecidePenalty',
      'ServePenaltyDecision',
    ]);
    expect(of('penalty-SC-25').filter((command) => command.endsWith('ApplyForRepair'))).toEqual([
      '!ApplyForRepair',
      'ApplyForRepair',
    ]);
  });

  it('refuses assessment and permit for what is due for elimination', () => {
    expect(of('SC-07-EIA')).toEqual(['SubmitEia', '!ApproveEia', 'RefuseEia']);
    const { id } = steps.find(({ body }) => body['applicationId'] === 'SC-07')!;
    expect(of(id)).toEqual(['AcceptPermitApplication', '!IssuePermit', 'RefusePermit']);
  });

  it('fines 2,000 yuan', () =>
    expect(steps.find(({ id, command }) => id === 'SC-25' && command === 'DecidePenalty')?.body).toMatchObject({
      kinds: ['FINE'],
      fineFen: 200_000,
    }));
});
