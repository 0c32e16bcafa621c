import { Refusal } from '#decider';
import { dayOf, deadline, ruleOn, ruleRef } from '#law';
import { mustBeComplete } from './content-gap.js';
import { displayOf, sourcesOf } from './display.js';
import { mustBeCollected, mustHaveCome, mustHaveGround, refuse } from './refusals.js';
import {
  isStayed,
  opened,
  wasPublishedBy,
  type CreditFact,
  type OpenCredit,
  type Platform,
  type Rules,
  type Shown,
} from './record.state.js';

/** Onto the feed, answered by the platform, on display. 三(二). */
export const publishing = {
  PushCreditInfo: ({ platform }, state, given) => {
    const record = opened(state);
    mustHaveGround(record);
    mustBeCollected(record);
    const shown = record.shown[platform];
    if (shown?.isStopped) displayIsOver(platform);
    if (shown?.item !== undefined && !shown.isRejected) return [];
    if (shown?.wrongField !== undefined)
      refuse(
        'not-corrected',
        [
          `平台退回的字段${shown.wrongField}尚未更正`,
          `The platform rejected ${shown.wrongField}, which is still as it was`,
        ],
        ['先办理“更正信用信息”', 'Correct it first: CorrectCreditInfo'],
        { facts: { platform, field: shown.wrongField } },
      );
    mustNotBeStayed(record);
    mustGoTheRightWay(record, platform);
    mustBeComplete(record.subject, record.content);
    const { subject, content } = record;
    const period = displayOf(content, platform, dayOf(given.now));
    if (period.maxEndsOn < dayOf(given.now)) displayIsOver(platform);
    // Where publication starts the clock, the last day is known when the platform shows it.
    const last = period.startsFrom === 'publication' ? {} : { displayUntil: period.maxEndsOn };
    return [{ type: 'CreditInfoPushed', data: { platform, subject, content, ...last }, rules: [ruleRef(period.rule)] }];
  },

  AcknowledgeCreditInfo: ({ itemId, receiptNumber }, state) =>
    answered(opened(state), itemId, 'acknowledged', receiptNumber)
      ? []
      : [{ type: 'CreditInfoAcknowledged', data: { itemId, receiptNumber } }],

  RejectCreditInfo: ({ itemId, field, reason }, state) =>
    answered(opened(state), itemId, 'rejected', reason)
      ? []
      : [{ type: 'CreditInfoRejected', data: { itemId, reason, ...(field === undefined ? {} : { field }) } }],

  RecordPublication: ({ platform, url, publishedOn }, state, given) => {
    const record = opened(state);
    const shown = record.shown[platform];
    if (shown?.publishedOn === publishedOn && shown.url === url) return [];
    mustHaveArrived(record, platform);
    if (shown?.publishedOn !== undefined)
      refuse(
        'already-published',
        [`已于${shown.publishedOn}公示`, `The platform has shown it since ${shown.publishedOn}`],
        ['每个平台登记一次', 'Once for each platform is enough'],
        { facts: { platform, publishedOn: shown.publishedOn, url: shown.url } },
      );
    mustHaveCome('publishedOn', publishedOn, given);
    if (publishedOn < record.content.decidedOn)
      refuse(
        'published-before-decision',
        ['公示日早于决定日', 'It cannot have been shown before it was decided'],
        ['核对公示日', 'Check the day of publication'],
        { facts: { publishedOn, decidedOn: record.content.decidedOn } },
      );
    const { maxEndsOn: displayUntil, rule } = displayOf(record.content, platform, publishedOn);
    if (displayUntil < publishedOn) displayIsOver(platform);
    const mirrored = platform === record.home ? mirrorOf(record, publishedOn) : undefined;
    const published: CreditFact = {
      type: 'CreditInfoPublished',
      data: { platform, url, publishedOn, displayUntil, ...(mirrored ? { mirrorDue: mirrored.due } : {}) },
      rules: [ruleRef(rule), ...(mirrored ? [ruleRef(mirrored.rule)] : [])],
    };
    return [...overdueUnsaid(record, platform, publishedOn), published];
  },
} satisfies Partial<Rules>;

