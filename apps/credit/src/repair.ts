import { contentOf } from '#decider';
import { dayOf, ruleRef, ruleText } from '#law';
import { resumeDisplay } from './challenging.js';
import { displayOf } from './display.js';
import { stopDisplay } from './ending.js';
import { mustBePublished, mustHaveCome, mustHaveGround, refuse } from './refusals.js';
import {
  heldOn,
  isSame,
  opened,
  pendingRepair,
  type Commands,
  type OpenCredit,
  type Platform,
  type Rules,
} from './record.state.js';
import { liftAll } from './restriction.js';

type Application = Omit<Commands['ApplyForRepair'], 'occurredAt' | 'officers' | 'approver' | 'documents'>;

/** Repair stops display before its time; it deletes nothing. 三(二), NDRC Order 58 and what came before it. */
export const repairing = {
  ApplyForRepair: ({ promise, dutiesPerformedOn, appliedOn, trainedOn, creditReport }, state, given) => {
    const record = opened(state);
    const application: Application = {
      promise,
      dutiesPerformedOn,
      appliedOn,
      ...(trainedOn === undefined ? {} : { trainedOn }),
      ...(creditReport === undefined ? {} : { creditReport }),
    };
    if (record.repairs.some((earlier) => isSame(earlier.application, application))) return [];
    mustHaveGround(record);
    mustBePublished(record);
    if (pendingRepair(record))
      refuse(
        'repair-pending',
        ['已有修复申请待决定', 'An application waits for its decision'],
        ['先作出决定', 'Decide it first: DecideRepair'],
      );
    promiseMustStand(record);
    mustHaveCome('appliedOn', appliedOn, given);
    dutiesMustBePerformed(record, application);
    const rule = mustBeRepairable(record, application);
    return [{ type: 'RepairApplied', data: application, rules: [ruleRef(rule)] }];
  },

  DecideRepair: ({ decision, reason }, state, { now }) => {
    const record = opened(state);
    if (!pendingRepair(record)) {
      if (isSame(record.repairs.at(-1)?.decision, { decision, reason })) return [];
      refuse(
        'no-repair-application',
        ['没有待决定的修复申请', 'No application for repair waits for a decision'],
        ['先登记申请', 'File the application first: ApplyForRepair'],
      );
    }
    return decision === 'REFUSED'
      ? [{ type: 'RepairRefused', data: { reason } }]
      : [
          { type: 'RepairApproved', data: { reason } },
          ...liftAll(record, 'REPAIR'),
          ...stopDisplay(heldOn(record), 'REPAIR', dayOf(now)),
        ];
  },

  // Who breaks the promise of repair is shown to the longest period. What was never repaired has nothing to lose.
  NoteBrokenPromise: (command, state, { now }) => {
    const record = opened(state);
    const isRepaired = record.repairs.some(({ decision }) => decision?.decision === 'APPROVED');
    if (record.brokenPromise || !isRepaired) return [];
    const platforms = (Object.keys(record.shown) as Platform[]).filter(
      (platform) => record.shown[platform]!.stoppedFor === 'REPAIR',
    );
    const hasGround = record.annulment === undefined && record.stage !== 'withdrawn';
    return [
      { type: 'RepairPromiseBroken', data: contentOf(command) },
      ...(hasGround ? resumeDisplay(record, platforms, 'PROMISE_BROKEN', dayOf(now)) : []),
    ];
  },
} satisfies Partial<Rules>;

function promiseMustStand({ brokenPromise, shown }: OpenCredit): void {
  if (!brokenPromise) return;
  const until = Object.values(shown).map(({ until: day }) => day ?? '');
  refuse(
    'promise-broken',
    ['曾违反修复承诺，公示至最长期限', 'A promise of repair was broken: display runs to its longest period'],
    ['期满自动停止公示', 'It stops of itself when the period is over'],
    { facts: { promiseId: brokenPromise.promiseId, until: until.toSorted().at(-1) } },
  );
}

function dutiesMustBePerformed({ subject }: OpenCredit, { dutiesPerformedOn, appliedOn }: Application): void {
  if (subject === 'NON_COMPLETION')
    refuse(
      'exit-comes-first',
      ['落后产能尚未退出，义务未履行', 'The capacity has not exited, so the duty is not performed'],
      ['记录退出后自动停止公示', 'Once the exit is recorded display stops of itself'],
    );
  if (dutiesPerformedOn > appliedOn)
    refuse(
      'duties-not-performed',
      [
        `申请日${appliedOn}义务尚未履行（${dutiesPerformedOn}）`,
        `On the day of the application, ${appliedOn}, the duties were not performed: ${dutiesPerformedOn}`,
      ],
      ['履行义务后再申请', 'Perform the duties, then apply'],
      { facts: { dutiesPerformedOn, appliedOn } },
    );
}

/** The regime of the record, when it allows repair to whoever applies. Market regulation decides for its own register. */
function mustBeRepairable(record: OpenCredit, { appliedOn, trainedOn, creditReport }: Application) {
  const platform = record.home ?? (record.shown.GSXT?.publishedOn === undefined ? 'CREDIT_CHINA' : 'GSXT');
  const { rule, minEndsOn, maxEndsOn, earlyStop } = displayOf(
    record.content,
    platform,
    record.shown[platform]?.publishedOn ?? appliedOn,
  );
  const grounds = { rule: ruleText(rule), facts: { platform, appliedOn, minEndsOn, maxEndsOn } };
  if (!earlyStop)
    return refuse(
      'no-repair',
      ['该类信息不予提前停止公示', 'For this kind nothing stops display before its time'],
      [`公示至${maxEndsOn}止`, `It is displayed until ${maxEndsOn}`],
      grounds,
    );
  if (minEndsOn !== undefined && appliedOn < minEndsOn)
    return refuse(
      'repair-too-early',
      [`最短公示期至${minEndsOn}`, `The minimum of display runs until ${minEndsOn}`],
      [`自${minEndsOn}起可申请`, `Apply on ${minEndsOn} or later`],
      grounds,
    );
  const needsTraining = rule.id === 'publicity/credit-china-serious';
  if (needsTraining && (trainedOn === undefined || trainedOn > appliedOn || creditReport === undefined))
    return refuse(
      'repair-needs-training',
      [
        '严重失信信息须先参加信用修复培训并提交信用报告',
        'At the serious level training and a credit report come first',
      ],
      ['补充 trainedOn 和 creditReport', 'Give trainedOn and creditReport'],
      grounds,
    );
  return rule;
}
