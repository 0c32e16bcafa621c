import { makeUscc } from '#codes';
import type { Enterprise } from '#contracts';
import { inOfficeHours, officeDay } from './office-time.js';
import type { Seeded } from './seeded.js';
import { ofMarketRegulation, type Story } from './step.js';

/** Those whose registration or site changes in the year. */
export interface Changing {
  readonly renamed: Enterprise;
  readonly recoded: Enterprise;
  readonly absorbing: Enterprise;
  readonly absorbed: Enterprise;
  /** Who takes over the site of the one that was absorbed, as its landlord. */
  readonly landlord: Enterprise;
}

/** A new name, a new code, a merger with its end, and a site that passes from hand to hand. */
export function* registrationsChanged(changing: Changing, chance: Seeded): Generator<Story, void, undefined> {
  yield renamed(changing.renamed, chance);
  yield recoded(changing.recoded, chance);
  yield merged(changing, chance);
  yield siteLet(changing, chance);
}

const at = (on: string, chance: Seeded): string => inOfficeHours(officeDay(on), chance);

function* renamed(enterprise: Enterprise, chance: Seeded): Story {
  const changedOn = officeDay('2021-09-13');
  yield ofMarketRegulation('registration', enterprise.uscc, 'RecordNameChange', at(changedOn, chance), {
    enterprise,
    formerName: enterprise.name.replace('有限公司', '厂'),
    changedOn,
  });
}

function* recoded(enterprise: Enterprise, chance: Seeded): Story {
  const changedOn = officeDay('2021-06-22');
  yield ofMarketRegulation('registration', enterprise.uscc, 'RecordCodeChange', at(changedOn, chance), {
    enterprise,
    formerUscc: makeUscc(enterprise.uscc.slice(0, 8), 'MAT99001'),
    changedOn,
  });
}

function* merged({ absorbing, absorbed }: Changing, chance: Seeded): Story {
  const succeededOn = officeDay('2021-12-20');
  yield ofMarketRegulation('registration', absorbing.uscc, 'RecordSuccession', at(succeededOn, chance), {
    successor: absorbing,
    from: [{ uscc: absorbed.uscc, name: absorbed.name }],
    manner: 'ABSORPTION',
    scope: '全部资产、债权债务和未履行的行政义务〔模拟〕',
    succeededOn,
  });
  const deregisteredOn = officeDay('2021-12-27');
  yield ofMarketRegulation('registration', absorbed.uscc, 'RecordDeregistration', at(deregisteredOn, chance), {
    enterprise: absorbed,
    deregisteredOn,
  });
}

function* siteLet({ absorbing, absorbed, landlord }: Changing, chance: Seeded): Story {
  const siteCode = absorbed.siteId!;
  const since = officeDay('2021-03-22');
  yield ofMarketRegulation('site', siteCode, 'RegisterSite', at(since, chance), {
    enterprise: absorbed,
    siteCode,
    address: '惠州市模拟路1号〔模拟〕',
    landlord: landlord.uscc,
    since,
  });
  const passedOn = officeDay('2021-12-20');
  yield ofMarketRegulation('site', siteCode, 'ChangeSiteRole', at(passedOn, chance), {
    role: 'OPERATOR',
    enterprise: { ...absorbing, siteId: siteCode },
    since: passedOn,
  });
}
