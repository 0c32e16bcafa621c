import type { Enterprise, industry } from '#contracts';
import { makeSiteCode } from '#codes';
import { inOfficeHours, moment } from '../office-time.js';
import { officers } from '../rectification.js';
import type { Seeded } from '../seeded.js';
import { ofIndustry, type Draft, type Story } from '../step.js';
import { photos } from './media.js';

type Commands = industry.Commands<'exit'>;

/** An exit about to be lived. */
export interface Exiting {
  readonly id: string;
  readonly enterprise: Enterprise;
  readonly chance: Seeded;
}

/** Says something on an exit file. */
export const on =
  ({ id, chance }: Exiting) =>
  <Name extends keyof Commands & string>(
    command: Name,
    day: string,
    body: Omit<Commands[Name], 'occurredAt'>,
    refusedWith?: string,
  ): Draft =>
    ofIndustry('exit', id, command, inOfficeHours(day, chance), body, refusedWith ? { refusedWith } : {});

const LAW = '《中华人民共和国大气污染防治法》第二十七条';
const ITEM = '产业结构调整指导目录（2019年本）淘汰类〔模拟条目〕';

export const furnaceOf = (id: string) => ({
  equipmentId: `${id}-E1`,
  model: '中频感应电炉 5t',
  capacity: 3,
  unit: '万吨/年',
});

export function* opened(x: Exiting, day: string, scope: Commands['OpenExitFile']['scope'], line: string): Story {
  yield on(x)('OpenExitFile', day, {
    enterprise: x.enterprise,
    scope,
    line,
    ground: 'ELIMINATION_CATEGORY',
    equipment: [furnaceOf(x.id)],
    catalogueItem: ITEM,
  });
}

export function* ordered(x: Exiting, day: string, days: number, equipment: industry.ExitEquipment): Story {
  yield on(x)('OrderElimination', day, {
    documentNumber: `惠市工信淘〔2021〕${x.id}号`,
    legalBasis: LAW,
    servedOn: day,
    days,
    equipment: [equipment],
    officers: officers(x.chance),
  });
}

export function* dismantled(x: Exiting, day: string, equipmentId: string, certificateNumber: string): Story {
  yield on(x)('RecordDismantled', day, {
    equipmentIds: [equipmentId],
    dismantledOn: day,
    disposal: 'SCRAPPED',
    witness: '属地镇政府、县工信部门〔模拟〕',
    certificateNumber,
    media: photos(x.chance, day, 'BEFORE', 'DURING', 'AFTER'),
  });
}

export const inspection = (
  x: Exiting,
  day: string,
  isMet = true,
): Omit<Commands['InspectForAcceptance'], 'occurredAt'> => ({
  team: ['市工业和信息化局', '县（区）工信部门', '属地镇政府'],
  checklist: [
    { item: '主体设备', isMet: true },
    { item: '变压器等动力装置', isMet },
  ],
  media: photos(x.chance, day, 'BEFORE', 'AFTER'),
  inspectedOn: day,
  officers: officers(x.chance),
});

export const opinion = (x: Exiting, day: string): Omit<Commands['AcceptExit'], 'occurredAt'> => ({
  opinionNumber: `惠市工信验〔2021〕${x.id}号`,
  opinion: '经现场验收，符合退出要求〔模拟〕',
  acceptedOn: day,
});

const page = (x: Exiting, day: string) => ({ url: `https://gov.example/exits/${x.id}/${day}`, publishedOn: day });

/** What screening found goes through everything, and is rejected once before it is accepted. */
export function* exitedFromScreening(screened: Exiting, screeningId: string, equipment: industry.ExitEquipment): Story {
  const x = { ...screened, id: `GX-screened.${screeningId}.${equipment.equipmentId}` };
  yield* ordered(x, '2021-04-19', 60, equipment);
  yield on(x)('OrderShutdown', '2021-04-20', { process: '中频炉熔炼', stoppedOn: '2021-04-20' });
  yield on(x)('StartDismantling', '2021-04-26', { startedOn: '2021-04-26' });
  yield* dismantled(x, '2021-05-12', equipment.equipmentId, '见证〔2021〕1号');
  yield on(x)('InspectForAcceptance', '2021-05-18', inspection(x, '2021-05-18', false));
  yield on(x)('RejectExit', '2021-05-19', { reasons: ['变压器尚未拆除'] });
  yield* dismantled(x, '2021-05-28', equipment.equipmentId, '见证〔2021〕2号');
  yield on(x)('InspectForAcceptance', '2021-06-02', inspection(x, '2021-06-02'));
  yield on(x)('AcceptExit', '2021-06-04', opinion(x, '2021-06-04'));
  yield on(x)('EliminateLine', '2021-06-04', { measures: ['DISMANTLED'], eliminatedOn: '2021-05-28' });
  yield on(x)('AnnounceExit', '2021-06-09', { site: 'MUNICIPAL_DEPT', ...page(x, '2021-06-09') });
  yield on(x)('FileExitArchive', '2021-06-16', {
    archiveNumber: 'GX-2021-001',
    items: ['责令淘汰文书', '见证书', '验收意见', '前中后影像', '公告网页'],
    retention: 'PERMANENT',
    filedOn: '2021-06-16',
  });
  yield on(x)('RecheckExited', '2021-10-20', {
    checkedOn: '2021-10-20',
    restored: false,
    restorable: false,
    findings: '厂房已清空，供电已销户〔模拟〕',
    officers: officers(x.chance),
  });
}

