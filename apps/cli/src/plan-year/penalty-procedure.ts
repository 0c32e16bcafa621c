import { environment, type Enterprise } from '#contracts';
import { addDays } from '#law';
import { inOfficeHours, officeDay } from './office-time.js';
import { officers } from './rectification.js';
import type { Seeded } from './seeded.js';
import {
  inLanguage,
  ofEmergencyManagement,
  ofEnergy,
  ofGovernment,
  type ofMarketRegulation,
  type Story,
} from './step.js';

const ofEnvironment = inLanguage(environment.language);

/** Who is penalised, and by whom. */
export interface Party {
  readonly enterprise: Enterprise;
  readonly chance: Seeded;
  /** Badges of the two officers of the case; those of the energy bureau unless told. */
  readonly officers?: string[];
}

export type Penalising =
  typeof ofEnergy | typeof ofEnvironment | typeof ofEmergencyManagement | typeof ofMarketRegulation;

/** The acts of one penalty, in one department's name. */
export function acts(of: Penalising, id: string, { enterprise, chance, officers: two }: Party) {
  // Every department speaks of penalties in the same words.
  const give = of as typeof ofEnergy;
  const at = (on: string) => inOfficeHours(officeDay(on), chance);
  const day = (on: string) => officeDay(on);
  const by = { officers: two ?? officers(chance) };
  const file = (on: string, more: object = {}) =>
    give('penalty', id, 'FileCase', at(on), {
      enterprise,
      source: 'DAILY_SUPERVISION',
      suspicion: '涉嫌拒不落实整改要求〔模拟〕',
      discoveredOn: day(on),
      filedOn: day(on),
      ...more,
    });
  const conclude = (on: string, proposal: 'PENALTY' | 'NO_PENALTY' | 'REFERRAL') =>
    give('penalty', id, 'ConcludeInvestigation', at(on), {
      findings: '违法事实清楚〔模拟〕',
      evidence: ['现场检查笔录〔模拟〕', '询问笔录〔模拟〕'],
      proposal,
      ...by,
    });
  const notice = (on: string, more: object = {}) =>
    give('penalty', id, 'ServePriorNotice', at(on), {
      enterprise,
      legalRepresentative: '法定代表人〔模拟〕',
      violation: '拒不落实整改要求',
      facts: '整改期限届满后仍未落实整改要求〔模拟〕',
      legalBasis: '《中华人民共和国节约能源法》第八十三条〔模拟〕',
      servedOn: day(on),
      ...by,
      ...more,
    });
  const decide = (on: string, number: string, fineFen: number) =>
    give('penalty', id, 'DecidePenalty', at(on), {
      documentNumber: number,
      kinds: ['FINE'],
      content: `罚款${fineFen / 100}元`,
      fineFen,
      decidedOn: day(on),
      ...by,
    });
  const serve = (on: string) => give('penalty', id, 'ServePenaltyDecision', at(on), { servedOn: day(on), ...by });
  const close = (on: string) => give('penalty', id, 'ClosePenaltyCase', at(on), { closedOn: day(on) });
  return { give, at, day, by, file, conclude, notice, decide, serve, close };
}

