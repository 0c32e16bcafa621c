import type { emergencyManagement, Enterprise } from '#contracts';
import { moment } from './office-time.js';
import { safetyOfficers } from './safety-manner.js';
import type { Seeded } from './seeded.js';
import { ofEmergencyManagement, ofGovernment, type Story } from './step.js';

const id = 'AJ-2021-004';
const majorHazardId = 'AJ-ZD-2021-002';

/** 二(四)3: suspended, disobeyed, cut off, still unfit, closed by the government, and certificates asked for. */
export function* safetyClosure(enterprise: Enterprise, chance: Seeded): Story {
  yield* suspended(enterprise, chance);
  yield* cutOff(chance);
  yield* stillUnfit(chance);
  yield* certificates(enterprise);
}

function* suspended(enterprise: Enterprise, chance: Seeded): Story {
  yield ofEmergencyManagement('case', id, 'OpenSafetyCase', moment('2021-09-13', '09:30'), {
    enterprise,
    situation: '粉尘爆炸危险场所不符合要求〔模拟〕',
  });
  yield ofEmergencyManagement('majorHazard', majorHazardId, 'RecordMajorHazard', moment('2021-09-13', '10:30'), {
    enterprise,
    criterionId: 'DUST-1',
    place: '打磨车间〔模拟〕',
    description: '粉尘爆炸危险场所设置在非框架结构的多层建筑内〔模拟〕',
    evidence: [{ kind: 'VIDEO', sha256: 'b'.repeat(64), capturedAt: moment('2021-09-13', '10:00') }],
    officers: safetyOfficers(chance),
  });
  yield ofEmergencyManagement('case', id, 'OrderStopForRectification', moment('2021-09-14', '10:00'), {
    ground: 'MAJOR_HAZARD',
    majorHazardId,
    scope: 'SITE',
    documentNumber: '惠应急停〔2021〕模拟3号',
    legalBasis: '《中华人民共和国安全生产法》第六十五条',
    servedOn: '2021-09-14',
    days: 20,
  });
  // Nobody clears it: the timer says so.
  yield ofEmergencyManagement('majorHazard', majorHazardId, 'SuperviseMajorHazard', moment('2021-09-14', '16:00'), {
    level: 'CITY',
    documentNumber: '惠安办督〔2021〕模拟2号',
    dueOn: '2021-10-15',
  });
}

function* cutOff(chance: Seeded): Story {
  yield ofEmergencyManagement('case', id, 'RecordDisobedience', moment('2021-09-16', '09:30'), {
    order: 'SUSPENSION',
    findings: '停产决定送达后仍在生产，存在粉尘爆炸的现实危险〔模拟〕',
    realDanger: true,
    officers: safetyOfficers(chance),
  });
  const notice = (at: string, executeAfterAt: string, refusedWith?: string) =>
    ofEmergencyManagement(
      'case',
      id,
      'NotifyPowerCut',
      at,
      {
        supplier: '供电企业〔模拟〕',
        meter: 'MN-000004',
        supplies: 'PRODUCTION',
        documentNumber: '惠应急停电〔2021〕模拟1号',
        reason: '拒不执行停产决定，有发生事故的现实危险〔模拟〕',
        urgent: false,
        executeAfterAt,
        approver: '主要负责人〔模拟〕',
      },
      refusedWith ? { refusedWith } : {},
    );
  const tooShort = 'emergency-management/notice-too-short';
  yield notice(moment('2021-09-16', '10:00'), moment('2021-09-17', '09:59'), tooShort);
  yield notice(moment('2021-09-16', '11:00'), moment('2021-09-17', '11:00'));
  yield ofEmergencyManagement('case', id, 'RecordPowerCut', moment('2021-09-17', '11:10'), {
    note: '供电企业按通知停止供电〔模拟〕',
  });
  yield ofEmergencyManagement('case', id, 'RestorePower', moment('2021-09-27', '10:00'), { reason: 'ORDER_OBEYED' });
}

