import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import {
  announcement,
  at,
  enterprise,
  exits,
  facts,
  inspection,
  line,
  medium,
  one,
  opinion,
  two,
} from '../testing-industry.js';
import { exit } from './exit.decider.js';

const inspect = { ...inspection, ...at('2021-06-03') };
const inspected = [...exits.dismantled, facts.inspected('DISMANTLED')];
const accepted = [...inspected, facts.accepted('DISMANTLED')];
const announced = [...accepted, facts.acceptanceAnnounced];

describe('the inspection for acceptance', () => {
  it('is of what is dismantled, or isolated, and says which', () => {
    given(exit, ...exits.dismantled)
      .when('InspectForAcceptance', inspect, two)
      .then({ type: 'ExitAcceptanceInspected', data: { basis: 'DISMANTLED', ...inspection, result: 'PASSED' } });
    expect(
      given(exit, ...exits.isolated)
        .when('InspectForAcceptance', inspect, two)
        .facts()[0]?.data,
    ).toMatchObject({ basis: 'ISOLATED' });
    given(exit, ...inspected)
      .when('InspectForAcceptance', inspect, two)
      .thenNothing();
  });

  it('waits for the sixth of six steps', () =>
    given(exit, ...exits.five)
      .when('InspectForAcceptance', inspect, two)
      .thenRefused('industry/not-ready-for-acceptance', {
        rule: 'industry/isolation@2021',
        facts: { missing: ['ExitAnnounced'] },
      }));

  it('waits for the seal that was broken', () =>
    given(exit, ...exits.isolated, facts.sealBroken)
      .when('InspectForAcceptance', inspect, two)
      .thenRefused('industry/not-ready-for-acceptance', { facts: { missing: ['MainEquipmentSealed'] } }));

  it('takes two media, of before and of after, and two officers', () => {
    const media = (...all: (typeof inspection.media)[number][]) =>
      given(exit, ...exits.dismantled).when('InspectForAcceptance', { ...inspect, media: all }, two);
    media(medium('BEFORE'), medium('AFTER')).thenTypes('ExitAcceptanceInspected');
    media(medium('AFTER')).thenRefused('industry/media-missing', { rule: 'industry/acceptance-evidence@2014' });
    media(medium('AFTER'), medium('AFTER', '2021-06-01', 9)).thenRefused('industry/media-missing');
    given(exit, ...exits.dismantled)
      .when('InspectForAcceptance', inspect, one)
      .thenRefused('industry/two-officers');
  });

  it('fails with one point that is not met', () =>
    expect(
      given(exit, ...exits.dismantled)
        .when('InspectForAcceptance', { ...inspect, checklist: [{ item: '变压器', isMet: false }] }, two)
        .facts()[0]?.data,
    ).toMatchObject({ result: 'FAILED' }));

  it('happens once until there is an opinion', () =>
    given(exit, ...inspected)
      .when('InspectForAcceptance', { ...inspect, team: ['另一组'] }, two)
      .thenRefused('industry/already-inspected'));
});

describe('the acceptance', () => {
  const accept = { ...opinion, ...at('2021-06-04') };

  it.each(['DISMANTLED', 'ISOLATED'] as const)('of what is %s says so', (status) => {
    const past = status === 'DISMANTLED' ? exits.dismantled : exits.isolated;
    given(exit, ...past, facts.inspected(status))
      .when('AcceptExit', accept)
      .then({ type: 'ExitAccepted', data: { enterprise, status, ...opinion } });
  });

  it('follows an inspection that was passed, once', () => {
    given(exit, ...accepted)
      .when('AcceptExit', accept)
      .thenNothing();
    given(exit, ...accepted)
      .when('AcceptExit', { ...accept, opinionNumber: '另' })
      .thenRefused('industry/already-accepted');
    given(exit, ...exits.dismantled)
      .when('AcceptExit', accept)
      .thenRefused('industry/not-passed');
    given(exit, ...exits.dismantled, facts.inspected('DISMANTLED', 'FAILED'))
      .when('AcceptExit', accept)
      .thenRefused('industry/not-passed', { facts: { result: 'FAILED' } });
  });

  it('of what was isolated is open again once it is dismantled, or breached', () => {
    const isolated = [...exits.isolated, facts.inspected('ISOLATED'), facts.accepted('ISOLATED')];
    given(exit, ...isolated, facts.dismantled('2021-09-01'))
      .when('InspectForAcceptance', { ...inspect, inspectedOn: '2021-09-02', ...at('2021-09-02') }, two)
      .thenTypes('ExitAcceptanceInspected');
    given(exit, ...isolated, facts.sealBroken)
      .when('AnnounceExit', { ...announcement, ...at('2021-07-09') })
      .thenRefused('industry/not-accepted');
  });
});

