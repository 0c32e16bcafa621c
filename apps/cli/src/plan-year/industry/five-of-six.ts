import type { Story } from '../step.js';
import { furnaceOf, inspection, on, opened, ordered, type Exiting } from './exits.js';

/** Scenario 13: put off with five of the six steps taken; the announcement never comes, and it is not isolated. */
export function* fiveOfSixSteps(x: Exiting): Story {
  const say = on(x);
  const supplier = { WATER: '供水企业〔模拟〕', POWER: '供电企业〔模拟〕' };
  yield* opened(x, '2021-10-11', 'LINE', '中频炉保温生产线');
  yield* ordered(x, '2021-10-12', 30, furnaceOf(x.id));
  yield say('DeferDismantling', '2021-10-14', {
    reason: 'DEBT_DISPUTE_SEAL',
    evidence: '法院查封裁定〔模拟〕',
    decidedOn: '2021-10-14',
    dismantleBy: '2022-03-31',
  });
  yield say('CutWater', '2021-10-18', { supplier: supplier.WATER, meterId: `${x.id}-W1`, cutOn: '2021-10-18' });
  yield say('CutPower', '2021-10-18', { supplier: supplier.POWER, meterId: `${x.id}-P1`, cutOn: '2021-10-18' });
  yield say('RemovePowerUnit', '2021-10-19', { unit: '变压器 800kVA', storedIn: '镇仓库', removedOn: '2021-10-19' });
  yield say('SealMainEquipment', '2021-10-20', {
    sealNumbers: ['封〔2021〕9'],
    sealedOn: '2021-10-20',
    media: inspection(x, '2021-10-20').media,
  });
  yield say('PublishPledge', '2021-10-21', {
    text: '承诺不再恢复生产，接受社会监督〔模拟〕',
    signedAs: '法定代表人',
    url: `https://gov.example/exits/${x.id}/pledge`,
    publishedOn: '2021-10-21',
  });
  yield say('InspectForAcceptance', '2021-10-25', inspection(x, '2021-10-25'), 'industry/not-ready-for-acceptance');
}
