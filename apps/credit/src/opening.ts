import { deadline, ruleOn, ruleRef } from '#law';
import { homeOf } from './display.js';
import { mustHaveCome, mustHaveGround, mustBeToldAndHeard, refuse } from './refusals.js';
import { isSame, opened, pendingObjection, type CreditFact, type OpenCredit, type Rules } from './record.state.js';

// The first records name no department.
const isOf = ({ department }: OpenCredit, other: string | undefined): boolean =>
  department === undefined || other === undefined || department === other;

/** From the trigger to collection: told, heard, collected. 三(二). */
export const opening = {
  OpenCreditRecord: ({ subject, content, origin, department, notifiedOn }, record) => {
    if (record.stage !== 'none') {
      if (record.subject === subject && record.origin === origin && isOf(record, department)) return [];
      return refuse(
        'already-open',
        ['该编号已有另一来源的信用记录', 'Under this id there is a record of another origin'],
        ['核对来源编号', 'Check the id of the origin'],
        { facts: { origin: record.origin } },
      );
    }
    const rule = ruleOn('penalty/publicity', content.decidedOn);
    const rules = subject === 'PENALTY' ? [rule] : [rule, ruleOn('credit/non-completion', content.decidedOn)];
    const due = deadline({ rule, startsOn: content.decidedOn });
    const home = subject === 'PENALTY' ? homeOf(content, department) : undefined;
    const from = { ...(department === undefined ? {} : { department }), ...(home === undefined ? {} : { home }) };
    const facts: CreditFact[] = [
      { type: 'CreditRecordOpened', data: { subject, content, origin, ...from, due }, rules: rules.map(ruleRef) },
    ];
    return notifiedOn === undefined ? facts : [...facts, { type: 'SubjectNotified', data: { notifiedOn } }];
  },

  NotifySubject: ({ notifiedOn }, state, given) => {
    const record = opened(state);
    if (record.notifiedOn === notifiedOn) return [];
    if (record.notifiedOn !== undefined)
      refuse(
        'already-notified',
        [`信用主体已于${record.notifiedOn}告知`, `The subject was told on ${record.notifiedOn}`],
        ['告知一次即可', 'Once is enough'],
        { facts: { notifiedOn: record.notifiedOn } },
      );
    mustHaveGround(record);
    mustHaveCome('notifiedOn', notifiedOn, given);
    if (notifiedOn < record.content.decidedOn)
      refuse(
        'notice-before-decision',
        [
          `告知日早于决定日${record.content.decidedOn}`,
          `The notice would come before the decision of ${record.content.decidedOn}`,
        ],
        ['决定作出后再告知公示内容', 'Tell what will be published once it is decided'],
        { facts: { notifiedOn, decidedOn: record.content.decidedOn } },
      );
    return [{ type: 'SubjectNotified', data: { notifiedOn } }];
  },

  FileObjection: ({ objection }, state) => {
    const record = opened(state);
    if (record.objections.some((earlier) => earlier.objection === objection)) return [];
    mustHaveGround(record);
    mustBeToldAndHeard(record);
    if (record.stage === 'collected')
      refuse(
        'objection-too-late',
        ['信息已归集', 'The information was already collected'],
        [
          '有误的以“更正信用信息”更正；原决定不当的向决定机关提出',
          'What is wrong is put right with CorrectCreditInfo; against the decision itself turn to its authority',
        ],
      );
    return [{ type: 'ObjectionFiled', data: { objection } }];
  },

  AnswerObjection: ({ answer, reason }, state) => {
    const record = opened(state);
    if (!pendingObjection(record)) {
      if (isSame(record.objections.at(-1)?.answer, { answer, reason })) return [];
      refuse(
        'no-objection',
        ['没有待答复的异议', 'No objection waits for an answer'],
        ['先登记异议', 'File the objection first: FileObjection'],
      );
    }
    return [{ type: answer === 'UPHELD' ? 'ObjectionUpheld' : 'ObjectionRejected', data: { reason } }];
  },

  CollectCreditInfo: ({ batchId }, state) => {
    const record = opened(state);
    if (record.batchId === batchId) return [];
    mustHaveGround(record);
    mustBeToldAndHeard(record);
    if (record.batchId !== undefined)
      refuse(
        'already-collected',
        [`已归入批次${record.batchId}`, `It was collected in batch ${record.batchId}`],
        ['无需再次归集', 'There is no need to collect it again'],
        { facts: { batchId: record.batchId } },
      );
    return [{ type: 'CreditInfoCollected', data: { batchId } }];
  },
} satisfies Partial<Rules>;
