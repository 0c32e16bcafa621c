import { areaCodes, type AreaCode } from '#codes';
import type { Enterprise } from '#contracts';
import { addDays } from '#law';
import { inOfficeHours, moment, officeDay } from './office-time.js';
import { officers } from './rectification.js';
import type { Seeded } from './seeded.js';
import { ofGovernment, type Draft, type Story } from './step.js';

const YEAR = 2021;
const bureaux = ['BIIT', 'DRC', 'EEB', 'AMR', 'EMB', 'ENR'] as const;
const late = { posted: 'in-due-course' } as const;

/** 三(一): each county drafts its plan, its government agrees, and the city gets a copy by 15 June. */
export function* countyPlans(): Generator<Story, void, undefined> {
  for (const [at, county] of areaCodes.entries()) yield countyPlan(county, at);
}

const task = (what: string, node: string, department: string) => ({
  what,
  node,
  measure: '逐户排查、建立台账、限期整改〔模拟〕',
  department,
});

function* countyPlan(county: AreaCode, at: number): Story {
  const id = `${YEAR}-${county}`;
  const industries = ['钢铁', '水泥', ...(county === 'HD' ? ['铸造'] : [])];
  const tasks = [
    task('排查落后工艺装备', '2021-08-31', '工业和信息局'),
    task('“回头看”检查', '2021-07-30', '工业和信息局'),
    ...(county === 'BL' ? [] : [task('执法监督检查', '2021-06-30', '应急管理局')]),
  ];
  // One area is asked for it by a day within Dragon Boat, which moves to 15 June (scenario 23).
  if (county === 'HY')
    yield ofGovernment('countyPlan', id, 'RequireCountyPlan', moment('2021-04-06', '09:30'), {
      year: YEAR,
      county,
      dueOn: '2021-06-12',
    });
  const draftedOn = officeDay(addDays('2021-05-10', at * 2));
  const draft = (on: string, more: typeof tasks = []) =>
    ofGovernment('countyPlan', id, 'DraftCountyPlan', moment(on, '10:00'), {
      year: YEAR,
      county,
      industries,
      tasks: [...tasks, ...more],
    });
  yield draft(draftedOn);
  if (county === 'BL') {
    yield ofGovernment(
      'countyPlan',
      id,
      'FileCountyPlan',
      moment('2021-05-18', '11:00'),
      { receivedOn: '2021-05-18' },
      { refusedWith: 'government/county-plan-not-agreed' },
    );
    yield ofGovernment('countyPlan', id, 'ReturnCountyPlan', moment('2021-05-20', '15:00'), {
      reason: '缺少执法监督检查任务',
    });
    yield draft('2021-05-25', [task('执法监督检查', '2021-06-30', '应急管理局')]);
  }
  const agreedOn = county === 'LM' ? '2021-06-17' : officeDay(addDays('2021-06-01', at));
  yield ofGovernment('countyPlan', id, 'ApproveCountyPlan', moment(agreedOn, '16:00'), {
    governmentDocumentNumber: `〔2021〕模拟${at + 30}号`,
  });
  const receivedOn = { LM: '2021-06-18', HY: '2021-06-15' }[county as string] ?? officeDay(addDays(agreedOn, 1));
  yield ofGovernment('countyPlan', id, 'FileCountyPlan', moment(receivedOn, '16:30'), { receivedOn });
}

/** 三(一): one bureau is asked to deploy earlier than the plan wants it. */
export function* deploymentAsked(): Story {
  yield ofGovernment('deployment', `${YEAR}-EEB`, 'RequireDeployment', moment('2021-03-08', '09:30'), {
    year: YEAR,
    bureau: 'EEB',
    dueOn: '2021-04-23',
  });
}

