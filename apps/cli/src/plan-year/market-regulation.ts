import type { Enterprise } from '#contracts';
import { addDays } from '#law';
import { qualityCard, qualityPaths } from './market-cases.js';
import * as licence from './market-licences.js';
import { samplePaths, samplingPlanned } from './market-samples.js';
import { moment, officeDay } from './office-time.js';
import type { Seeded } from './seeded.js';
import { ofMarketRegulation, type Story } from './step.js';

const quarterEnds = ['2021-03-31', '2021-06-30', '2021-09-30', '2021-12-31'];

/** Both public lists come out every quarter, and the yellow list with them. */
function* listsPublished(): Story {
  for (const end of quarterEnds)
    for (const list of ['licence-holders', 'nonconforming-products', 'yellow-card'])
      yield ofMarketRegulation('list', list, 'PublishList', moment(officeDay(addDays(end, 1)), '15:30'), {
        url: `https://scjg.example/lists/${list}/${end.slice(0, 7)}`,
      });
}

const CLOSED = 'EN-XK-CLOSED';

/** 二(三): what market regulation does in the plan year, to whoever makes steel or cement. */
export function* marketRegulation(all: readonly Enterprise[], chance: Seeded): Generator<Story, void, undefined> {
  const steel = all.filter(({ industry }) => industry.startsWith('31'));
  const cement = all.filter(({ industry }) => industry === '3011');
  const makers = [...steel, ...cement];
  let serial = 0;
  const told = (id: string, enterprise: Enterprise) => ({ id, serial: ++serial, enterprise, chance: chance.for(id) });

  yield samplingPlanned();
  yield listsPublished();

  const closed = cement[0]!;
  yield licence.enterpriseClosed(told(CLOSED, closed), `${CLOSED}-G1`);
  yield licence.licenceCancelled(told('XK-CLOSED', closed), `${CLOSED}-G1`);
  const expiring = told('XK-EXPIRING', cement[1]!);
  yield inTurn(licence.licenceMirrored(expiring, '2016-07-05'), licence.licenseeInspected(expiring, '2021-04-14', []));
  const lasting = told('XK-VALID', cement[2 % cement.length]!);
  yield inTurn(licence.licenceMirrored(lasting, '2020-11-16'), licence.licenseeInspected(lasting, '2021-06-17', []));
  const revoked = told('XK-REVOKED', steel[0]!);
  yield inTurn(
    licence.licenceMirrored(revoked, '2018-09-03'),
    licence.licenseeInspected(revoked, '2021-05-12', ['关键控制检验记录缺失']),
    licence.licenceRevoked(revoked, '2021-12-08'),
  );
  yield licence.applicationRejected(told('SQ-2021-01', steel[1 % steel.length]!));

  for (const [at, [id, story]] of Object.entries(samplePaths).entries())
    yield story(told(id, makers[at % makers.length]!));
  for (const [at, [id, story]] of Object.entries(qualityPaths).entries())
    yield story(told(id, steel[at % steel.length]!));
  yield qualityCard(told('SJ-CARD', cement[cement.length - 1]!));
}

/** Stories of one record, one after the other. */
function* inTurn(...stories: readonly Story[]): Story {
  for (const story of stories) yield* story;
}
