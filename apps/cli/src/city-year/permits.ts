import type { Enterprise } from '#contracts';
import { addDays, addMonths } from '#law';
import { siteOf, telling, limits, outlets, type Site } from '../plan-year/environment/manner.js';
import { inOfficeHours, officeDay, officeDaysAfter } from '../plan-year/office-time.js';
import { ofEnergy, type Story } from '../plan-year/step.js';
import { inspectionDay } from './days.js';
import { rates } from './rates.js';
import type { Tale, Telling } from './tale.js';

/** Permits are of the sites that come after those where inspectors go. */
const FIRST_SITE = 4;
const LAST_APPLICATION = '2021-11-12';

/** 二(二)1: permits that are in force when the year begins, and what happens to permits in it. */
export function* permits({ firms: { all }, chance, count }: Telling): Generator<Tale, void, undefined> {
  const { live, issued, refused, refusedForElimination, changes, cancellations } = rates.permits;
  let serial = 0;
  const next = (): Site & { serial: number } => {
    const firm: Enterprise = all[serial % all.length]!;
    const sequence = FIRST_SITE + Math.floor(serial / all.length);
    serial++;
    return { ...siteOf(firm, sequence, chance.for(`permit ${serial}`)), serial };
  };
  const changed = count(changes);
  const cancelled = count(cancellations);
  for (let at = 0; at < count(live); at++) {
    const site = next();
    if (at < changed) yield { story: broughtIn(site, representativeChanged) };
    else if (at < changed + cancelled) yield { story: broughtIn(site, holderGone) };
    else yield { story: broughtIn(site) };
  }
  for (let at = 0; at < count(issued); at++) yield { story: appliedFor(next(), 'ISSUED') };
  for (let at = 0; at < count(refused); at++) yield { story: appliedFor(next(), 'REFUSED') };
  for (let at = 0; at < count(refusedForElimination); at++) yield { story: dueForElimination(next()) };
}

const on = ({ siteCode, chance }: Site) => telling('permit', siteCode, chance);

function* broughtIn(site: Site, then?: (site: Site) => Story): Story {
  const { enterprise, chance } = site;
  const validFrom = addDays('2019-06-01', chance.between(0, 540));
  yield {
    ...on(site)('BringInPermit', officeDay(addDays('2021-03-02', chance.between(0, 24))), {
      enterprise,
      managementClass: chance.happens(0.3) ? 'KEY' : 'SIMPLIFIED',
      validFrom,
      validTo: addDays(addMonths(validFrom, 36), -1),
      outlets,
      limits,
    }),
    posted: 'in-due-course',
  };
  if (then) yield* then(site);
}

function* representativeChanged(site: Site): Story {
  const appliedOn = officeDay(addDays('2021-04-20', site.chance.between(0, 220)));
  yield on(site)('ChangePermit', appliedOn, {
    change: 'REPRESENTATIVE',
    enterprise: site.enterprise,
    changedOn: addDays(appliedOn, -site.chance.between(5, 45)),
    appliedOn,
  });
}

function* holderGone(site: Site): Story {
  const cancelledOn = officeDay(addDays('2021-05-10', site.chance.between(0, 210)));
  yield on(site)('CancelPermit', cancelledOn, {
    ground: 'HOLDER_TERMINATED',
    terminationDocument: '准予注销登记通知书〔模拟〕',
    cancelledOn,
  });
}

function* appliedFor(site: Site & { serial: number }, end: 'ISSUED' | 'REFUSED'): Story {
  const { enterprise, chance, serial } = site;
  const acceptedOn = inspectionDay(chance, LAST_APPLICATION);
  const decidedOn = officeDaysAfter(acceptedOn, chance.between(8, 18));
  const applicationId = `SQ-HZ-${serial}`;
  yield on(site)('AcceptPermitApplication', acceptedOn, {
    applicationId,
    enterprise,
    purpose: 'FIRST',
    managementClass: 'SIMPLIFIED',
    acceptedOn,
  });
  if (end === 'ISSUED')
    yield on(site)('IssuePermit', decidedOn, { applicationId, validFrom: decidedOn, outlets, limits });
  else
    yield on(site)('RefusePermit', decidedOn, {
      applicationId,
      ground: chance.pick(['NO_EIA', 'STANDARD_NOT_MET', 'MONITORING_INSUFFICIENT']),
      reason: '不符合许可条件〔模拟〕',
      documentNumber: `惠市环不许〔2021〕模拟${serial}号`,
      decidedOn,
    });
}

/** What is due for elimination gets no permit: issuing is refused by the law, and the bureau refuses the applicant. */
function* dueForElimination(site: Site & { serial: number }): Story {
  const { enterprise, chance, serial } = site;
  const line = `LINE-HZ-XK-${serial}`;
  const acceptedOn = inspectionDay(chance, LAST_APPLICATION);
  const applicationId = `SQ-HZ-${serial}`;
  yield ofEnergy('capacity', line, 'ClassifyCapacity', inOfficeHours('2021-03-03', chance), {
    enterprise,
    product: '普通熔铸件',
    capacity: 6,
    unit: '万吨/年',
    grounds: ['ELIMINATION_CATEGORY'],
    catalogueItem: '产业结构调整指导目录（2019年本）淘汰类〔模拟条目〕',
  });
  yield on(site)('AcceptPermitApplication', acceptedOn, {
    applicationId,
    enterprise,
    purpose: 'FIRST',
    managementClass: 'SIMPLIFIED',
    acceptedOn,
    capacityRecords: [{ register: 'ENERGY_CAPACITY', recordId: line }],
  });
  const triedOn = officeDaysAfter(acceptedOn, 8);
  const issue = { applicationId, validFrom: triedOn, outlets, limits };
  yield on(site)('IssuePermit', triedOn, issue, 'environment/due-for-elimination');
  const decidedOn = officeDaysAfter(acceptedOn, 10);
  yield on(site)('RefusePermit', decidedOn, {
    applicationId,
    ground: 'DUE_FOR_ELIMINATION',
    reason: '对应该淘汰的落后产能，不得核发排污许可证〔模拟〕',
    documentNumber: `惠市环不许〔2021〕模拟${serial}号`,
    decidedOn,
  });
}
