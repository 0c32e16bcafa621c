import type { energy } from '#contracts';
import { readPenaltyDocumentNumber } from '#codes';
import { alreadySays, contentOf, Refusal, type Decider } from '#decider';
import { ruleRef } from '#law';
import { mustHaveCome, mustNotPrecede } from './days.js';
import { cite, lawOn } from './law.js';
import { mustNameLaw } from './legal-basis.js';
import { mustBeKinds, mustHaveAmounts } from './penalty-kinds.js';

type Events = energy.Events<'penalty'>;

interface Penalty {
  readonly noticed?: Events['PriorNoticeServed'];
  readonly decided?: Events['PenaltyDecided'];
  readonly served?: Events['PenaltyDecisionServed'];
  readonly performed?: Events['PenaltyPerformed'];
  readonly annulled?: Events['PenaltyAnnulled'];
}

const clause = '2.1.3';

/** A penalty by the ordinary procedure: noticed, decided, served, performed, or annulled. Penalty Law. */
export const penalty: Decider<Penalty, energy.Commands<'penalty'>, Events> = {
  name: 'energy.penalty',
  initial: {},

  decide: {
    ServePriorNotice: (command, { noticed }, given) => {
      const notice = contentOf(command);
      if (alreadySays(noticed, notice)) return [];
      if (noticed) throw onRecord('already-noticed', '事先告知', 'prior notice', noticed.servedOn);
      mustHaveCome(notice.servedOn, given, clause);
      mustNameLaw(notice.legalBasis, clause, notice.servedOn);
      const rule = lawOn('penalty/prior-notice', notice.servedOn);
      return [{ type: 'PriorNoticeServed', data: notice, rules: [ruleRef(rule)] }];
    },

    DecidePenalty: (command, { noticed, decided }, given) => {
      const { documentNumber: printed, ...decision } = contentOf(command);
      const documentNumber = readPenaltyDocumentNumber(printed).key;
      if (alreadySays(decided, { documentNumber, ...decision })) return [];
      if (decided) throw onRecord('already-decided', '处罚决定', 'decision', decided.decidedOn);
      const { decidedOn, kinds } = decision;
      const { servedOn, ...party } = noticed ?? noPriorNotice(decidedOn);
      mustHaveCome(decidedOn, given, clause);
      mustNotPrecede(decidedOn, servedOn, clause, '送达事先告知', 'the prior notice');
      mustHaveShape(printed);
      mustBeKinds(kinds, decidedOn);
      mustHaveAmounts(decision);
      const rules = [ruleRef(lawOn('penalty/kinds', decidedOn)), ruleRef(lawOn('penalty/prior-notice', decidedOn))];
      return [{ type: 'PenaltyDecided', data: { ...party, documentNumber, ...decision }, rules }];
    },

    ServePenaltyDecision: (command, { decided, served, annulled }, given) => {
      const service = contentOf(command);
      if (alreadySays(served, service)) return [];
      if (served) throw onRecord('already-served', '决定书送达', 'service of the decision', served.servedOn);
      if (!decided || annulled) throw tooEarly('送达决定书', 'served', annulled);
      mustNotPrecede(service.servedOn, decided.decidedOn, clause, '处罚决定', 'the decision');
      mustHaveCome(service.servedOn, given, clause);
      return [{ type: 'PenaltyDecisionServed', data: service }];
    },

    RecordPenaltyPerformed: (command, { served, performed, annulled }, given) => {
      const performance = contentOf(command);
      if (alreadySays(performed, performance)) return [];
      if (performed) throw onRecord('already-performed', '处罚履行', 'performance', performed.performedOn);
      if (!served || annulled) throw tooEarly('履行', 'performed', annulled);
      mustNotPrecede(performance.performedOn, served.servedOn, clause, '送达决定书', 'the service of the decision');
      mustHaveCome(performance.performedOn, given, clause);
      return [{ type: 'PenaltyPerformed', data: performance }];
    },

    RecordPenaltyAnnulled: (command, { decided, annulled }, given) => {
      const annulment = contentOf(command);
      if (alreadySays(annulled, annulment)) return [];
      if (annulled) throw onRecord('already-annulled', '处罚撤销', 'annulment', annulled.annulledOn);
      if (!decided) throw tooEarly('撤销', 'annulled');
      mustNotPrecede(annulment.annulledOn, decided.decidedOn, clause, '处罚决定', 'the decision');
      mustHaveCome(annulment.annulledOn, given, clause);
      return [{ type: 'PenaltyAnnulled', data: annulment }];
    },
  },

  evolve: {
    PriorNoticeServed: (state, noticed) => ({ ...state, noticed }),
    PenaltyDecided: (state, decided) => ({ ...state, decided }),
    PenaltyDecisionServed: (state, served) => ({ ...state, served }),
    PenaltyPerformed: (state, performed) => ({ ...state, performed }),
    PenaltyAnnulled: (state, annulled) => ({ ...state, annulled }),
  },

  subject: ({ noticed }) => ({
    uscc: noticed?.enterprise.uscc,
    siteId: noticed?.enterprise.siteId,
    caseId: noticed?.caseId,
  }),
};

function noPriorNotice(day: string): never {
  throw new Refusal(
    'energy/no-prior-notice',
    {
      zh: '未送达行政处罚事先告知书，不得作出处罚决定',
      en: 'Without a prior notice that was served nothing may be decided',
    },
    {
      ...cite(lawOn('penalty/prior-notice', day), clause),
      wayOut: { zh: '先送达事先告知书并听取陈述申辩', en: 'First serve the notice and hear the defence' },
    },
  );
}

function mustHaveShape(printed: string): void {
  if (readPenaltyDocumentNumber(printed).year !== undefined) return;
  throw new Refusal(
    'energy/document-number',
    { zh: `“${printed}”不是处罚决定书文号`, en: `"${printed}" is not the number of a penalty decision` },
    {
      clause,
      wayOut: {
        zh: '写作“机关代字〔年份〕序号”，例如 惠能罚〔2021〕3号',
        en: 'Write authority, year and number, such as 惠能罚〔2021〕3号',
      },
      facts: { documentNumber: printed },
    },
  );
}

const tooEarly = (zh: string, en: string, annulled?: Events['PenaltyAnnulled']): Refusal =>
  new Refusal(
    annulled ? 'energy/penalty-annulled' : 'energy/no-penalty-yet',
    annulled
      ? {
          zh: `处罚已于${annulled.annulledOn}撤销，不能${zh}`,
          en: `It was annulled on ${annulled.annulledOn} and cannot be ${en}`,
        }
      : { zh: `前一程序尚未完成，不能${zh}`, en: `What comes before is missing; it cannot be ${en}` },
    {
      clause,
      wayOut: {
        zh: '按告知、决定、送达、履行的顺序办理；撤销后重新处理使用新的编号',
        en: 'The order is notice, decision, service, performance; after an annulment start anew under another id',
      },
    },
  );

const onRecord = (code: string, zh: string, en: string, day: string): Refusal =>
  new Refusal(
    `energy/${code}`,
    { zh: `已有${day}的${zh}，内容不同`, en: `Another ${en} is on record, of ${day}` },
    {
      clause,
      wayOut: { zh: '另一处罚使用新的编号', en: 'Another penalty takes an id of its own' },
      facts: { day },
    },
  );