function* stillUnfit(chance: Seeded): Story {
  yield ofEmergencyManagement('case', id, 'ApplyForResumption', moment('2021-10-11', '10:00'), {
    summary: '已清理积尘〔模拟〕',
  });
  yield ofEmergencyManagement('case', id, 'ExamineResumption', moment('2021-10-13', '10:00'), {
    findings: '建筑结构和泄爆仍不符合要求〔模拟〕',
    fit: false,
    officers: safetyOfficers(chance),
  });
  yield proposed('AJ-2021-004-G1', '2021-10-18', '经停产停业整顿仍不具备安全生产条件〔模拟〕');
  yield ofGovernment('closureProposal', 'AJ-2021-004-G1', 'ReturnClosureProposal', moment('2021-10-25', '15:00'), {
    reason: '请补充审查材料〔模拟〕',
  });
  yield proposed('AJ-2021-004-G2', '2021-10-28', '经停产停业整顿仍不具备安全生产条件，审查材料附后〔模拟〕');
  yield ofGovernment('closureProposal', 'AJ-2021-004-G2', 'OrderClosure', moment('2021-11-08', '15:00'), {
    governmentDocumentNumber: '惠府函〔2021〕模拟204号',
    scope: 'SITE',
    effectiveOn: '2021-11-15',
  });
}

const proposed = (proposalId: string, on: string, grounds: string) =>
  ofEmergencyManagement('case', id, 'ProposeClosureToGov', moment(on, '10:00'), {
    proposalId,
    ground: 'UNFIT_AFTER_SUSPENSION',
    grounds,
    scope: 'SITE',
    legalBasis: '《中华人民共和国安全生产法》第一百一十三条',
  });

type Asked = Pick<
  emergencyManagement.RequestCertificateRevocation,
  'kind' | 'certificateNumber' | 'issuer' | 'legalBasis'
>;

/** Each issuer decides on its own certificate. A plant like this one has no work-safety licence. */
function* certificates(enterprise: Enterprise): Story {
  const asked = (requestId: string, on: string, about: Asked, refusedWith?: string) =>
    ofEmergencyManagement(
      'certificate',
      requestId,
      'RequestCertificateRevocation',
      moment(on, '10:00'),
      { enterprise, caseId: id, ...about, reason: '政府已决定关闭〔模拟〕' },
      refusedWith ? { refusedWith } : {},
    );
  const legalBasis = '《中华人民共和国安全生产法》第一百一十三条';
  yield asked(
    'AJ-ZZ-2021-01',
    '2021-11-17',
    {
      kind: 'WORK_SAFETY_LICENCE',
      certificateNumber: '（粤）模拟〔2019〕1号',
      issuer: '广东省应急管理厅',
      legalBasis,
    },
    'emergency-management/no-such-licence',
  );
  const permit: Asked = {
    kind: 'DISCHARGE_PERMIT',
    certificateNumber: `${enterprise.siteId ?? enterprise.uscc}〔模拟〕`,
    issuer: '惠州市生态环境局',
    legalBasis,
  };
  yield asked('AJ-ZZ-2021-02', '2021-11-17', permit);
  const licence: Asked = {
    kind: 'BUSINESS_LICENCE',
    certificateNumber: enterprise.uscc,
    issuer: '惠州市市场监督管理局',
    legalBasis,
  };
  yield asked('AJ-ZZ-2021-03', '2021-11-18', licence);
  yield ofEmergencyManagement(
    'certificate',
    'AJ-ZZ-2021-02',
    'RecordCertificateRevoked',
    moment('2021-12-14', '10:00'),
    {
      issuer: permit.issuer,
      documentNumber: '惠市环许吊〔2021〕模拟1号',
      revokedOn: '2021-12-10',
    },
  );
  yield ofEmergencyManagement(
    'certificate',
    'AJ-ZZ-2021-03',
    'RecordRevocationDeclined',
    moment('2021-12-16', '10:00'),
    {
      issuer: licence.issuer,
      documentNumber: '惠市监函〔2021〕模拟9号',
      reason: '关闭的是一处场所，企业仍有其他合法经营〔模拟〕',
    },
  );
}
