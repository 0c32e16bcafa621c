import { describe, expect, it } from '@jest/globals';
import type { industry } from '#contracts';
import { given } from '#decider';
import { at, enterprise, exits, facts, line, one, steps, two } from '../testing-industry.js';
import { exit } from './exit.decider.js';

const acts = {
  CutWater: { ...steps.water, ...at('2021-05-11') },
  CutPower: { ...steps.power, ...at('2021-05-11') },
  RemovePowerUnit: { ...steps.unit, ...at('2021-05-12') },
  SealMainEquipment: { ...steps.seal, ...at('2021-05-12') },
  PublishPledge: { ...steps.pledge, ...at('2021-05-13') },
  PublishAnnouncement: { ...steps.announcement, ...at('2021-05-14') },
};
type Act = keyof typeof acts;
const names = Object.keys(acts) as Act[];
const six = [facts.water, facts.power, facts.unit, facts.seal, facts.pledge, facts.announced];
const put = (
  sentence: ReturnType<typeof given<never, industry.Commands<'exit'>, industry.Events<'exit'>>>,
  name: Act,
) => sentence.when(name, acts[name] as never);
const exitAfter = (...past: Parameters<typeof given>[1][]) =>
  given(exit, ...past) as never as Parameters<typeof put>[0];

describe.each(names.map((name, at) => [name, six[at]!] as const))('the isolation step %s', (name, fact) => {
  const others = six.filter((step) => step !== fact);

  it('is taken once, of what was ordered', () => {
    put(exitAfter(...exits.deferred), name).then({ type: fact.type, data: fact.data } as never);
    put(exitAfter(...exits.deferred, fact), name).thenNothing();
    put(exitAfter(facts.opened), name).thenRefused('industry/not-ordered', { clause: '2.5.3' });
  });

  it('isolates when it is the last of the six, whichever it is', () =>
    put(exitAfter(...exits.deferred, ...others), name).thenTypes(fact.type as 'WaterCut', 'ExitIsolated'));

  it('is not taken twice in two ways, nor after the dismantling', () => {
    const another = { ...acts[name], url: 'https://example.org/other', meterId: 'X', unit: 'X', sealNumbers: ['X'] };
    const sentence = given(exit, ...exits.deferred, fact) as never as Parameters<typeof put>[0];
    sentence.when(name, another as never).thenRefused('industry/step-already-taken');
    put(exitAfter(...exits.dismantled), name).thenRefused('industry/already-dismantled');
  });
});

describe('the isolation', () => {
  it('is dated by its last step, in whatever order they were posted', () =>
    given(exit, ...exits.deferred, facts.announced, facts.pledge, facts.seal, facts.unit, facts.power)
      .when('CutWater', acts.CutWater)
      .then(
        { type: 'WaterCut', data: steps.water },
        { type: 'ExitIsolated', data: { enterprise, line, isolatedOn: '2021-05-14' } },
      ));

  it('is announced on a municipal website only, with the day decided', () => {
    for (const site of ['COUNTY_GOV', 'COUNTY_DEPT'] as const)
      given(exit, ...exits.deferred)
        .when('PublishAnnouncement', { ...acts.PublishAnnouncement, site })
        .thenRefused('industry/not-a-municipal-site', {
          rule: 'industry/municipal-announcement@2021',
          facts: { site },
        });
    given(exit, ...exits.deferred)
      .when('PublishAnnouncement', { ...acts.PublishAnnouncement, dismantleBy: '2021-12-31' })
      .thenRefused('industry/another-day-announced', { facts: { dismantleBy: '2021-09-30' } });
  });
});

describe('a breach', () => {
  const broken = { breach: 'SEAL_BROKEN' as const, facts: '封条被撕毁', foundOn: '2021-07-08' };
  const record = { ...broken, ...at('2021-07-08') };

  it('undoes the step that it is about, once', () => {
    given(exit, ...exits.isolated)
      .when('RecordBreach', record)
      .then({
        type: 'IsolationBreached',
        data: { enterprise, ...broken, undone: ['MainEquipmentSealed'] },
      });
    given(exit, ...exits.isolated, facts.sealBroken)
      .when('RecordBreach', record)
      .thenNothing();
  });

  it('by production undoes every physical step, and no publication', () => {
    const [fact] = given(exit, ...exits.isolated)
      .when('RecordBreach', { ...record, breach: 'PRODUCTION_RESUMED' })
      .facts();
    expect(fact?.data).toMatchObject({ undone: ['WaterCut', 'PowerCut', 'PowerUnitRemoved', 'MainEquipmentSealed'] });
  });

  it('needs something to undo', () =>
    given(exit, ...exits.deferred)
      .when('RecordBreach', record)
      .thenRefused('industry/nothing-to-breach'));

  it('is healed by taking the step anew, after it', () => {
    const again = { ...acts.SealMainEquipment, sealNumbers: ['封-3'], sealedOn: '2021-07-09', ...at('2021-07-09') };
    given(exit, ...exits.isolated, facts.sealBroken)
      .when('SealMainEquipment', again)
      .thenTypes('MainEquipmentSealed', 'ExitIsolated');
    given(exit, ...exits.isolated, facts.sealBroken)
      .when('SealMainEquipment', { ...again, sealedOn: '2021-07-07' })
      .thenRefused('industry/before-its-cause');
    given(exit, ...exits.isolated, facts.sealBroken)
      .when('SealMainEquipment', acts.SealMainEquipment)
      .thenNothing();
  });
});

describe('a re-check of what has exited', () => {
  const check = { checkedOn: '2021-11-02', restored: false, restorable: false, findings: '厂房已清空' };
  const recheck = { ...check, ...at('2021-11-02') };
  const exited = [...exits.dismantled, facts.inspected('DISMANTLED'), facts.accepted('DISMANTLED')];
  const rechecked = { type: 'ExitedCapacityRechecked', data: { enterprise, ...check } } as const;

  it('asks two questions: restored, and restorable', () => {
    given(exit, ...exited)
      .when('RecheckExited', recheck, two)
      .then(rechecked);
    given(exit, ...exited, rechecked)
      .when('RecheckExited', recheck, two)
      .thenNothing();
    given(exit, ...exited)
      .when('RecheckExited', { ...recheck, restored: true }, two)
      .thenRefused('industry/resumed-but-not-resumable');
    given(exit, ...exited, rechecked)
      .when('RecheckExited', { ...recheck, restorable: true }, two)
      .thenRefused('industry/already-recorded');
  });

  it('is of what was accepted, by two', () => {
    given(exit, ...exits.dismantled)
      .when('RecheckExited', recheck, two)
      .thenRefused('industry/not-exited');
    given(exit, ...exited)
      .when('RecheckExited', recheck, one)
      .thenRefused('industry/two-officers');
  });
});