/** 三(二): inspections in the month of enforcement and in that of look-backs. */
export function* enforcement(chance: Seeded): Story {
  const inspections = [
    ['2021-06-08', 'BL', 'JOINT', 'ENFORCEMENT', ['BIIT', 'EEB', 'EMB']],
    ['2021-06-23', 'HD', 'GRADED_ZONED', 'ENFORCEMENT', ['AMR']],
    ['2021-07-13', 'LM', 'JOINT', 'LOOK_BACK', ['BIIT', 'ENR', 'TAX']],
    ['2021-09-14', 'HC', 'ROUTINE', 'ENFORCEMENT', ['EEB']],
  ] as const;
  for (const [at, [inspectedOn, county, mode, subject, departments]] of inspections.entries())
    yield ofGovernment(
      'enforcementInspection',
      `GX-ZF-${at + 1}`,
      'ConductEnforcement',
      inOfficeHours(inspectedOn, chance),
      {
        county,
        mode,
        subject,
        departments: [...departments],
        inspectedOn,
        enterprisesInspected: chance.between(3, 12),
        problemsFound: chance.between(0, 4),
        findings: '检查情况见附表〔模拟〕',
        officers: officers(chance),
      },
      late,
    );
}

/** 四(一): who answers for what, and a risk that an exit brings. */
export function* stability(): Story {
  for (const county of areaCodes)
    yield ofGovernment(
      'responsibility',
      `${YEAR}-${county}`,
      'AssignResponsibility',
      moment('2021-04-15', '10:30'),
      {
        year: YEAR,
        county,
        leadOffice: '分管副职〔岗位〕',
        duties: ['工业和信息局：牵头', '生态环境分局：环保', '应急管理局：安全', '人力资源和社会保障局：职工安置'],
      },
      late,
    );
  const id = 'GX-FX-1';
  yield ofGovernment('stabilityRisk', id, 'LogStabilityRisk', moment('2021-08-03', '10:00'), {
    county: 'BL',
    kind: 'LABOUR',
    description: '拟退出企业职工劳动报酬纠纷风险〔模拟〕',
    handler: '人力资源和社会保障局',
  });
  yield ofGovernment('stabilityRisk', id, 'HandleStabilityRisk', moment('2021-08-20', '15:00'), {
    handling: '协调垫付并签订分期清偿协议〔模拟〕',
    handledOn: '2021-08-20',
  });
  yield ofGovernment('stabilityRisk', id, 'CloseStabilityRisk', moment('2021-11-16', '10:00'), {
    closedOn: '2021-11-16',
    outcome: '报酬结清〔模拟〕',
  });
}

/** 四(二): two visits of each bureau to two of the areas; one bureau falls short in one. */
export function* visits(chance: Seeded): Generator<Story, void, undefined> {
  for (const county of ['BL', 'LM'] as const)
    for (const [at, bureau] of bureaux.entries())
      yield visit(county, bureau, at, county === 'LM' && bureau === 'DRC' ? 1 : 2, chance);
}

function* visit(county: AreaCode, bureau: (typeof bureaux)[number], at: number, times: number, chance: Seeded): Story {
  for (let time = 1; time <= times; time++) {
    const visitedOn = officeDay(addDays(time === 1 ? '2021-05-12' : '2021-10-18', at * 3));
    yield ofGovernment(
      'supervisionVisit',
      `GX-DD-${county}-${bureau}-${time}`,
      'ConductSupervision',
      inOfficeHours(visitedOn, chance),
      { bureau, county, visitedOn, findings: '按计划推进，个别台账不完整〔模拟〕' },
      late,
    );
  }
}

/** 四(二): the area whose plan came late is named, called, and puts it right. */
export function* lagging(): Story {
  const matter = {
    year: YEAR,
    county: 'LM',
    missedTask: 'COUNTY_PLAN',
    ground: '年度工作计划逾期抄送〔模拟〕',
  } as const;
  const id = 'GX-TB-1';
  yield ofGovernment('areaSupervision', id, 'IssueAreaCircular', moment('2021-06-25', '10:00'), {
    ...matter,
    documentNumber: '〔2021〕模拟60号',
    correctBy: '2021-07-20',
  });
  yield ofGovernment('areaSupervision', id, 'HoldAreaInterview', moment('2021-06-29', '15:00'), {
    ...matter,
    posts: ['分管副职', '工业和信息局主要负责人'],
    minutesNumber: '纪要〔2021〕模拟7号',
    heldOn: '2021-06-29',
    correctBy: '2021-07-20',
  });
  yield ofGovernment('areaSupervision', id, 'ReportAreaCorrection', moment('2021-07-16', '11:00'), {
    measures: '计划已抄送，任务分解到部门〔模拟〕',
    correctedOn: '2021-07-15',
  });
}