/** A larger fine all the way: hearing, review, a challenge that fails, a surcharge, and the court. */
export function* contested(party: Party): Story {
  const id = 'PEN-2021-COURT';
  const { give, at, day, by, file, conclude, notice, decide, serve, close } = acts(ofEnergy, id, party);
  yield file('2021-03-08');
  yield give('penalty', id, 'PreserveEvidence', at('2021-03-09'), {
    items: ['用能台账〔模拟〕'],
    custodian: '节能监察一组',
    preservedOn: day('2021-03-09'),
    ...by,
  });
  yield give('penalty', id, 'SettleEvidence', at('2021-03-12'), { outcome: 'RELEASED', settledOn: day('2021-03-12') });
  yield conclude('2021-03-19', 'PENALTY');
  yield notice('2021-03-22', { isLarge: true, proposedKinds: ['FINE'], proposedFineFen: 30_000_000 });
  yield give('penalty', id, 'RecordDefence', at('2021-03-23'), {
    stance: 'STATED',
    summary: '请求从轻〔模拟〕',
    receivedOn: day('2021-03-23'),
  });
  yield give('penalty', id, 'RequestHearing', at('2021-03-24'), { requestedOn: day('2021-03-24') });
  yield give('penalty', id, 'AnnounceHearing', at('2021-03-26'), {
    heldOn: '2021-04-09',
    place: '市节能监察机构会议室',
    announcedOn: day('2021-03-26'),
  });
  yield give('penalty', id, 'RecordHearing', at('2021-04-09'), {
    outcome: 'HELD',
    on: '2021-04-09',
    opinion: '维持拟处罚意见〔模拟〕',
  });
  yield give('penalty', id, 'ReviewLegality', at('2021-04-13'), {
    result: 'AGREED',
    opinion: '程序合法〔模拟〕',
    reviewedOn: day('2021-04-13'),
  });
  yield give('penalty', id, 'DiscussCollectively', at('2021-04-15'), {
    participants: ['局长', '分管副局长', '法规科长'],
    conclusion: '同意处罚〔模拟〕',
    discussedOn: day('2021-04-15'),
  });
  yield decide('2021-04-16', '惠能罚〔2021〕801号', 30_000_000);
  yield serve('2021-04-19');
  yield give('penalty', id, 'RecordChallenge', at('2021-05-10'), {
    remedy: 'REVIEW',
    forum: '惠州市人民政府',
    filedOn: day('2021-05-10'),
  });
  yield give('penalty', id, 'RecordStay', at('2021-05-17'), {
    orderedBy: '惠州市人民政府',
    documentNumber: '惠府行复停〔2021〕模拟1号',
    stayedFrom: day('2021-05-17'),
  });
  yield give('penalty', id, 'RecordChallengeOutcome', at('2021-07-06'), {
    outcome: 'UPHELD',
    decidedOn: day('2021-07-06'),
    documentNumber: '惠府行复〔2021〕模拟801号',
    reason: '事实清楚，程序合法〔模拟〕',
  });
  yield give('penalty', id, 'AddLateSurcharge', at('2021-07-22'), { throughOn: '2021-07-21' });
  yield give('penalty', id, 'DemandPerformance', at('2021-07-23'), {
    documentNumber: '惠能催〔2021〕模拟1号',
    servedOn: day('2021-07-23'),
  });
  yield give('penalty', id, 'ApplyForCourtEnforcement', at('2021-08-10'), {
    court: '惠州市惠城区人民法院',
    appliedOn: day('2021-08-10'),
  });
  yield give('penalty', id, 'RecordCourtEnforcement', at('2021-10-20'), {
    result: 'ENFORCED',
    endedOn: day('2021-10-20'),
    documentNumber: '（2021）粤1302行审模拟1号',
  });
  yield close('2021-10-25');
}

/** Cases that end without a penalty: not filed, minor and corrected, or a warning on the spot. */
export function* spared(party: Party): Story {
  const minor = acts(ofEnergy, 'PEN-2021-MINOR', party);
  yield minor.file('2021-08-02');
  yield minor.conclude('2021-08-09', 'NO_PENALTY');
  yield minor.give('penalty', 'PEN-2021-MINOR', 'DecideNoPenalty', minor.at('2021-08-12'), {
    ground: 'FIRST_MINOR_CORRECTED',
    reason: '初次违法，危害后果轻微并及时改正〔模拟〕',
    decidedOn: minor.day('2021-08-12'),
  });
  yield minor.close('2021-08-13');

  const none = acts(ofEnergy, 'PEN-2021-NONE', party);
  yield none.give('penalty', 'PEN-2021-NONE', 'DeclineFiling', none.at('2021-08-16'), {
    enterprise: party.enterprise,
    reason: '经核查没有违法事实〔模拟〕',
  });

  const spot = acts(ofEnergy, 'PEN-2021-SPOT', party);
  yield spot.give('penalty', 'PEN-2021-SPOT', 'DecideOnTheSpot', spot.at('2021-08-18'), {
    enterprise: party.enterprise,
    legalRepresentative: '法定代表人〔模拟〕',
    violation: '未按规定配备能源计量器具',
    facts: '现场检查时个别计量器具未检定〔模拟〕',
    legalBasis: '《中华人民共和国节约能源法》第七十四条〔模拟〕',
    defence: '无异议〔模拟〕',
    documentNumber: '惠能当罚〔2021〕1号',
    kinds: ['WARNING'],
    content: '警告',
    decidedOn: spot.day('2021-08-18'),
    ...spot.by,
  });
}

