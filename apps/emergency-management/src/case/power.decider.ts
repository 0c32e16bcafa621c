import { alreadySays, contentOf, type Circumstances } from '#decider';
import { dayOf, ruleRef } from '#law';
import { cite, lawOn, refusal } from '../law.js';
import { clause, enterpriseOf, isSameMoment, outOfPhase, type CaseDecider, type SafetyCase } from './state.js';

type Power = 'NotifyPowerCut' | 'RecordPowerCut' | 'RestorePower';

const HOUR_MS = 3_600_000;

/** Power cut to force a suspension: only on refusal and real danger, approved, in writing, with notice (2.4.3). */
export const power: Pick<CaseDecider['decide'], Power> = {
  NotifyPowerCut: (command, state, given) => {
    const { supplies, ...notice } = contentOf(command);
    if (isSameMoment(state, 'SafetyPowerCutNotified', notice, given)) return [];
    const rule = lawOn('safety/power-cut', dayOf(given.occurredAt));
    if (supplies === 'RESIDENTIAL')
      throw refusal(
        'residents-keep-power',
        {
          zh: '不得对居民生活采取停止供电的方式迫使履行决定',
          en: 'The power of residents is never cut to force compliance',
        },
        {
          ...cite(lawOn('coercion/residents', dayOf(given.occurredAt)), clause),
          wayOut: { zh: '只对生产用电户号发出通知', en: 'Give notice for meters of production only' },
          facts: { meter: notice.meter },
        },
      );
    mustBeAllowed(state, given, cite(rule));
    const aheadMs = Date.parse(notice.executeAfterAt) - Date.parse(given.occurredAt);
    const hours = rule.amount;
    if (aheadMs < 0 || (!notice.urgent && hours !== undefined && aheadMs < hours * HOUR_MS))
      throw refusal(
        'notice-too-short',
        {
          zh: hours === undefined ? '停电时间早于通知时间' : `除紧急情形外，应当提前${hours}小时通知`,
          en:
            hours === undefined
              ? 'It would be cut before notice is given'
              : `Unless it is urgent, notice is given ${hours} hours ahead`,
        },
        {
          ...cite(rule),
          wayOut: {
            zh: '推迟 executeAfterAt；确属紧急的，填写 urgent 并说明理由',
            en: 'Move `executeAfterAt`; in an emergency say `urgent` and why',
          },
          facts: { executeAfterAt: notice.executeAfterAt, noticeAt: given.occurredAt },
        },
      );
    const data = { enterprise: enterpriseOf(state), ...notice, noticeAt: given.occurredAt };
    return [{ type: 'SafetyPowerCutNotified', data, rules: [ruleRef(rule)] }];
  },

  RecordPowerCut: (command, state, given) => {
    const { note } = contentOf(command);
    const cut = { note, cutAt: given.occurredAt };
    if (alreadySays(state.said.PowerCut, cut)) return [];
    const notice = state.said.SafetyPowerCutNotified;
    if (state.power !== 'notified' || !notice)
      throw refusal(
        'no-notice-of-cut',
        { zh: '没有未执行的停电通知', en: 'No notice to cut power is open' },
        {
          clause,
          wayOut: { zh: '先书面通知停止供电', en: 'Give written notice first' },
          facts: { power: state.power },
        },
      );
    if (Date.parse(given.occurredAt) < Date.parse(notice.executeAfterAt))
      throw refusal(
        'cut-before-its-time',
        {
          zh: `通知载明停电不早于${notice.executeAfterAt}`,
          en: `The notice says that it is not cut before ${notice.executeAfterAt}`,
        },
        {
          ...cite(lawOn('safety/power-cut', dayOf(given.occurredAt))),
          wayOut: { zh: '到时再执行', en: 'Cut it when that time has come' },
          facts: { executeAfterAt: notice.executeAfterAt, cutAt: given.occurredAt },
        },
      );
    return [{ type: 'PowerCut', data: { meter: notice.meter, ...cut } }];
  },

  RestorePower: (command, state, given) => {
    const restoring = contentOf(command);
    if (isSameMoment(state, 'PowerRestored', restoring, given)) return [];
    if (state.power === 'on')
      throw refusal(
        'power-is-on',
        { zh: '没有停电措施可以解除', en: 'There is no power cut to lift' },
        { clause, wayOut: { zh: '停止供电后方可恢复', en: 'Power is restored after it was cut' } },
      );
    if (state.power === 'cut' && restoring.reason === 'NOTICE_WITHDRAWN')
      throw refusal(
        'already-cut',
        { zh: '供电已停止，不能撤回通知', en: 'Power was cut; its notice cannot be withdrawn' },
        {
          clause,
          wayOut: {
            zh: '决定已执行或者隐患已消除的，据此恢复供电',
            en: 'Restore it because the order is obeyed or the hazard is gone',
          },
        },
      );
    const { meter } = state.said.SafetyPowerCutNotified!;
    return [{ type: 'PowerRestored', data: { meter, ...restoring } }];
  },
};

function mustBeAllowed(state: SafetyCase, { actor }: Circumstances, grounds: ReturnType<typeof cite>): void {
  if (state.phase !== 'suspended' || state.power !== 'on')
    throw outOfPhase('no-power-cut-open', { zh: '通知停止供电', en: 'given notice of a power cut' }, state, {
      ...grounds,
      wayOut: {
        zh: '停电以停产停业整顿决定有效、且没有未解除的停电为前提',
        en: 'It takes a suspension in force, and no power cut that is still open',
      },
    });
  const disobeyed = state.disobeyed.SUSPENSION;
  if (!disobeyed?.realDanger)
    throw refusal(
      disobeyed ? 'no-real-danger' : 'no-refusal-shown',
      disobeyed
        ? { zh: '未查实有发生事故的现实危险', en: 'Real danger of an accident was not found' }
        : { zh: '未查实拒不执行停产决定', en: 'That the suspension is not obeyed was not found' },
      {
        ...grounds,
        wayOut: {
          zh: '先记录拒不执行，并查实有发生事故的现实危险',
          en: 'Record first that the order is not obeyed, and that there is real danger',
        },
      },
    );
  if (!actor.approver?.trim())
    throw refusal(
      'head-must-approve',
      { zh: '停止供电须经主要负责人批准', en: 'A power cut takes the approval of the head' },
      { ...grounds, wayOut: { zh: '在 approver 中填写批准人', en: 'Name who approved it in `approver`' } },
    );
}
