import { inOfficeHours } from '../office-time.js';
import { ofEnergy, type Story } from '../step.js';
import { byTwo, LAW, limits, outlets, telling, type Site } from './manner.js';
import { revoked } from './penalties.js';

const on = ({ siteCode, chance }: Site) => telling('permit', siteCode, chance);

/** A permit of the years before the Regulation, as it was printed. */
function* broughtIn(s: Site, validFrom: string, validTo: string): Story {
  const { enterprise } = s;
  yield on(s)('BringInPermit', '2021-03-09', {
    enterprise,
    managementClass: 'KEY',
    validFrom,
    validTo,
    outlets,
    limits,
  });
}

/** 二(二)1, golden scenario 7: what is due for elimination gets neither an assessment nor a permit. */
export function* refusedForElimination(s: Site): Story {
  const { enterprise, chance } = s;
  const line = 'LINE-SC-07';
  const capacityRecords = [{ register: 'ENERGY_CAPACITY' as const, recordId: line }];
  const project = telling('eia', 'SC-07-EIA', chance);
  const permit = on(s);
  yield ofEnergy('capacity', line, 'ClassifyCapacity', inOfficeHours('2021-04-07', chance), {
    enterprise,
    product: '普通熔铸件',
    capacity: 6,
    unit: '万吨/年',
    grounds: ['ELIMINATION_CATEGORY'],
    catalogueItem: '产业结构调整指导目录（2019年本）淘汰类〔模拟条目〕',
  });
  yield project('SubmitEia', '2021-04-09', {
    enterprise,
    projectName: '熔铸生产线扩建项目〔模拟〕',
    form: 'REPORT',
    product: '普通熔铸件',
    capacity: 6,
    unit: '万吨/年',
    capacityRecords,
  });
  const approval = { documentNumber: '惠市环建〔2021〕模拟7号', approvedOn: '2021-04-26' };
  yield project('ApproveEia', '2021-04-26', approval, 'environment/due-for-elimination');
  yield project('RefuseEia', '2021-04-27', {
    ground: 'DUE_FOR_ELIMINATION',
    reason: '涉及淘汰类产能〔模拟〕',
    documentNumber: '惠市环不批〔2021〕模拟7号',
    decidedOn: '2021-04-27',
  });
  yield permit('AcceptPermitApplication', '2021-05-06', {
    applicationId: 'SC-07',
    enterprise,
    purpose: 'FIRST',
    managementClass: 'SIMPLIFIED',
    acceptedOn: '2021-05-06',
    capacityRecords,
  });
  const issue = { applicationId: 'SC-07', validFrom: '2021-06-01', outlets, limits };
  yield permit('IssuePermit', '2021-05-27', issue, 'environment/due-for-elimination');
  yield permit('RefusePermit', '2021-05-28', {
    applicationId: 'SC-07',
    ground: 'DUE_FOR_ELIMINATION',
    reason: '对应该淘汰的落后产能，不得核发排污许可证〔模拟〕',
    documentNumber: '惠市环不许〔2021〕模拟7号',
    decidedOn: '2021-05-28',
  });
}

/** Assessed, built, permitted, changed and checked: as it should be. */
export function* permitted(s: Site): Story {
  const { enterprise, chance } = s;
  const project = telling('eia', 'XM-2021-01', chance);
  const permit = on(s);
  const projectName = '除尘系统技术改造项目〔模拟〕';
  yield project('SubmitEia', '2021-03-15', {
    enterprise,
    projectName,
    form: 'FORM',
    product: '废气治理设施',
    capacity: 1,
    unit: '套',
  });
  yield project('ApproveEia', '2021-04-12', {
    documentNumber: '惠市环建〔2021〕模拟1号',
    conditions: ['颗粒物执行特别排放限值'],
    approvedOn: '2021-04-12',
  });
  yield project('RecordConstructionStart', '2021-04-22', {
    enterprise,
    projectName,
    startedOn: '2021-04-20',
    investmentFen: 380_000_000,
  });
  yield permit('AcceptPermitApplication', '2021-06-07', {
    applicationId: 'SQ-2021-01',
    enterprise,
    purpose: 'FIRST',
    managementClass: 'KEY',
    siteVisit: true,
    acceptedOn: '2021-06-07',
  });
  yield permit('IssuePermit', '2021-07-08', { applicationId: 'SQ-2021-01', validFrom: '2021-07-12', outlets, limits });
  yield permit('ChangePermit', '2021-09-09', {
    change: 'REPRESENTATIVE',
    enterprise,
    changedOn: '2021-08-16',
    appliedOn: '2021-09-09',
  });
  yield permit('CheckPermitCompliance', '2021-11-03', {
    checkId: 'AZ-2021-01',
    enterprise,
    result: 'COMPLIANT',
    findings: '按证排污，台账齐全〔模拟〕',
    ...byTwo(chance),
  });
}

