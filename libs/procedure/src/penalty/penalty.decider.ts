import type { procedure } from '#contracts';
import { readPenaltyDocumentNumber } from '#codes';
import { ruleRef } from '#law';
import { namespaceOf, alreadySays, contentOf, type Decider, type Refusal } from '#decider';
import { cite } from '../department-law.js';
import { mustBeKinds, mustHaveAmounts } from './kinds.js';
import { termsOf, type PenaltyTerms } from './terms.js';

type Events = procedure.Events<'penalty'>;

interface Penalty {
  readonly noticed?: Events['PriorNoticeServed'];
  readonly decided?: Events['PenaltyDecided'];
  readonly served?: Events['PenaltyDecisionServed'];
  readonly performed?: Events['PenaltyPerformed'];
  readonly annulled?: Events['PenaltyAnnulled'];
}

/** A penalty by the ordinary procedure: noticed, decided, served, performed, or annulled. Penalty Law. */
export function penaltyProcedure({
  department,
  clause,
}: Pick<PenaltyTerms, 'department' | 'clause'>): Decider<Penalty, procedure.Commands<'penalty'>, Events> {
  const terms = termsOf(department, clause);
  const { lawOn, mustHaveCome, mustNotPrecede, mustNameLaw } = terms.law;
  return {
    name: `${namespaceOf(department)}.penalty`,
    initial: {},

    decide: {
      ServePriorNotice: (command, { noticed }, given) => {
        const notice = contentOf(command);
        if (alreadySays(noticed, notice)) return [];
        if (noticed) throw onRecord(terms, 'already-noticed', '事先告知', 'prior notice', noticed.servedOn);
        mustHaveCome(notice.servedOn, given, clause);
        mustNameLaw(notice.legalBasis, clause, notice.servedOn);
        const rule = lawOn('penalty/prior-notice', notice.servedOn);
        return [{ type: 'PriorNoticeServed', data: notice, rules: [ruleRef(rule)] }];
      },

      DecidePenalty: (command, { noticed, decided }, given) => {
        const { documentNumber: printed, ...decision } = contentOf(command);
        const documentNumber = readPenaltyDocumentNumber(printed).key;
        if (alreadySays(decided, { documentNumber, ...decision })) return [];
        if (decided) throw onRecord(terms, 'already-decided', '处罚决定', 'decision', decided.decidedOn);
        const { decidedOn, kinds } = decision;
        const { servedOn, ...party } = noticed ?? noPriorNotice(terms, decidedOn);
        mustHaveCome(decidedOn, given, clause);
        mustNotPrecede(decidedOn, servedOn, clause, '送达事先告知', 'the prior notice');
        mustHaveShape(terms, printed);
        mustBeKinds(kinds, decidedOn, terms);
        mustHaveAmounts(decision, terms);
        const rules = [ruleRef(lawOn('penalty/kinds', decidedOn)), ruleRef(lawOn('penalty/prior-notice', decidedOn))];
        return [{ type: 'PenaltyDecided', data: { ...party, documentNumber, ...decision }, rules }];
      },

      ServePenaltyDecision: (command, { decided, served, annulled }, given) => {
        const service = contentOf(command);
        if (alreadySays(served, service)) return [];
        if (served) throw onRecord(terms, 'already-served', '决定书送达', 'service of the decision', served.servedOn);
        if (!decided || annulled) throw tooEarly(terms, '送达决定书', 'served', annulled);
        mustNotPrecede(service.servedOn, decided.decidedOn, clause, '处罚决定', 'the decision');
        mustHaveCome(service.servedOn, given, clause);
        return [{ type: 'PenaltyDecisionServed', data: service }];
      },

      RecordPenaltyPerformed: (command, { served, performed, annulled }, given) => {
        const performance = contentOf(command);
        if (alreadySays(performed, performance)) return [];
        if (performed) throw onRecord(terms, 'already-performed', '处罚履行', 'performance', performed.performedOn);
        if (!served || annulled) throw tooEarly(terms, '履行', 'performed', annulled);
        mustNotPrecede(performance.performedOn, served.servedOn, clause, '送达决定书', 'the service of the decision');
        mustHaveCome(performance.performedOn, given, clause);
        return [{ type: 'PenaltyPerformed', data: performance }];
      },

      RecordPenaltyAnnulled: (command, { decided, annulled }, given) => {
        const annulment = contentOf(command);
        if (alreadySays(annulled, annulment)) return [];
        if (annulled) throw onRecord(terms, 'already-annulled', '处罚撤销', 'annulment', annulled.annulledOn);
        if (!decided) throw tooEarly(terms, '撤销', 'annulled');
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
}

function noPriorNotice({ clause, law }: PenaltyTerms, day: string): never {
  throw law.refusal(
    'no-prior-notice',
    {
      zh: '未送达行政处罚事先告知书，不得作出处罚决定',
      en: 'Without a prior notice that was served nothing may be decided',
    },
    {
      ...cite(law.lawOn('penalty/prior-notice', day), clause),
      wayOut: { zh: '先送达事先告知书并听取陈述申辩', en: 'First serve the notice and hear the defence' },
    },
  );
}

function mustHaveShape({ clause, law }: PenaltyTerms, printed: string): void {
  if (readPenaltyDocumentNumber(printed).year !== undefined) return;
  throw law.refusal(
    'document-number',
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

const tooEarly = (
  { clause, law }: PenaltyTerms,
  zh: string,
  en: string,
  annulled?: Events['PenaltyAnnulled'],
): Refusal =>
  law.refusal(
    annulled ? 'penalty-annulled' : 'no-penalty-yet',
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

const onRecord = ({ clause, law }: PenaltyTerms, code: string, zh: string, en: string, day: string): Refusal =>
  law.refusal(
    code,
    { zh: `已有${day}的${zh}，内容不同`, en: `Another ${en} is on record, of ${day}` },
    {
      clause,
      wayOut: { zh: '另一处罚使用新的编号', en: 'Another penalty takes an id of its own' },
      facts: { day },
    },
  );
