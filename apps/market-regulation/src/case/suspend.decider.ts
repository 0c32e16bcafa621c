import { contentOf } from '#decider';
import { dayOf, ruleRef } from '#law';
import { cite, dueAfter, isRepeated, lawOn, mustHaveCome, mustNameLaw, mustNotPrecede } from '../law.js';
import { overdueUnsaid } from './correct.decider.js';
import { clause, outOfPhase, type Rules } from './state.js';

/** The notice of the province, which arrives here, and the suspension that may follow it. */
export const suspending: Pick<Rules, 'RecordQualityNotice' | 'SuspendForRectification'> = {
  RecordQualityNotice: (command, state, given) => {
    const notice = contentOf(command);
    const what = { zh: '质量公告', en: 'notice in this case', clause };
    if (isRepeated(state.said.QualityNoticePublished, notice, what)) return [];
    const rule = lawOn('quality/notice', notice.publishedOn);
    const unsaid = overdueUnsaid(state, given.occurredAt);
    if (state.phase !== 'overdue' && unsaid.length === 0)
      throw outOfPhase('not-overdue', { zh: '登记公告', en: 'the subject of a notice' }, state, {
        ...cite(rule, clause),
        wayOut: {
          zh: '公告以逾期不改正为前提；已报告改正的，先复查',
          en: 'A notice follows a correction that is overdue; what was reported as corrected is rechecked first',
        },
      });
    mustNotPrecede(notice.publishedOn, state.due!.rolledDue, clause, '改正期限届满', 'the end of the time to correct');
    mustHaveCome(notice.publishedOn, given, clause);
    return [
      ...unsaid,
      {
        type: 'QualityNoticePublished',
        data: { enterprise: state.enterprise!, ...notice },
        rules: [ruleRef(rule)],
      },
    ];
  },

  SuspendForRectification: (command, state, given) => {
    const { days, ...order } = contentOf(command);
    const suspended = state.said.SuspendedForRectification;
    const what = { zh: '停业整顿', en: 'suspension in this case', clause };
    if (suspended?.due.length === days && isRepeated<object>(suspended, order, what)) return [];
    const rule = lawOn('quality/suspension', order.servedOn);
    if (state.phase !== 'failed-after-notice')
      throw outOfPhase('not-failed-after-notice', { zh: '责令停业整顿', en: 'suspended' }, state, {
        ...cite(rule, clause),
        wayOut: {
          zh: '省级公告后经复查仍不合格的，方可责令停业整顿',
          en: 'Suspend only when the recheck after the notice of the province has failed',
        },
      });
    mustNameLaw(order.legalBasis, clause, order.servedOn);
    mustNotPrecede(order.servedOn, dayOf(state.saidAt.QualityRechecked!), clause, '复查', 'the recheck');
    mustHaveCome(order.servedOn, given, clause);
    const due = dueAfter({ ...rule, length: days, unit: 'days' }, order.servedOn);
    return [
      {
        type: 'SuspendedForRectification',
        data: { enterprise: state.enterprise!, ...order, due },
        rules: [ruleRef(rule)],
      },
    ];
  },
};
