import type { Enterprise, industry } from '#contracts';
import { areaCodes, makeSiteCode } from '#codes';
import { inOfficeHours, moment } from '../office-time.js';
import { officers } from '../rectification.js';
import type { Seeded } from '../seeded.js';
import { ofIndustry, type Story } from '../step.js';
import { laterThatDay } from './exits.js';
import { photos } from './media.js';

/** Sites on the list of the year, all but the last of them screened; what was outdated is named. */
export function* screened(all: readonly Enterprise[], outdated: industry.ScreenedEquipment, chance: Seeded): Story {
  for (const [at, enterprise] of all.entries())
    yield ofIndustry('screening', idOf(at), 'ListForScreening', moment('2021-03-10', '10:00'), {
      year: 2021,
      enterprise: { ...enterprise, siteId: enterprise.siteId ?? makeSiteCode(enterprise.uscc, 1) },
    });
  const days = ['2021-04-14', '2021-05-13', '2021-06-10', '2021-07-13', '2021-08-17'];
  for (const [at, screenedOn] of days.entries())
    yield ofIndustry('screening', idOf(at), 'ScreenEnterprise', inOfficeHours(screenedOn, chance), {
      screenedOn,
      equipment: [{ equipmentId: `PC-E${at + 1}`, model: '抛丸机 Q37' }, ...(at === 0 ? [outdated] : [])],
      officers: officers(chance),
    });
}

const idOf = (at: number): string => `PC-2021-${String(at + 1).padStart(2, '0')}`;

/** Furnaces registered, changed, misused and gone. */
export function* furnaces(foundries: readonly Enterprise[], chance: Seeded): Story {
  const furnace = (at: number) => `ZPL-2021-0${at}`;
  const of = (at: number) => foundries[at % foundries.length]!;
  const registration = (at: number) => ({
    enterprise: of(at),
    kind: at === 2 ? ('POWER_FREQUENCY' as const) : ('MEDIUM_FREQUENCY' as const),
    ratedTonnes: at,
    ratedKva: 800 * at,
    maker: '电炉制造厂〔模拟〕',
    serialNumber: `SN-${2010 + at}`,
    material: '球墨铸铁',
  });
  for (const at of [1, 2, 3])
    yield ofIndustry('furnace', furnace(at), 'RegisterFurnace', inOfficeHours('2021-04-08', chance), {
      ...registration(at),
      use: 'CASTING',
    });
  yield ofIndustry(
    'furnace',
    furnace(4),
    'RegisterFurnace',
    inOfficeHours('2021-04-09', chance),
    { ...registration(4), use: 'STAINLESS_STEEL' },
    { refusedWith: 'industry/use-not-lawful' },
  );
  yield ofIndustry('furnace', furnace(2), 'ChangeFurnaceUse', inOfficeHours('2021-05-20', chance), {
    use: 'HEAT_TREATMENT',
    material: '钢件',
    changedOn: '2021-05-20',
  });
  yield ofIndustry('furnace', furnace(3), 'FindIllegalFurnaceUse', inOfficeHours('2021-06-22', chance), {
    enterprise: of(3),
    illegalUse: 'TOOL_DIE_STEEL',
    disguise: '铸造',
    facts: '炉前样成分与登记材质不符〔模拟〕',
    foundOn: '2021-06-22',
    officers: officers(chance),
  });
  yield reported(`GX-${furnace(3)}.1`, '2021-06-22', ['BIIT']);
  yield ofIndustry('furnace', furnace(3), 'ClearIllegalFurnaceUse', inOfficeHours('2021-07-06', chance), {
    measure: 'FURNACE_DISMANTLED',
    facts: '炉体已拆除〔模拟〕',
    clearedOn: '2021-07-06',
  });
  yield ofIndustry('furnace', furnace(3), 'DeregisterFurnace', inOfficeHours('2021-07-12', chance), {
    disposal: 'SCRAPPED',
    whereabouts: '废旧金属回收证明〔模拟〕',
    deregisteredOn: '2021-07-12',
  });
  yield concluded(`GX-${furnace(3)}.1`, '2021-07-14', 'REMOVED');
}

