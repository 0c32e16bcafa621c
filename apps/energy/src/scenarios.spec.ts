import { describe, expect, it } from '@jest/globals';
import { at } from './testing-energy.js';
import { accepted, due, listed, onCase, ordered, told } from './testing-scenario.js';
import { Story } from './testing-story.js';

describe('scenario 1: rectified on the first day of the sixth month', () => {
  it('is accepted, and off the lists', () => {
    const story = ordered('2021-03-15');
    expect(story.running).toEqual(['case/A-1/rectification']);
    accepted(story, { reported: '2021-08-16', reinspected: '2021-08-24', accepted: '2021-08-27' });
    expect(told(story)).toEqual([
      'EnergyRectificationOrdered',
      'YellowCardIssued',
      'RectificationReported',
      'RectificationReinspected',
      'RectificationAccepted',
      'YellowCardCleared',
    ]);
    expect(story.running).toEqual([]);
    expect(listed(story, 'yellow-card')).toEqual([]);
    expect(listed(story, 'violators')).toEqual([]);
    expect(story.refused).toEqual([]);
  });
});

describe('scenario 2: an extension asked for at 23:59 on the due day', () => {
  const request = { months: 3, reason: '到货延迟', filedOn: '2021-09-15', ...at('2021-09-15', '23:59:00') };
  const granted = ['ExtensionRequested', 'ExtensionGranted'];

  it('is in time: nothing expires until it is decided', () => {
    const story = ordered('2021-03-15');
    onCase(story, 'RequestExtension', request);
    story.passTo('2021-09-20T00:00:00+08:00');
    expect(story.running).toEqual([]);
    onCase(story, 'GrantExtension', { ...at('2021-09-20'), months: 3 });
    expect(told(story).slice(2)).toEqual(granted);
    expect(due(story)).toMatchObject({ nominalDue: '2021-12-15', rolledDue: '2021-12-15' });
    expect(listed(story, 'yellow-card')).toEqual([['A-1', '2021-12-15']]);
  });

  it('is in time when its posting comes after the timer', () => {
    const story = ordered('2021-03-15');
    onCase(story, 'RequestExtension', request, '2021-09-16T08:30:00+08:00');
    onCase(story, 'GrantExtension', { ...at('2021-09-20'), months: 3 });
    expect(told(story).slice(2)).toEqual(['RectificationPeriodExpired', ...granted]);
    story.passTo('2021-12-16T00:00:00+08:00');
    expect(told(story).at(-1)).toBe('RectificationPeriodExpired');
  });

  it('lets the period expire at once when it is refused after the due day', () => {
    const story = ordered('2021-03-15');
    onCase(story, 'RequestExtension', request);
    onCase(story, 'RefuseExtension', { ...at('2021-09-20'), reason: '理由不足' });
    expect(story.running).toEqual(['case/A-1/held-rectification']);
    story.passTo('2021-09-20T10:00:00+08:00');
    expect(told(story).slice(2)).toEqual(['ExtensionRequested', 'ExtensionRefused', 'RectificationPeriodExpired']);
    expect(story.running).toEqual([]);
  });

  it('lets it run on when it is refused before', () => {
    const story = ordered('2021-03-15');
    onCase(story, 'RequestExtension', { ...request, filedOn: '2021-09-01', ...at('2021-09-01') });
    onCase(story, 'RefuseExtension', { ...at('2021-09-06'), reason: '理由不足' });
    expect(story.running).toEqual(['case/A-1/rectification']);
    story.passTo('2021-09-15T23:59:59+08:00');
    expect(told(story)).not.toContain('RectificationPeriodExpired');
    story.passTo('2021-09-16T00:00:00+08:00');
    expect(told(story)).toContain('RectificationPeriodExpired');
  });

  it('is too late a minute after', () => {
    const story = ordered('2021-03-15');
    const late = { ...request, filedOn: '2021-09-16', ...at('2021-09-16', '00:00:00') };
    expect(story.refusalOf('case', 'A-1', 'RequestExtension', late)).toBe('energy/extension-too-late');
  });
});

describe('scenario 3: a due day in the week of National Day', () => {
  it('moves to the first working day after it, and holds until that day is over', () => {
    const story = ordered('2021-04-01');
    expect(due(story)).toMatchObject({ nominalDue: '2021-10-01', rolledDue: '2021-10-08' });
    story.passTo('2021-10-08T23:59:59+08:00');
    expect(told(story)).not.toContain('RectificationPeriodExpired');
    accepted(story, { reported: '2021-10-08', reinspected: '2021-10-13', accepted: '2021-10-15' });
    expect(told(story)).not.toContain('RectificationPeriodExpired');
  });

  it('adds nothing to an extension', () => {
    const story = ordered('2021-04-01');
    onCase(story, 'RequestExtension', { ...at('2021-10-08'), months: 3, reason: '到货延迟', filedOn: '2021-10-08' });
    onCase(story, 'GrantExtension', { ...at('2021-10-12'), months: 3 });
    expect(due(story)).toMatchObject({ startsOn: '2021-10-01', nominalDue: '2022-01-01', rolledDue: '2022-01-04' });
  });
});

describe('scenario 4: served on 31 August', () => {
  it('is due on 28 February', () =>
    expect(due(ordered('2021-08-31'))).toMatchObject({ nominalDue: '2022-02-28', rolledDue: '2022-02-28' }));
});

describe('scenario 5: a second extension', () => {
  it('is refused', () => {
    const story = ordered('2021-03-22');
    onCase(story, 'RequestExtension', { ...at('2021-09-10'), months: 3, reason: '到货延迟', filedOn: '2021-09-10' });
    onCase(story, 'GrantExtension', { ...at('2021-09-15'), months: 3 });
    const second = { ...at('2021-12-10'), months: 1, reason: '仍未完工', filedOn: '2021-12-10' };
    expect(story.refusalOf('case', 'A-1', 'RequestExtension', second)).toBe('energy/extension-already-granted');
  });
});

describe('scenario 22: a red card without yellow', () => {
  it('is refused', () => {
    const story = new Story();
    expect(story.refusalOf('case', 'A-1', 'IssueRedCard', at('2021-06-18'))).toBe('energy/red-card-without-yellow');
    const rectified = accepted(ordered('2021-03-15'), {
      reported: '2021-08-16',
      reinspected: '2021-08-24',
      accepted: '2021-08-27',
    });
    expect(rectified.refusalOf('case', 'A-1', 'IssueRedCard', at('2021-09-01'))).toBe('energy/red-card-without-yellow');
  });
});