/** What this publication shows to have been late, when nobody has said so yet. */
function overdueUnsaid(record: OpenCredit, platform: Platform, publishedOn: string): readonly CreditFact[] {
  const { due, mirrorDue } = record;
  // The seven days are kept by the first platform that shows it; others follow when they can.
  const isLate = publishedOn > due.rolledDue && !record.isPublicationOverdue && !wasPublishedBy(record, due.rolledDue);
  const follows =
    platform === 'CREDIT_CHINA' && mirrorDue && publishedOn > mirrorDue.rolledDue && !record.isMirrorOverdue;
  return [
    ...(isLate ? [{ type: 'PublicationOverdue', data: { dueOn: due.rolledDue } } as const] : []),
    ...(follows ? [{ type: 'MirrorOverdue', data: { dueOn: mirrorDue.rolledDue } } as const] : []),
  ];
}

/** By when Credit China follows the register, unless it shows the record already. */
function mirrorOf({ shown }: OpenCredit, publishedOn: string) {
  if (shown.CREDIT_CHINA?.publishedOn !== undefined) return undefined;
  const rule = ruleOn('credit/mirror', publishedOn);
  return { rule, due: deadline({ rule, startsOn: publishedOn }) };
}

/** Whether this very answer is known. An item is answered once; what answers no item of this record is refused. */
function answered(
  { items }: OpenCredit,
  itemId: string,
  outcome: 'acknowledged' | 'rejected',
  answer: string,
): boolean {
  const item = Object.hasOwn(items, itemId) ? items[itemId] : undefined;
  if (!item)
    throw new Refusal(
      'credit/no-such-item',
      { zh: '该信用记录没有这一条目', en: 'The record has no such item in the feed' },
      {
        clause: '3.2',
        facts: { itemId },
        wayOut: { zh: '使用数据流条目的 id', en: 'Answer with the id of the item as the feed gave it' },
      },
    );
  if (item.outcome === outcome && item.answer === answer) return true;
  if (item.outcome !== undefined)
    refuse(
      'already-answered',
      [
        `该条目已${item.outcome === 'rejected' ? '退回' : '签收'}（${item.answer}）`,
        `The item was ${item.outcome} before: ${item.answer}`,
      ],
      ['更正或再次推送会产生新条目，请答复新条目', 'A correction or a new push makes a new item; answer that one'],
      { facts: { itemId, outcome: item.outcome, answer: item.answer } },
    );
  return false;
}

/** While execution is stayed nothing is shown anew. */
function mustNotBeStayed(record: OpenCredit): void {
  if (!isStayed(record)) return;
  refuse(
    'stayed',
    ['原决定已停止执行，其间不予公示', 'Execution of the decision is stayed, and nothing is shown meanwhile'],
    ['复议或诉讼有结果后再推送', 'Push it when the challenge has ended'],
    { facts: { orderedBy: record.stay!.orderedBy, documentNumber: record.stay!.documentNumber } },
  );
}

/** 三(二): penalties of market regulation go to its own register, which Credit China follows; all others to the chain. */
function mustGoTheRightWay({ home }: OpenCredit, platform: Platform): void {
  if (home === undefined || platform === home) return;
  refuse(
    'register-comes-first',
    [
      '市场监管处罚先在国家企业信用信息公示系统公示，“信用中国”由其同步',
      'A penalty of market regulation is shown by its own register, GSXT, and Credit China follows it',
    ],
    ['推送至 GSXT；“信用中国”同步后登记公示', 'Push it to GSXT; record Credit China’s display once it followed'],
    { facts: { platform, home } },
  );
}

/** 三(二): a platform shows what was pushed to it or to one before it in the chain, and not what was rejected. */
function mustHaveArrived(record: OpenCredit, platform: Platform): void {
  const sources = sourcesOf(platform, record.home)
    .map((source) => record.shown[source])
    .filter((source): source is Shown => source !== undefined);
  if (record.stage === 'withdrawn') mustHaveGround(record);
  if (sources.length === 0)
    refuse(
      'not-pushed',
      ['尚未推送至该平台或其上游平台', 'It was pushed neither to this platform nor to one before it in the chain'],
      ['先办理“推送信用信息”', 'Push it first: PushCreditInfo'],
      { facts: { platform } },
    );
  if (sources.every(({ isStopped }) => isStopped)) displayIsOver(platform);
  if (sources.every(({ isStopped, isRejected }) => isStopped || isRejected))
    refuse(
      'rejected-by-platform',
      ['平台已退回，尚未重新推送', 'The platform rejected it, and it has not been pushed again'],
      ['更正后重新推送', 'Correct it and push it again'],
      { facts: { platform } },
    );
}

const displayIsOver = (platform: Platform): never =>
  refuse(
    'display-over',
    ['该平台的公示期已结束', 'The time of display on this platform is over'],
    ['记录仅供存查', 'The record is kept for authorities and auditors only'],
    { facts: { platform } },
  );