type Case = industry.Commands<'case'>;

export const reported = (id: string, day: string, reportedTo: Case['ReportCase']['reportedTo']) =>
  ofIndustry(
    'case',
    id,
    'ReportCase',
    moment(day, '17:20'),
    { reportedTo, documentNumber: `惠市工信报〔2021〕${day}号`, reportedOn: day },
    laterThatDay(day),
  );

const handedOver = (id: string, day: string, to: Case['HandOverCase']['to']) =>
  ofIndustry('case', id, 'HandOverCase', moment(day, '10:30'), {
    to,
    documentNumber: `惠市工信移〔2021〕${day}号`,
    handedOverOn: day,
  });

export const concluded = (id: string, day: string, outcome: Case['ConcludeCase']['outcome']) =>
  ofIndustry('case', id, 'ConcludeCase', moment(day, '16:00'), {
    outcome,
    opinion: '经复核，处置到位〔模拟〕',
    concludedOn: day,
  });

/** Zones, patrols, leads, and a suspicion that is confirmed by more than one kind of evidence. */
export function* ditiaoWatched([one, other]: readonly [Enterprise, Enterprise], chance: Seeded): Story {
  for (const county of areaCodes)
    yield ofIndustry('zone', `PQ-${county}`, 'AssignZone', moment('2021-03-22', '10:00'), {
      zone: `${county}片区`,
      county,
      municipalDepartment: '市工业和信息化局',
      countyDepartment: '县（区）工信部门',
      township: '乡镇（街道）〔模拟〕',
      village: '村（社区）〔模拟〕',
      dutyOffice: '乡镇经济发展办〔模拟〕',
      effectiveOn: '2021-04-01',
    });
  const patrol = (id: string, zone: string, day: string, result: 'NOTHING_FOUND' | 'SUSPICIOUS') =>
    ofIndustry('patrol', id, 'PatrolForDitiao', inOfficeHours(day, chance), {
      zoneId: `PQ-${zone}`,
      level: 'TOWN',
      places: ['旧厂房', '废品收购点'],
      result,
      findings: result === 'SUSPICIOUS' ? '一处旧厂房夜间有炉光〔模拟〕' : '未见异常',
      patrolledOn: day,
    });
  yield patrol('XC-2021-01', 'LM', '2021-04-15', 'NOTHING_FOUND');
  yield ofIndustry('lead', 'XS-2021-01', 'FlagPowerAnomaly', inOfficeHours('2021-06-03', chance), {
    enterprise: one,
    meterId: 'XS-P1',
    windowFrom: '2021-05-01',
    windowTo: '2021-05-31',
    consumedKwh: 820_000,
    pattern: '夜间23时至次日6时集中用电〔模拟〕',
  });
  yield patrol('XC-2021-02', one.county, '2021-06-08', 'SUSPICIOUS');
  yield ofIndustry('ditiao', 'DT-2021-01', 'SuspectDitiao', inOfficeHours('2021-06-09', chance), {
    county: one.county,
    place: '旧厂房〔模拟〕',
    enterprise: one,
    source: 'PATROL',
    sourceId: 'XC-2021-02',
    facts: '夜间有炉光，用电异常〔模拟〕',
  });
  yield ofIndustry('lead', 'XS-2021-01', 'CloseLead', inOfficeHours('2021-06-10', chance), {
    outcome: 'FOLLOWED_UP',
    ditiaoId: 'DT-2021-01',
    reason: '转现场核查',
  });
  const production = {
    evidence: ['POWER_DATA'] as ('POWER_DATA' | 'SAMPLE' | 'EQUIPMENT')[],
    facts: '现场有中频炉、钢坯，样品成分未受控制〔模拟〕',
    confirmedOn: '2021-06-11',
    officers: officers(chance),
  };
  const confirmed = inOfficeHours('2021-06-11', chance);
  yield ofIndustry('ditiao', 'DT-2021-01', 'ConfirmDitiaoProduction', confirmed, production, {
    refusedWith: 'industry/not-proven',
  });
  yield ofIndustry('ditiao', 'DT-2021-01', 'ConfirmDitiaoProduction', confirmed, {
    ...production,
    evidence: ['SAMPLE', 'EQUIPMENT', 'POWER_DATA'],
  });
  yield reported('GX-DT-2021-01.1', '2021-06-11', ['BIIT', 'CITY_GOV']);
  yield handedOver('GX-DT-2021-01.1', '2021-06-15', 'market-regulation');
  yield ofIndustry('ditiao', 'DT-2021-01', 'ConfirmDitiaoSale', inOfficeHours('2021-06-17', chance), {
    evidence: ['SALES_RECORD', 'INVOICE_DATA'],
    facts: '有销售台账和发票〔模拟〕',
    confirmedOn: '2021-06-17',
    officers: officers(chance),
  });
  yield concluded('GX-DT-2021-01.1', '2021-07-01', 'HANDED_OVER');
  yield ofIndustry('lead', 'XS-2021-02', 'FlagTaxAnomaly', inOfficeHours('2021-08-10', chance), {
    enterprise: other,
    invoiceCodes: ['109020101'],
    windowFrom: '2021-07-01',
    windowTo: '2021-07-31',
    pattern: '购进废钢而无相应销项〔模拟〕',
  });
  yield ofIndustry('ditiao', 'DT-2021-02', 'SuspectDitiao', inOfficeHours('2021-08-11', chance), {
    county: other.county,
    place: '厂区〔模拟〕',
    enterprise: other,
    source: 'LEAD',
    sourceId: 'XS-2021-02',
    facts: '废钢购进量大〔模拟〕',
  });
  yield ofIndustry('ditiao', 'DT-2021-02', 'DismissDitiaoSuspicion', inOfficeHours('2021-08-13', chance), {
    reason: '废钢用于铸造，台账齐全〔模拟〕',
    dismissedOn: '2021-08-13',
  });
  yield ofIndustry('lead', 'XS-2021-02', 'CloseLead', inOfficeHours('2021-08-16', chance), {
    outcome: 'EXPLAINED',
    reason: '核查后已说明',
  });
}

