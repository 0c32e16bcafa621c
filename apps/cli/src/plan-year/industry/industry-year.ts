import type { Enterprise } from '#contracts';
import type { Seeded } from '../seeded.js';
import type { Story } from '../step.js';
import * as exits from './exits.js';
import { fiveOfSixSteps } from './five-of-six.js';
import * as watch from './watch.js';

const OUTDATED = { equipmentId: 'PC-E0', model: '中频感应电炉 5t', capacity: 3, unit: '万吨/年' };

/** What industry does in the plan year: exits, ditiao steel, look-backs. Each golden scenario bears its number. */
export function* industryYear(all: readonly Enterprise[], chance: Seeded): Generator<Story, void, undefined> {
  const foundries = all.filter(({ industry }) => industry === '3391');
  const foundry = (at: number): Enterprise => foundries[at % foundries.length]!;
  const exiting = (id: string, at: number): exits.Exiting => ({ id, enterprise: foundry(at), chance: chance.for(id) });

  const catalogueItem = '产业结构调整指导目录（2019年本）淘汰类〔模拟条目〕';
  const listed = Array.from({ length: 7 }, (_, at) => foundry(at));
  yield watch.screened(listed, { ...OUTDATED, catalogueItem }, chance.for('screening'));
  yield exits.exitedFromScreening(exiting('GX-PC', 0), 'PC-2021-01', OUTDATED);
  yield watch.patrolledOn(foundry(0), `GX-screened.PC-2021-01.${OUTDATED.equipmentId}`, chance.for('patrols'));

  yield exits.isolatedAndBroken(exiting('GX-SC-13', 1));
  yield breachDealtWith('GX-GX-SC-13.12');
  yield fiveOfSixSteps(exiting('GX-SC-13-FIVE', 6));
  yield exits.exitedLate(exiting('GX-SC-15', 2));
  yield exits.oneOfTwoSites(exiting('GX-SC-18', 3));
  yield exits.shutDown(exiting('GX-2021-05', 4));

  const targets = [5, 6, 7, 8, 9].map((at) => all[(at * 5) % all.length]!);
  yield watch.lookedBack(targets, chance.for('look-backs'));
  const resumed = { ...exiting('GX-SC-16', 5), enterprise: targets[0]! };
  yield exits.cutOffAgain(resumed, `${watch.SYNTHETIC_ROUND}.HT-1`);

  yield watch.furnaces(foundries, chance.for('furnaces'));
  yield watch.ditiaoWatched([foundry(5), foundry(6)], chance.for('ditiao'));
  yield watch.industriesLookedBack();
  yield watch.mattersFollowed();
}

/** The case that the broken seal opened: told on the day, and ended when all was sealed again. */
function* breachDealtWith(caseId: string): Story {
  yield watch.reported(caseId, '2021-07-08', ['BIIT', 'COUNTY_GOV']);
  yield watch.concluded(caseId, '2021-07-15', 'ISOLATED_AGAIN');
}