/** Built before anybody approved it. */
export function* builtTooEarly({ enterprise, chance }: Site): Story {
  yield telling('eia', 'XM-2021-02', chance)('RecordConstructionStart', '2021-05-13', {
    enterprise,
    projectName: '新增熔炼工段〔模拟〕',
    startedOn: '2021-04-30',
    investmentFen: 520_000_000,
    ...byTwo(chance),
  });
}

/** Asked for in time and renewed; another runs out because nobody asked, and is struck from the books. */
export function* renewedAndExpired(renewed: Site, expired: Site): Story {
  yield* broughtIn(renewed, '2018-09-01', '2021-08-31');
  yield* broughtIn(expired, '2018-09-15', '2021-09-14');
  yield on(renewed)('AcceptPermitApplication', '2021-06-25', {
    applicationId: 'SQ-2021-02',
    enterprise: renewed.enterprise,
    purpose: 'RENEWAL',
    managementClass: 'KEY',
    acceptedOn: '2021-06-25',
  });
  yield on(renewed)('RenewPermit', '2021-07-21', { applicationId: 'SQ-2021-02', outlets, limits });
  yield on(expired)('CancelPermit', '2021-10-11', { ground: 'EXPIRED', cancelledOn: '2021-10-11' });
}

/** 撤销, 撤回, 吊销: three ends, each followed by 注销. */
export function* ended(annulled: Site, withdrawn: Site, revokedSite: Site): Story {
  yield* broughtIn(annulled, '2020-06-01', '2023-05-31');
  yield* broughtIn(withdrawn, '2020-07-01', '2023-06-30');
  yield* broughtIn(revokedSite, '2020-08-01', '2023-07-31');
  yield on(annulled)('AnnulPermit', '2021-06-16', {
    ground: 'FRAUD',
    reason: '申请材料中的监测报告系伪造〔模拟〕',
    legalBasis: '《排污许可管理条例》第四十条',
    documentNumber: '惠市环撤〔2021〕模拟1号',
    annulledOn: '2021-06-16',
  });
  yield on(annulled)('CancelPermit', '2021-06-21', { ground: 'ANNULLED', cancelledOn: '2021-06-21' });
  const again = { applicationId: 'SQ-2021-03', enterprise: annulled.enterprise };
  yield on(annulled)(
    'AcceptPermitApplication',
    '2021-07-12',
    { ...again, purpose: 'FIRST', managementClass: 'KEY', acceptedOn: '2021-07-12' },
    'environment/barred-after-fraud',
  );
  yield on(annulled)('RejectPermitApplication', '2021-07-13', {
    ...again,
    ground: 'BARRED',
    reason: '撤销之日起三年内不得再次申请〔模拟〕',
    rejectedOn: '2021-07-13',
  });
  yield on(withdrawn)('WithdrawPermit', '2021-07-14', {
    ground: 'CIRCUMSTANCES_CHANGED',
    reason: '所在区域调整为饮用水水源保护区〔模拟〕',
    legalBasis: '《中华人民共和国行政许可法》第八条',
    documentNumber: '惠市环回〔2021〕模拟1号',
    withdrawnOn: '2021-07-14',
  });
  yield on(withdrawn)('CancelPermit', '2021-07-19', { ground: 'WITHDRAWN', cancelledOn: '2021-07-19' });
  yield* revoked(revokedSite, 'HJ-CF-REVOKED', LAW.permit);
  yield on(revokedSite)('RevokePermit', '2021-09-06', { penaltyId: 'HJ-CF-REVOKED', revokedOn: '2021-09-03' });
  yield on(revokedSite)('CancelPermit', '2021-09-13', { ground: 'REVOKED', cancelledOn: '2021-09-13' });
}

/** A small unit that only registers. */
export function* registered(s: Site): Story {
  yield on(s)('RegisterDischarge', '2021-04-15', {
    enterprise: s.enterprise,
    pollutants: ['颗粒物'],
    measures: '布袋除尘〔模拟〕',
  });
}
