import { Refusal, type Bilingual, type Circumstances, type RefusalGrounds } from '#decider';
import { dayOf } from '#law';
import { isPublished, pendingObjection, type OpenCredit } from './record.state.js';

/** 三(二), the clause that every rule here carries out. */
export const CLAUSE = '3.2';

/** Says no, with a way out. */
export function refuse(
  code: string,
  [zh, en]: readonly [zh: string, en: string],
  [zhOut, enOut]: readonly [zh: string, en: string],
  grounds: Omit<RefusalGrounds, 'clause' | 'wayOut'> = {},
): never {
  const sentence: Bilingual = { zh, en };
  throw new Refusal(`credit/${code}`, sentence, { clause: CLAUSE, wayOut: { zh: zhOut, en: enOut }, ...grounds });
}

/** What has happened cannot lie after today in China. */
export function mustHaveCome(field: string, day: string, { now }: Circumstances): void {
  if (day > dayOf(now))
    refuse(
      'day-not-come',
      [`${field} ${day} 尚未到来`, `${field} ${day} has not come yet`],
      ['改为已发生的日期', 'Give a day that has come'],
      { facts: { field, day, today: dayOf(now) } },
    );
}

/** Nothing may be collected, pushed or restricted before the subject was told and while an objection waits. */
export function mustBeToldAndHeard(record: OpenCredit): void {
  if (record.notifiedOn === undefined)
    refuse(
      'not-notified',
      ['尚未告知信用主体', 'The subject has not been told'],
      ['先办理“告知信用主体”', 'Tell the subject first: NotifySubject'],
    );
  if (pendingObjection(record))
    refuse(
      'objection-pending',
      ['异议尚未答复', 'An objection waits for its answer'],
      ['先答复异议', 'Answer it first: AnswerObjection'],
    );
}

const endings: readonly {
  readonly has: (record: OpenCredit) => boolean;
  readonly code: string;
  readonly says: readonly [string, string];
}[] = [
  {
    has: ({ stage }) => stage === 'dropped',
    code: 'dropped',
    says: ['异议已采纳，不再归集、推送或约束', 'The objection was upheld: nothing is published or restricted'],
  },
  {
    has: ({ stage }) => stage === 'withdrawn',
    code: 'withdrawn',
    says: ['信用信息已撤下', 'The information was withdrawn'],
  },
  {
    has: ({ annulment }) => annulment !== undefined,
    code: 'decision-annulled',
    says: ['原决定已撤销', 'The decision behind the record was annulled'],
  },
  {
    has: ({ exitedOn }) => exitedOn !== undefined,
    code: 'exit-completed',
    says: ['逾期后已退出，公示与约束均已停止', 'The capacity has exited: display and restrictions have ended'],
  },
];

/** A record whose ground has gone is neither sent on nor a ground for restriction. */
export function mustHaveGround(record: OpenCredit): void {
  const ending = endings.find(({ has }) => has(record));
  if (ending)
    refuse(ending.code, ending.says, ['本记录仅供存查', 'This record is kept for authorities and auditors only']);
}

export function mustBeCollected(record: OpenCredit): void {
  mustBeToldAndHeard(record);
  if (record.stage !== 'collected')
    refuse(
      'not-collected',
      ['信用信息尚未归集', 'The information has not been collected'],
      ['先办理“归集信用信息”', 'Collect it first: CollectCreditInfo'],
    );
}

export function mustBePublished(record: OpenCredit): void {
  if (!isPublished(record))
    refuse(
      'not-published',
      ['信用信息未在公示', 'The information is not on public display'],
      ['平台公示后以“信用信息公示”登记', 'Record the platform’s display first: RecordPublication'],
    );
}
