import { describe, expect, it } from '@jest/globals';
import { moveTime, type Acting } from './moving-time.js';
import { ScenarioClock } from './scenario-clock.js';

const at = (day: number) => Date.parse(`2021-03-${String(day).padStart(2, '0')}T00:00:00+08:00`);

/** What was recorded, by whom, and on which day of its own clock. */
type Fact = readonly [who: string, what: string, day: number];

/** An office in a process of its own: its clock, its deadlines, and what it does when another records something. */
function office(who: string, ledger: Fact[], deadlines: number[], follows?: readonly [what: string, by: string]) {
  const clock = new ScenarioClock(at(1));
  const day = () => 1 + (clock.now() - at(1)) / 86_400_000;
  let seen = 0;
  const self: Acting & { wakes: number } = {
    wakes: 0,
    async settle() {
      for (; seen < ledger.length; seen++)
        if (follows && ledger[seen]![1] === follows[0]) ledger.push([who, follows[1], day()]);
      while (deadlines.length > 0 && at(deadlines[0]!) <= clock.now())
        ledger.push([who, `${deadlines.shift()} passed`, day()]);
      return ledger.length;
    },
    next: async () => (deadlines.length > 0 ? at(deadlines[0]!) : undefined),
    set: (time) => clock.set(time),
    wake: () => void self.wakes++,
  };
  return self;
}

describe('time, moved in several processes', () => {
  it('stops wherever a deadline of any of them passes, and goes on when nothing follows anywhere', async () => {
    const ledger: Fact[] = [];
    const energy = office('energy', ledger, [3, 7]);
    const credit = office('credit', ledger, [5], ['3 passed', 'opened']);
    const government = office('government', ledger, [], ['opened', 'noted']);
    const clock = new ScenarioClock(at(1));
    await moveTime(clock, [energy, credit, government], at(9));
    expect(ledger).toEqual([
      ['energy', '3 passed', 3],
      ['credit', 'opened', 3],
      ['government', 'noted', 3],
      ['credit', '5 passed', 5],
      ['energy', '7 passed', 7],
    ]);
    expect(clock.now()).toBe(at(9));
    expect([energy.wakes, credit.wakes, government.wakes]).toEqual([1, 1, 1]);
  });

  it('does not pass what ends later', async () => {
    const ledger: Fact[] = [];
    await moveTime(new ScenarioClock(at(1)), [office('energy', ledger, [3])], at(3) - 1);
    expect(ledger).toEqual([]);
  });

  it('does not go back, and nobody is asked', async () => {
    const ledger: Fact[] = [];
    const energy = office('energy', ledger, [1]);
    await expect(moveTime(new ScenarioClock(at(2)), [energy], at(1))).rejects.toMatchObject({
      code: 'clock/backwards',
    });
    expect(ledger).toEqual([]);
  });
});

describe('a scenario clock', () => {
  it('set as another goes, agrees with it', () => {
    const [one, other] = [new ScenarioClock(at(1), { ticking: true }), new ScenarioClock(at(5))];
    other.set(one.time);
    expect(Math.abs(other.now() - one.now())).toBeLessThan(50);
    expect(other.now()).toBeGreaterThanOrEqual(at(1));
  });

  it('stands until it is told to go, and then goes on from there', () => {
    const clock = new ScenarioClock(at(1));
    expect(clock.time).toEqual({ at: at(1) });
    clock.tick();
    expect(clock.time).toMatchObject({ at: at(1), since: expect.any(Number) });
  });
});
