import type { credit } from '#contracts';
import type { RestrictionField } from '#codes';
import { inOfficeHours, moment, officeDay } from './office-time.js';
import type { Penalised, Punishment } from './penalty.js';
import type { Seeded } from './seeded.js';
import { ofCredit, type Story } from './step.js';

/** A credit record that the ledger opens of itself when a penalty or a missed exit is recorded. */
export interface Credited {
  readonly id: string;
  readonly chance: Seeded;
}

/** Id of the record that the ledger opens for a penalty, or for equipment that did not exit. */
export const recordOf = (kind: 'penalty' | 'exit', origin: string): string => `${kind}-${origin}`;

/** What a corrected record says: the decision as it was made, with the facts told in full. */
export const contentOf = (p: Penalised, how: Punishment, decidedOn: string): credit.CreditContent => ({
  enterprise: p.enterprise,
  legalRepresentative: `法定代表人${p.serial}〔模拟〕`,
  documentNumber: `惠能罚〔2021〕${p.serial}号`,
  violation: how.violation,
  facts: `${how.facts}；涉及用能设备3台，经现场核实`,
  legalBasis: how.legalBasis,
  kinds: how.kinds,
  content: how.content,
  ...(how.fineFen === undefined ? {} : { fineFen: how.fineFen }),
  decidedOn,
  authority: '惠州市能源和重点项目局',
  authorityCode: '11441300MB0TT0013Y',
  field: 'energy',
});

/** Stands for the id of an item of the feed, which is known once it is pushed: the n-th push of the record. */
export const feedItem = (push: number): string => `push-${push}`;

/** Which push of its record an item stands for. */
export const pushOf = (itemId: string): number => Number(itemId.replace('push-', ''));

export function* notified({ id, chance }: Credited, on: string): Story {
  yield ofCredit('record', id, 'NotifySubject', inOfficeHours(on, chance), { notifiedOn: on });
}

export function* objected({ id, chance }: Credited, on: string): Story {
  yield ofCredit('record', id, 'FileObjection', inOfficeHours(on, chance), {
    objection: '企业认为拟公示内容与事实不符，申请核实〔模拟〕',
  });
}

export function* objectionAnswered({ id, chance }: Credited, on: string, answer: 'REJECTED' | 'UPHELD'): Story {
  yield ofCredit('record', id, 'AnswerObjection', inOfficeHours(on, chance), {
    answer,
    reason:
      answer === 'UPHELD' ? '经核实异议成立，不予公示〔模拟〕' : '经核实，拟公示内容与决定一致，异议不成立〔模拟〕',
  });
}

export function* collected({ id, chance }: Credited, on: string): Story {
  yield ofCredit('record', id, 'CollectCreditInfo', inOfficeHours(on, chance), { batchId: `XY-${on}` });
}

export function* pushed({ id, chance }: Credited, on: string, platform: Platform = 'CREDIT_GUANGDONG'): Story {
  yield ofCredit('record', id, 'PushCreditInfo', inOfficeHours(on, chance), { platform });
}

export function* acknowledged({ id }: Credited, on: string, push = 1): Story {
  yield ofCredit('record', id, 'AcknowledgeCreditInfo', moment(on, '10:00'), {
    itemId: feedItem(push),
    receiptNumber: `XYGD-${id}-${push}`.slice(0, 128),
  });
}

export function* rejected({ id }: Credited, on: string, push: number, field: string, reason: string): Story {
  yield ofCredit('record', id, 'RejectCreditInfo', moment(on, '10:00'), { itemId: feedItem(push), field, reason });
}

export function* published({ id, chance }: Credited, on: string, platform: Platform = 'CREDIT_GUANGDONG'): Story {
  yield ofCredit('record', id, 'RecordPublication', inOfficeHours(on, chance), {
    platform,
    url: `https://credit.example/${platform.toLowerCase()}/${id}`,
    publishedOn: on,
  });
}

type Platform = credit.RecordPublication['platform'];

export function* corrected({ id, chance }: Credited, on: string, content: credit.CreditContent): Story {
  yield ofCredit('record', id, 'CorrectCreditInfo', inOfficeHours(on, chance), {
    content,
    reason: '违法事实中的设备台数录入有误，予以更正〔模拟〕',
  });
}

export function* withdrawn({ id, chance }: Credited, on: string): Story {
  yield ofCredit('record', id, 'WithdrawCreditInfo', inOfficeHours(on, chance), {
    reason: '原处罚决定已被撤销，依法撤回公示并说明理由',
  });
}

export function* repairAsked({ id, chance }: Credited, on: string, performedOn: string, refusedWith?: string): Story {
  yield ofCredit(
    'record',
    id,
    'ApplyForRepair',
    inOfficeHours(on, chance),
    { promise: '承诺依法用能、按期落实整改，接受社会监督〔模拟〕', dutiesPerformedOn: performedOn, appliedOn: on },
    refusedWith ? { refusedWith } : {},
  );
}

export function* repairDecided({ id, chance }: Credited, on: string, decision: 'APPROVED' | 'REFUSED'): Story {
  yield ofCredit('record', id, 'DecideRepair', inOfficeHours(on, chance), {
    decision,
    reason: decision === 'APPROVED' ? '已履行义务并公开承诺，准予修复' : '承诺书未加盖公章，请补正后重新申请〔模拟〕',
  });
}

interface Restricted {
  readonly on: string;
  readonly field: RestrictionField;
  readonly measure: string;
  /** Left out: shared with the field and no more. */
  readonly legalBasis?: string;
  readonly to?: string;
}

export function* restricted({ id, chance }: Credited, how: Restricted): Story {
  const { field, measure, legalBasis, to } = how;
  const day = officeDay(how.on);
  yield ofCredit('record', id, 'ProposeRestriction', moment(day, '09:40'), { field, measure });
  yield ofCredit('record', id, 'ApplyRestriction', inOfficeHours(day, chance).replace(/T09:../, 'T10:05'), {
    field,
    ...(legalBasis ? { legalBasis } : {}),
    from: day,
    ...(to ? { to } : {}),
  });
}