describe('the rejection', () => {
  const reject = { reasons: ['变压器未拆除'], ...at('2021-06-04') };
  const failed = [...exits.dismantled, facts.inspected('DISMANTLED', 'FAILED')];
  const rejected = {
    type: 'ExitAcceptanceRejected',
    data: { reasons: reject.reasons, dueOn: '2021-06-07' },
  } as const;

  it('sends it back to be dismantled, by the day that still stands', () => {
    given(exit, ...failed)
      .when('RejectExit', reject)
      .then(rejected);
    given(exit, ...failed, rejected)
      .when('RejectExit', reject)
      .thenNothing();
    given(exit, ...failed, rejected)
      .when('InspectForAcceptance', { ...inspect, team: ['再验'] }, two)
      .thenRefused('industry/not-ready-for-acceptance');
  });

  it('of an isolation names the steps to take anew', () => {
    const isolated = [...exits.isolated, facts.inspected('ISOLATED', 'FAILED')];
    given(exit, ...isolated)
      .when('RejectExit', reject)
      .thenRefused('industry/redo-missing');
    given(exit, ...isolated)
      .when('RejectExit', { ...reject, redo: ['MainEquipmentSealed'] })
      .then({ type: 'ExitAcceptanceRejected', data: { reasons: reject.reasons, redo: ['MainEquipmentSealed'] } });
  });

  it('needs an inspection that failed', () => {
    given(exit, ...exits.dismantled)
      .when('RejectExit', reject)
      .thenRefused('industry/nothing-to-reject');
    given(exit, ...inspected)
      .when('RejectExit', reject)
      .thenRefused('industry/passed');
  });
});

describe('announcement and archive', () => {
  const announce = { ...announcement, ...at('2021-06-07') };
  const archive = {
    archiveNumber: 'GX-2021-001',
    items: ['验收意见', '影像'],
    retention: 'PERMANENT' as const,
    filedOn: '2021-06-09',
    ...at('2021-06-09'),
  };
  const { occurredAt: _, ...archived } = archive;

  it('come after acceptance, in this order', () => {
    given(exit, ...accepted)
      .when('AnnounceExit', announce)
      .then({
        type: 'ExitAnnounced',
        data: { enterprise, line, purpose: 'ACCEPTANCE', status: 'DISMANTLED', ...announcement },
      });
    given(exit, ...inspected)
      .when('AnnounceExit', announce)
      .thenRefused('industry/not-accepted', { rule: 'industry/acceptance-order@2021' });
    given(exit, ...announced)
      .when('FileExitArchive', archive)
      .then({ type: 'ExitArchiveFiled', data: archived });
    given(exit, ...accepted)
      .when('FileExitArchive', archive)
      .thenRefused('industry/not-announced');
  });

  it('happen once, on a municipal website', () => {
    given(exit, ...announced)
      .when('AnnounceExit', announce)
      .thenNothing();
    given(exit, ...announced, { type: 'ExitArchiveFiled', data: archived })
      .when('FileExitArchive', archive)
      .thenNothing();
    given(exit, ...accepted)
      .when('AnnounceExit', { ...announce, site: 'COUNTY_GOV' })
      .thenRefused('industry/not-a-municipal-site');
  });
});
