import type { emergencyManagement, procedure } from '#contracts';
import { recordIdOf, type OwnCommand, type Policy, type Recorded } from '#decider';
import { dayOf } from '#law';

type Suspended = emergencyManagement.ProductionSuspendedForSafety;

const words: Readonly<Record<Suspended['ground'], string>> = {
  MAJOR_HAZARD: '存在重大事故隐患，责令停产停业整顿',
  CONDITIONS_NOT_MET: '不具备安全生产条件，责令停产停业整顿',
  REFUSED_REMOVAL: '拒不消除事故隐患，责令停产停业整顿',
};

const own = (fact: Recorded, command: keyof procedure.Commands<'card'>, data: object): OwnCommand => ({
  record: 'card',
  id: recordIdOf(fact),
  command,
  data,
});

/** Who must put it right within a limit is on the yellow list until production may resume (四(五)). */
export const cardsPolicy: Policy = {
  name: 'suspensions-bring-a-yellow-card',
  when: {
    'emergencyManagement.ProductionSuspendedForSafety': (fact: Recorded<Suspended>) => {
      const { ground, documentNumber, legalBasis, servedOn, due } = fact.data;
      const order = { documentNumber, legalBasis, servedOn, dueOn: due.rolledDue };
      const data = { caseId: recordIdOf(fact), ground: words[ground], ...order };
      return [own(fact, 'FollowRectificationOrder', data)];
    },
    'emergencyManagement.ResumptionExamined': (fact: Recorded<emergencyManagement.ResumptionExamined>) => {
      const { fit, findings } = fact.data;
      return fit ? [] : [own(fact, 'FindRectificationFailed', { findings, foundOn: dayOf(fact.occurredAt) })];
    },
    'emergencyManagement.ResumptionApproved': (fact: Recorded<emergencyManagement.ResumptionApproved>) => [
      own(fact, 'ClearYellowCard', { opinion: `经审查同意恢复生产（${fact.data.documentNumber}）` }),
    ],
  },
};