/** Five steps of six are not enough; the sixth isolates; a broken seal is put on anew; dismantled in the end. */
export function* isolatedAndBroken(x: Exiting): Story {
  const say = on(x);
  yield* opened(x, '2021-05-10', 'LINE', '中频炉熔炼生产线');
  yield* ordered(x, '2021-05-11', 30, furnaceOf(x.id));
  yield say('DeferDismantling', '2021-05-13', {
    reason: 'DEBT_DISPUTE_SEAL',
    evidence: '法院查封裁定〔模拟〕',
    decidedOn: '2021-05-13',
    dismantleBy: '2021-12-31',
  });
  yield say('CutWater', '2021-05-14', { supplier: '供水企业〔模拟〕', meterId: `${x.id}-W1`, cutOn: '2021-05-14' });
  yield say('CutPower', '2021-05-14', { supplier: '供电企业〔模拟〕', meterId: `${x.id}-P1`, cutOn: '2021-05-14' });
  yield say('RemovePowerUnit', '2021-05-17', { unit: '变压器 1250kVA', storedIn: '镇仓库', removedOn: '2021-05-17' });
  yield* sealed(x, '2021-05-18', ['封〔2021〕1', '封〔2021〕2']);
  yield say('PublishPledge', '2021-05-19', {
    text: '承诺不再恢复生产，接受社会监督〔模拟〕',
    signedAs: '法定代表人',
    ...page(x, '2021-05-19'),
  });
  yield say('InspectForAcceptance', '2021-05-20', inspection(x, '2021-05-20'), 'industry/not-ready-for-acceptance');
  const announcement = { ...page(x, '2021-05-24'), dismantleBy: '2021-12-31' };
  yield say(
    'PublishAnnouncement',
    '2021-05-24',
    { site: 'COUNTY_GOV', ...announcement },
    'industry/not-a-municipal-site',
  );
  yield say('PublishAnnouncement', '2021-05-25', { site: 'MUNICIPAL_GOV', ...announcement });
  yield say('InspectForAcceptance', '2021-05-27', inspection(x, '2021-05-27'));
  yield say('AcceptExit', '2021-05-28', opinion(x, '2021-05-28'));
  yield say('RecordBreach', '2021-07-08', {
    breach: 'SEAL_BROKEN',
    facts: '封条被撕毁〔模拟〕',
    foundOn: '2021-07-08',
  });
  yield* sealed(x, '2021-07-09', ['封〔2021〕3', '封〔2021〕4']);
  yield* dismantled(x, '2021-12-20', `${x.id}-E1`, '见证〔2021〕13号');
}

function* sealed(x: Exiting, day: string, sealNumbers: string[]): Story {
  yield on(x)('SealMainEquipment', day, { sealNumbers, sealedOn: day, media: photos(x.chance, day, 'AFTER') });
}

/** The day passes, non-completion is determined and goes to credit; it exits late. */
export function* exitedLate(x: Exiting): Story {
  yield* opened(x, '2021-06-02', 'LINE', '中频炉熔炼生产线');
  yield* ordered(x, '2021-06-04', 45, furnaceOf(x.id));
  yield on(x)('DetermineExitNonCompletion', '2021-07-26', {
    fact: '责令淘汰期限届满，主体设备仍未拆除',
    legalBasis: LAW,
    documentNumber: `惠市工信认〔2021〕${x.id}号`,
    notifiedOn: '2021-07-26',
  });
  yield* dismantled(x, '2021-10-20', `${x.id}-E1`, '见证〔2021〕15号');
}

/** One of two sites closes: the enterprise goes on. */
export function* oneOfTwoSites(x: Exiting): Story {
  const second = { ...x, enterprise: { ...x.enterprise, siteId: makeSiteCode(x.enterprise.uscc, 2) } };
  yield* opened(second, '2021-06-15', 'SITE', '二厂区');
  yield* ordered(second, '2021-06-16', 60, furnaceOf(x.id));
  yield* dismantled(second, '2021-07-14', `${x.id}-E1`, '见证〔2021〕18号');
  yield on(second)('EliminateLine', '2021-07-15', { measures: ['DISMANTLED'], eliminatedOn: '2021-07-14' });
  yield on(second)(
    'CloseEnterprise',
    '2021-07-16',
    { manner: 'SHUT_DOWN', closedOn: '2021-07-16' },
    'industry/not-the-whole-enterprise',
  );
}

/** A whole enterprise shuts down, all of its equipment being of the elimination category. */
export function* shutDown(x: Exiting): Story {
  yield* opened(x, '2021-08-03', 'ENTERPRISE', '全部生产线');
  yield* ordered(x, '2021-08-04', 90, furnaceOf(x.id));
  yield on(x)('CloseEnterprise', '2021-08-25', { manner: 'SHUT_DOWN', closedOn: '2021-08-25' });
}

/** What a look-back found to produce again is cut off on the next day. */
export function* cutOffAgain(resumed: Exiting, lookBackId: string): Story {
  const x = { ...resumed, id: `GX-resumed.${lookBackId}` };
  yield on(x)('CutPower', '2021-08-12', { supplier: '供电企业〔模拟〕', meterId: 'HT-P1', cutOn: '2021-08-12' });
}

/** Posted after the act that it answers, on the same day. */
export const laterThatDay = (day: string) => ({ posted: { at: moment(day, '17:55') } }) as const;