/** A suspected crime: the police decline, are asked to reconsider, and file. */
export function* referred(party: Party): Story {
  const id = 'PEN-2021-POLICE';
  const { give, at, day, file, conclude, close } = acts(ofEnergy, id, party);
  yield file('2021-05-10');
  yield conclude('2021-05-17', 'REFERRAL');
  yield give('penalty', id, 'ReferToPolice', at('2021-05-18'), {
    suspectedCrime: '涉嫌伪造国家机关公文、印章〔模拟〕',
    organ: '惠州市公安局',
    approvedOn: day('2021-05-17'),
    referredOn: day('2021-05-18'),
    documentNumber: '惠能移〔2021〕模拟1号',
  });
  const answered = (on: string, answer: 'FILED' | 'DECLINED') =>
    give('penalty', id, 'RecordPoliceAnswer', at(on), {
      answer,
      answeredOn: day(on),
      documentNumber: `惠公（经）${answer === 'FILED' ? '立' : '不立'}字〔2021〕模拟1号`,
    });
  yield answered('2021-05-21', 'DECLINED');
  yield give('penalty', id, 'RequestReferralReview', at('2021-05-24'), { requestedOn: day('2021-05-24') });
  yield answered('2021-05-28', 'FILED');
  yield give('penalty', id, 'RecordJudgment', at('2021-11-18'), {
    outcome: 'CONVICTED',
    judgedOn: day('2021-11-18'),
    documentNumber: '（2021）粤1302刑初模拟1号',
  });
  yield close('2021-11-22');
}

/** Scenario 8: two bureaux fine one act. Neither is refused; a person decides. */
export function* twoBureauxOneConduct(party: Party): Story {
  const conduct = { conductId: 'SC-08' };
  const ecology = acts(ofEnvironment, 'SC-08-HJ', party);
  const safety = acts(ofEmergencyManagement, 'SC-08-AJ', party);
  yield ecology.file('2021-07-19', conduct);
  yield safety.file('2021-07-21', conduct);
  yield ecology.conclude('2021-07-26', 'PENALTY');
  yield safety.conclude('2021-07-28', 'PENALTY');
  const basis = { legalBasis: '《中华人民共和国大气污染防治法》第九十九条〔模拟〕', violation: '违法排放污染物' };
  yield ecology.notice('2021-07-30', basis);
  yield safety.notice('2021-08-03', { legalBasis: '《中华人民共和国安全生产法》第九十九条〔模拟〕' });
  yield ecology.decide('2021-08-17', '惠市环罚〔2021〕808号', 10_000_000);
  yield ecology.serve('2021-08-18');
  yield safety.decide('2021-08-24', '惠应急罚〔2021〕808号', 5_000_000);
  yield safety.serve('2021-08-25');
  yield ofGovernment(
    'conduct',
    'SC-08',
    'ResolveJurisdiction',
    inOfficeHours(officeDay(addDays('2021-08-25', 12)), party.chance),
    {
      kept: 'environment/SC-08-HJ',
      withdrawn: ['emergency-management/SC-08-AJ'],
      reason: '属同一违法行为，由先立案机关按较高数额处罚〔模拟〕',
      documentNumber: '惠府法〔2021〕模拟8号',
    },
  );
  const day = officeDay('2021-09-10');
  yield ofEmergencyManagement('penalty', 'SC-08-AJ', 'RecordPenaltyAnnulled', inOfficeHours(day, party.chance), {
    annulledOn: day,
    reason: '同一行为不得两次罚款，依管辖决定撤销〔模拟〕',
    documentNumber: '惠应急撤〔2021〕模拟8号',
  });
}
