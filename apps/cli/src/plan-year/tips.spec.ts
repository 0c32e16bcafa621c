import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { commandsOf } from '../languages.js';
import { planYear } from './plan-year.js';

const steps = planYear({ seed: 2021, enterprises: 60 });
const tips = steps.filter(({ department }) => department === 'hotline');
const registered = tips.filter(({ command, refusedWith }) => command === 'RegisterTip' && !refusedWith);

describe('the tips of the plan year', () => {
  it('are twenty-five, two in five anonymous, one in three true', () => {
    expect(registered).toHaveLength(25);
    expect(registered.filter(({ teller }) => !teller).length).toBeGreaterThanOrEqual(9);
    const true_ = tips.filter(({ command, body }) => command === 'VerifyTip' && body['substantiated'] === true);
    expect(true_.length).toBeGreaterThanOrEqual(7);
  });

  it('have random ids, and tellers outside their commands', () => {
    for (const { id, body } of registered) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(JSON.stringify(body)).not.toContain('模拟举报人');
    }
    expect(new Set(registered.map(({ id }) => id)).size).toBe(25);
  });

  it('bring every refusal that the door owes to carelessness', () =>
    expect(new Set(tips.flatMap(({ refusedWith }) => refusedWith ?? []))).toEqual(
      new Set([
        'hotline/tip-id-not-random',
        'hotline/personal-data',
        'hotline/extended-before',
        'hotline/anonymous-has-no-reply',
      ]),
    ));

  it.each(['hotline', 'natural-resources', 'development-reform'])('leave no command of %s ungiven', (department) => {
    const given = new Set(steps.filter((step) => step.department === department).map(({ command }) => command));
    expect(commandsOf(department).filter(({ name }) => !given.has(name))).toEqual([]);
  });

  it('are named nowhere else', () => {
    const others = JSON.stringify(steps.filter(({ department }) => department !== 'hotline'));
    for (const { id } of registered) expect(others).not.toContain(id);
  });
});
