import type { Enterprise } from '#contracts';
import { addDays, addMonths } from '#law';
import { makeUscc } from '#codes';
import { licenseeInspected } from '../plan-year/market-licences.js';
import { inOfficeHours, officeDay } from '../plan-year/office-time.js';
import type { Seeded } from '../plan-year/seeded.js';
import { ofMarketRegulation, type Story } from '../plan-year/step.js';
import { atWork, inspectionDay } from './days.js';
import { rates } from './rates.js';
import type { Tale, Telling } from './tale.js';

const PROVINCE = '广东省市场监督管理局〔模拟〕';

/** 二(三)1: production licences as the province granted them, and the inspections of their holders. */
export function* licences({ firms, chance, count }: Telling): Generator<Tale, void, undefined> {
  for (let at = 0; at < count(rates.licences.production); at++) {
    const own = chance.for(`licence ${at}`);
    yield { story: licensed(at + 1, own.pick(firms.all), own) };
  }
}

function* licensed(serial: number, enterprise: Enterprise, chance: Seeded): Story {
  const name = String(10_000 + serial);
  const id = `XK-HZ-${name}`;
  const decidedOn = officeDay(addDays('2017-05-08', chance.between(0, 1380)));
  yield ofMarketRegulation(
    'licence',
    id,
    'RecordLicenceIssued',
    atWork(officeDay(addDays('2021-03-02', chance.between(0, 30))), chance),
    {
      enterprise,
      legalRepresentative: `法定代表人${serial}〔模拟〕`,
      licenceNumber: `(粤)XK08-001-${name}`,
      certificateName: '全国工业产品生产许可证',
      products: ['OTHER'],
      content: '列入目录的产品〔模拟〕',
      documentTitle: '准予行政许可决定书',
      documentNumber: `粤市监许〔${decidedOn.slice(0, 4)}〕模拟HZ${serial}号`,
      decidedOn,
      validFrom: decidedOn,
      validTo: addMonths(decidedOn, 60),
      issuer: PROVINCE,
      issuerCode: '11440000MB2TT1423E',
      issuerLevel: 'PROVINCIAL',
    },
  );
  if (chance.happens(rates.licences.inspected))
    yield* licenseeInspected(
      { id, serial, enterprise, chance },
      officeDay(addDays('2021-04-12', chance.between(0, 230))),
      [],
    );
}

/** Names and codes that change, and firms that merge. */
export function* registrations({ firms: { all }, chance, count }: Telling): Generator<Tale, void, undefined> {
  const { renamed, merged, recoded } = rates.registrations;
  let at = all.length;
  const next = () => all[--at]!;
  for (let left = count(all.length * renamed); left > 0; left--)
    yield { story: nameChanged(next(), chance.for(`name ${at}`)) };
  for (let left = count(recoded); left > 0; left--) yield { story: codeChanged(next(), chance.for(`code ${at}`)) };
  for (let left = count(merged); left > 0; left--)
    yield { story: absorbed(next(), next(), chance.for(`merger ${at}`)) };
}

function* nameChanged(enterprise: Enterprise, chance: Seeded): Story {
  const changedOn = inspectionDay(chance);
  yield ofMarketRegulation('registration', enterprise.uscc, 'RecordNameChange', inOfficeHours(changedOn, chance), {
    enterprise,
    formerName: enterprise.name.replace('有限公司', '厂'),
    changedOn,
  });
}

function* codeChanged(enterprise: Enterprise, chance: Seeded): Story {
  const changedOn = inspectionDay(chance);
  yield ofMarketRegulation('registration', enterprise.uscc, 'RecordCodeChange', inOfficeHours(changedOn, chance), {
    enterprise,
    formerUscc: makeUscc(enterprise.uscc.slice(0, 8), enterprise.uscc.slice(8, 16).replace('MAC', 'MAY')),
    changedOn,
  });
}

function* absorbed(successor: Enterprise, gone: Enterprise, chance: Seeded): Story {
  const succeededOn = inspectionDay(chance, '2021-12-10');
  yield ofMarketRegulation('registration', successor.uscc, 'RecordSuccession', inOfficeHours(succeededOn, chance), {
    successor,
    from: [{ uscc: gone.uscc, name: gone.name }],
    manner: 'ABSORPTION',
    scope: '全部资产、债权债务和未履行的行政义务〔模拟〕',
    succeededOn,
  });
  const deregisteredOn = officeDay(addDays(succeededOn, 7));
  yield ofMarketRegulation('registration', gone.uscc, 'RecordDeregistration', inOfficeHours(deregisteredOn, chance), {
    enterprise: gone,
    deregisteredOn,
  });
}