/** The round in which synthetic sites are looked back at; those whom the plan names are in rounds of their own. */
export const SYNTHETIC_ROUND = '2021-08';

/** Clear, weak and then clear, refused, missed, and one that produces again. */
export function* lookedBack(five: readonly Enterprise[], chance: Seeded): Story {
  const targets = five.map(({ uscc, name, county }, at) => ({
    targetId: `HT-${at + 1}`,
    name,
    category: at === 0 ? ('DITIAO_EXITED' as const) : ('KEY_INDUSTRY' as const),
    county,
    uscc,
  }));
  yield ofIndustry('lookBackRound', SYNTHETIC_ROUND, 'PlanLookBack', moment('2021-08-02', '09:30'), {
    round: `${SYNTHETIC_ROUND}（模拟）`,
    targets,
    closesOn: '2021-08-31',
  });
  const at = (target: number) => `${SYNTHETIC_ROUND}.HT-${target}`;
  const visit = (target: number, day: string, resumed: boolean, resumable: boolean, findings: string) =>
    ofIndustry('lookBack', at(target), 'RecordLookBack', inOfficeHours(day, chance), {
      roundId: SYNTHETIC_ROUND,
      targetId: `HT-${target}`,
      enterprise: five[target - 1]!,
      visitedOn: day,
      resumed,
      resumable,
      findings,
      media: photos(chance, day, 'AFTER'),
      officers: officers(chance),
    });
  yield visit(2, '2021-08-04', false, true, '变压器未拆除〔模拟〕');
  yield ofIndustry('lookBack', at(2), 'OrderRemoval', inOfficeHours('2021-08-05', chance), {
    documentNumber: '惠市工信消〔2021〕模拟1号',
    servedOn: '2021-08-05',
    days: 15,
    items: ['拆除变压器'],
  });
  yield ofIndustry('lookBack', at(3), 'RecordAccessRefused', inOfficeHours('2021-08-06', chance), {
    roundId: SYNTHETIC_ROUND,
    targetId: 'HT-3',
    visitedOn: '2021-08-06',
    facts: '门卫拒绝入内〔模拟〕',
    officers: officers(chance),
  });
  yield visit(5, '2021-08-09', false, false, '设备已清空〔模拟〕');
  yield visit(1, '2021-08-11', true, true, '夜间出钢〔模拟〕');
  yield reported(`GX-${at(1)}.1`, '2021-08-11', ['BIIT', 'CITY_GOV']);
  yield handedOver(`GX-${at(1)}.1`, '2021-08-13', 'environment');
  yield visit(2, '2021-08-18', false, false, '变压器已拆除〔模拟〕');
  yield concluded(`GX-${at(1)}.1`, '2021-09-08', 'HANDED_OVER');
}