/** 四(二): what the public is told. */
export function* publicity(): Story {
  const items = [
    ['WEB', '2021-04-16', '推动落后产能退出年度工作部署', '市工业和信息化局'],
    ['PRESS', '2021-06-18', '“回头看”检查综述', '市工业和信息化局'],
    ['TV', '2021-09-22', '转产转型示范', '博罗县工业和信息局'],
  ] as const;
  for (const [at, [channel, releasedOn, title, publisher]] of items.entries())
    yield ofGovernment(
      'publicity',
      `GX-XC-${at + 1}`,
      'ReleasePublicity',
      moment(releasedOn, '10:00'),
      {
        channel,
        title: `${title}〔模拟〕`,
        publisher,
        releasedOn,
        ...(publisher.startsWith('博罗') ? { county: 'BL' as const } : {}),
      },
      late,
    );
}

/** 四(四): an enterprise that leaves of its own will, with what it gets and what becomes of it. */
export function* voluntaryExit(enterprise: Enterprise): Story {
  const id = 'GX-FC-1';
  yield ofGovernment(
    'support',
    id,
    'AgreeVoluntaryExit',
    moment('2021-05-17', '10:00'),
    {
      enterprise,
      lines: ['一号生产线'],
      exitBy: '2021-09-30',
      agreementNumber: '退出协议〔2021〕模拟1号',
    },
    late,
  );
  yield ofGovernment(
    'support',
    id,
    'GrantSupport',
    moment('2021-06-11', '10:00'),
    {
      enterprise,
      kind: 'FUND',
      measure: '落后产能退出奖补资金〔模拟〕',
      amountFen: 80_000_000,
      documentNumber: '〔2021〕模拟41号',
    },
    late,
  );
  yield ofGovernment(
    'support',
    id,
    'GrantSupport',
    moment('2021-07-08', '10:00'),
    {
      enterprise,
      kind: 'LAND',
      measure: '转产用地支持〔模拟〕',
      documentNumber: '〔2021〕模拟42号',
    },
    late,
  );
  yield ofGovernment(
    'support',
    id,
    'ResettleStaff',
    moment('2021-10-20', '10:00'),
    {
      enterprise,
      headcount: 46,
      manner: '转岗32人、协商解除并补偿14人〔模拟〕',
      settledOn: '2021-10-19',
    },
    late,
  );
  yield ofGovernment(
    'support',
    id,
    'RecordConversion',
    moment('2021-11-30', '10:00'),
    {
      enterprise,
      newIndustryCode: '3525',
      convertedOn: '2021-11-29',
    },
    late,
  );
}

interface Decided {
  readonly id: string;
  readonly enterprise: Enterprise;
}

/** 四(五): a violation that a decision established is exposed. */
export const exposed = ({ id, enterprise }: Decided, on: string): Draft =>
  ofGovernment('exposure', `energy.${id}`, 'ExposeViolation', moment(on, '11:00'), {
    enterprise,
    department: 'energy',
    penaltyId: id,
    summary: '未按规定落实节能整改要求，已依法处罚〔模拟〕',
    url: `https://gov.example/exposed/${id}`,
  });

/** 四(五): what was exposed is taken down again. */
export const exposureWithdrawn = ({ id }: Decided, on: string): Draft =>
  ofGovernment('exposure', `energy.${id}`, 'WithdrawExposure', moment(on, '11:00'), { reason: '信用修复后停止曝光' });
