import { readPenaltyDocumentNumber, type PenaltyKindCode } from '#codes';
import { contentOf } from '#decider';
import { ruleRef, type Rule } from '#law';
import { cite } from '../department-law.js';
import { mustBeHeard } from './hearing.js';
import { mustBeKinds, mustHaveAmounts } from './kinds.js';
import {
  conductOf,
  isOnRecord,
  mustBeFiled,
  mustGoOn,
  outOfOrder,
  type Commands,
  type Penalty,
  type RulesOf,
} from './state.js';
import type { PenaltyTerms } from './terms.js';

type Names = 'ServePriorNotice' | 'DecidePenalty' | 'DecideOnTheSpot' | 'RecordPenaltyAnnulled';

/** Kinds that carry a right to a hearing whatever they amount to. Penalty Law 2021 art. 63, 2017 art. 42. */
const graveKinds: readonly PenaltyKindCode[] = [
  'GRADE_REDUCTION',
  'LICENCE_REVOCATION',
  'ACTIVITY_RESTRICTION',
  'STOP_PRODUCTION',
  'CLOSURE',
  'PROFESSION_RESTRICTION',
];
const isGrave = (kinds: readonly PenaltyKindCode[] = []) => kinds.some((kind) => graveKinds.includes(kind));

/** Notice, decision, annulment. Penalty Law 2021 art. 9, 16, 44, 45, 51, 57, 58, 63. */
export function decision(terms: PenaltyTerms): RulesOf<Names> {
  const { clause, law } = terms;
  const { lawOn, dueAfter, mustHaveCome, mustNotPrecede, mustNameLaw, enoughOfficers } = law;

  return {
    ServePriorNotice: (command, state, given) => {
      const notice = contentOf(command);
      const { PriorNoticeServed } = state;
      const words = { code: 'already-noticed', zh: '事先告知', en: 'prior notice', day: PriorNoticeServed?.servedOn };
      if (isOnRecord(terms, PriorNoticeServed, notice, words)) return [];
      mustBeTheirs(terms, state, notice.enterprise.uscc);
      mustBeInvestigated(terms, state);
      mustHaveCome(notice.servedOn, given, clause);
      mustNotPrecede(notice.servedOn, mustBeFiled(terms, state).filedOn, clause, '立案', 'the filing');
      mustNameLaw(notice.legalBasis, clause, notice.servedOn);
      const rules = [ruleRef(lawOn('penalty/prior-notice', notice.servedOn))];
      const hearing = lawOn('penalty/hearing', notice.servedOn);
      if (!notice.isLarge && !isLargeUnder(hearing, notice) && !isGrave(notice.proposedKinds))
        return [{ type: 'PriorNoticeServed', data: notice, rules }];
      const due = dueAfter(lawOn('penalty/hearing-request', notice.servedOn), notice.servedOn);
      rules.push(ruleRef(hearing));
      return [{ type: 'PriorNoticeServed', data: { ...notice, due }, rules }];
    },

    DecidePenalty: (command, state, given) => {
      const { documentNumber: printed, ...decided } = contentOf(command);
      const documentNumber = readPenaltyDocumentNumber(printed).key;
      const { PriorNoticeServed, PenaltyDecided } = state;
      const words = { code: 'already-decided', zh: '处罚决定', en: 'decision', day: PenaltyDecided?.decidedOn };
      if (isOnRecord(terms, PenaltyDecided, { documentNumber, ...decided }, words)) return [];
      const { decidedOn, kinds } = decided;
      const notice = PriorNoticeServed ?? noPriorNotice(terms, decidedOn);
      mustGoOn(terms, state);
      mustHaveCome(decidedOn, given, clause);
      mustNotPrecede(decidedOn, notice.servedOn, clause, '送达事先告知', 'the prior notice');
      mustHaveShape(terms, printed);
      mustBeKinds(kinds, decidedOn, terms);
      mustHaveAmounts(decided, terms);
      mustNotBeHeavier(terms, decided, notice.proposedFineFen);
      const heard = mustBeHeard(terms, state, { decidedOn, isGrave: isGrave(kinds) });
      if (isGrave(kinds)) mustBeDiscussed(terms, state, decidedOn);
      const { enterprise, caseId, legalRepresentative, violation, facts, legalBasis } = notice;
      const party = { enterprise, ...(caseId ? { caseId } : {}), legalRepresentative, violation, facts, legalBasis };
      const rules = [lawOn('penalty/kinds', decidedOn), lawOn('penalty/prior-notice', decidedOn)].map(ruleRef);
      const data = { ...party, documentNumber, ...decided, ...conductOf(state) };
      return [{ type: 'PenaltyDecided', data, rules: [...rules, ...heard] }];
    },

    DecideOnTheSpot: (command, state, given) => {
      const { documentNumber: printed, defence, ...decided } = contentOf(command);
      const documentNumber = readPenaltyDocumentNumber(printed).key;
      const { PenaltyDecided } = state;
      const words = { code: 'already-decided', zh: '处罚决定', en: 'decision', day: PenaltyDecided?.decidedOn };
      if (isOnRecord(terms, PenaltyDecided, { documentNumber, ...decided }, words)) return [];
      if (state.CaseFiled || state.PriorNoticeServed)
        throw outOfOrder(
          terms,
          '改用简易程序：已按普通程序办理',
          'decided on the spot: the ordinary procedure has begun',
        );
      mustGoOn(terms, state);
      const { decidedOn, kinds, fineFen = 0, legalBasis } = decided;
      mustHaveCome(decidedOn, given, clause);
      mustNameLaw(legalBasis, clause, decidedOn);
      mustHaveShape(terms, printed);
      mustBeKinds(kinds, decidedOn, terms);
      mustHaveAmounts(decided, terms);
      const row = lawOn('penalty/simple-procedure', decidedOn);
      if (kinds.some((kind) => kind !== 'WARNING' && kind !== 'FINE') || fineFen > row.fineFen.max)
        throw law.refusal(
          'not-on-the-spot',
          {
            zh: `当场处罚限于警告或者${row.fineFen.max / 100}元以下罚款`,
            en: `On the spot: a warning, or a fine of at most ${row.fineFen.max / 100} yuan`,
          },
          {
            ...cite(row, clause),
            wayOut: { zh: '按普通程序立案办理（file-case）', en: 'Take the ordinary procedure: file-case' },
            facts: { kinds, fineFen, mostFen: row.fineFen.max },
          },
        );
      const rules = [ruleRef(row), enoughOfficers(given, clause)];
      const due = fineFen > 0 ? { due: dueAfter(lawOn('penalty/payment', decidedOn), decidedOn) } : {};
      return [
        { type: 'DefenceHeard', data: { stance: 'STATED', summary: defence, receivedOn: decidedOn }, rules },
        { type: 'PenaltyDecided', data: { ...decided, documentNumber, procedure: 'SIMPLE' }, rules },
        { type: 'PenaltyDecisionServed', data: { servedOn: decidedOn, ...due } },
      ];
    },

    RecordPenaltyAnnulled: (command, state, given) => {
      const annulment = contentOf(command);
      const { PenaltyDecided, PenaltyAnnulled } = state;
      const words = { code: 'already-annulled', zh: '处罚撤销', en: 'annulment', day: PenaltyAnnulled?.annulledOn };
      if (isOnRecord(terms, PenaltyAnnulled, annulment, words)) return [];
      if (!PenaltyDecided) throw outOfOrder(terms, '撤销', 'annulled');
      mustNotPrecede(annulment.annulledOn, PenaltyDecided.decidedOn, clause, '处罚决定', 'the decision');
      mustHaveCome(annulment.annulledOn, given, clause);
      return [{ type: 'PenaltyAnnulled', data: { ...annulment, ...conductOf(state) } }];
    },
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

function mustBeTheirs({ clause, law }: PenaltyTerms, { CaseFiled }: Penalty, uscc: string): void {
  if (!CaseFiled || CaseFiled.enterprise.uscc === uscc) return;
  throw law.refusal(
    'party-differs',
    {
      zh: `本案当事人为${CaseFiled.enterprise.uscc}，不是${uscc}`,
      en: `The case is about ${CaseFiled.enterprise.uscc}`,
    },
    {
      clause,
      wayOut: { zh: '核对当事人；另一当事人另行立案', en: 'Check the party; another party takes a case of its own' },
      facts: { filed: CaseFiled.enterprise.uscc, noticed: uscc },
    },
  );
}

function mustBeInvestigated(terms: PenaltyTerms, state: Penalty): void {
  mustBeFiled(terms, state);
  if (state.InvestigationConcluded?.proposal === 'PENALTY') return;
  throw terms.law.refusal(
    'investigation-open',
    state.InvestigationConcluded
      ? { zh: '调查结论不是建议处罚', en: 'The investigation did not end in the proposal of a penalty' }
      : { zh: '调查尚未终结', en: 'The investigation has not been concluded' },
    {
      clause: terms.clause,
      wayOut: { zh: '先办理调查终结（conclude-investigation）', en: 'Conclude it first: conclude-investigation' },
    },
  );
}

function mustNotBeHeavier(
  { clause, law }: PenaltyTerms,
  { fineFen = 0, decidedOn }: { readonly fineFen?: number; readonly decidedOn: string },
  proposedFineFen: number | undefined,
): void {
  if (proposedFineFen === undefined || fineFen <= proposedFineFen) return;
  throw law.refusal(
    'heavier-than-noticed',
    {
      zh: `告知拟罚款${proposedFineFen / 100}元，不得改为${fineFen / 100}元`,
      en: `A fine of ${proposedFineFen / 100} yuan was noticed; it cannot become ${fineFen / 100}`,
    },
    {
      ...cite(law.lawOn('penalty/no-heavier', decidedOn), clause),
      wayOut: {
        zh: '在告知的金额以内决定；发现新的违法事实的，重新告知',
        en: 'Decide within what was noticed; new facts take a new notice',
      },
      facts: { proposedFineFen, fineFen },
    },
  );
}

function mustBeDiscussed({ clause, law }: PenaltyTerms, { CollectivelyDiscussed }: Penalty, decidedOn: string): void {
  if (CollectivelyDiscussed && CollectivelyDiscussed.discussedOn <= decidedOn) return;
  throw law.refusal(
    'not-discussed',
    {
      zh: '重大处罚应当由负责人集体讨论决定',
      en: 'A grave penalty is discussed by the heads together before it is decided',
    },
    {
      ...cite(law.lawOn('penalty/collective-discussion', decidedOn), clause),
      wayOut: { zh: '先记录集体讨论（discuss-collectively）', en: 'Record it first: discuss-collectively' },
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

/** A fine is large from the amount that the installation was told; without one the bureau says so itself. */
const isLargeUnder = (
  { fineFen }: Pick<Rule, 'fineFen'>,
  { proposedFineFen = 0 }: Pick<Commands['ServePriorNotice'], 'proposedFineFen'>,
): boolean => fineFen !== undefined && proposedFineFen >= fineFen.min;