/** Cells of the matrix of areas and key industries; one of a candidate that the plan does not name. */
export function* industriesLookedBack(): Story {
  const cells = [
    ['BL', 'steel', 12],
    ['HY', 'cement', 4],
    ['HD', 'steel', 6],
    ['LM', 'ceramics', 5],
    ['ZK', 'surface-treatment', 3],
  ] as const;
  for (const [at, [county, industry, enterprisesChecked]] of cells.entries())
    yield ofIndustry(
      'industryLookBack',
      `2021-${county}-${industry}`,
      'RecordIndustryLookBack',
      moment(`2021-07-${String(12 + at)}`, '15:00'),
      {
        year: 2021,
        county,
        industry,
        enterprisesChecked,
        problems: at === 3 ? ['一台淘汰型窑炉尚存〔模拟〕'] : [],
        completedOn: `2021-07-${String(12 + at)}`,
      },
    );
}

/** One matter is returned once and then verified; the other is overdue. */
export function* mattersFollowed(): Story {
  const received = (id: string, level: 'NATIONAL' | 'PROVINCIAL', county: 'BL' | 'LM', dueOn: string) =>
    ofIndustry('supervisionMatter', id, 'ReceiveSupervisionMatter', moment('2021-07-01', '11:00'), {
      level,
      documentNumber: `督〔2021〕模拟${id}号`,
      matter: '核查中（工）频炉用途〔模拟〕',
      county,
      dueOn,
    });
  const implemented = (day: string, measures: string) =>
    ofIndustry('supervisionMatter', 'DC-2021-01', 'ImplementSupervisionMatter', moment(day, '10:00'), {
      measures,
      implementedOn: day,
    });
  const verified = (day: string, result: 'VERIFIED' | 'RETURNED') =>
    ofIndustry('supervisionMatter', 'DC-2021-01', 'VerifySupervisionMatter', moment(day, '16:00'), {
      result,
      opinion: '现场核实',
      verifiedOn: day,
    });
  yield received('DC-2021-01', 'PROVINCIAL', 'BL', '2021-09-30');
  yield received('DC-2021-02', 'NATIONAL', 'LM', '2021-08-31');
  yield implemented('2021-08-10', '逐台核查并登记〔模拟〕');
  yield verified('2021-08-16', 'RETURNED');
  yield implemented('2021-08-24', '补充核查两家〔模拟〕');
  yield verified('2021-08-30', 'VERIFIED');
}

/** What has exited stays under patrol. */
export function* patrolledOn(enterprise: Enterprise, exitId: string, chance: Seeded): Story {
  yield ofIndustry('patrol', 'GZ-2021-01', 'ContinuePatrol', inOfficeHours('2021-11-10', chance), {
    enterprise,
    exitId,
    level: 'COUNTY',
    result: 'QUIET',
    findings: '厂房空置〔模拟〕',
    patrolledOn: '2021-11-10',
  });
}
