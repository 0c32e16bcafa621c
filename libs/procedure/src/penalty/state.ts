import type { procedure } from '#contracts';
import { alreadySays, type Bilingual, type Decider, type Refusal } from '#decider';
import type { Said } from '../keeping.js';
import type { PenaltyTerms } from './terms.js';

export type Commands = procedure.Commands<'penalty'>;
export type Events = procedure.Events<'penalty'>;

/** A penalty as far as it has gone: the last fact of each type, and the time that does not count against the party. */
export type Penalty = Said<Events> & {
  /** From the day a challenge was filed to the day it was decided; open while it is pending. */
  readonly challenges?: readonly { readonly from: string; readonly to?: string }[];
};

/** The rules of some of the commands, put together in `penaltyProcedure`. */
export type RulesOf<Names extends keyof Commands> = Pick<Decider<Penalty, Commands, Events>['decide'], Names>;

export const isChallenged = ({ challenges = [] }: Penalty): boolean => challenges.some(({ to }) => to === undefined);

/** The fine as it is owed: changed by whoever heard a challenge, or as decided. Fen. */
export const fineOf = ({ PenaltyDecided, PenaltyChanged }: Penalty): number =>
  PenaltyChanged ? (PenaltyChanged.fineFen ?? 0) : (PenaltyDecided?.fineFen ?? 0);

/** The natural act, when the filing named one. */
export const conductOf = ({ CaseFiled }: Penalty) => (CaseFiled?.conductId ? { conductId: CaseFiled.conductId } : {});

/** True when the step is on record with all of this; refuses when it is on record otherwise. */
export function isOnRecord<Step extends object>(
  terms: PenaltyTerms,
  step: Step | undefined,
  content: Partial<Step>,
  { code, zh, en, day }: Bilingual & { readonly code: string; readonly day?: string },
): boolean {
  if (alreadySays(step, content)) return true;
  if (!step) return false;
  throw terms.law.refusal(
    code,
    {
      zh: `已有${day ? `${day}的` : ''}${zh}，内容不同`,
      en: `Another ${en} is on record${day ? `, of ${day}` : ''}`,
    },
    {
      clause: terms.clause,
      wayOut: { zh: '另一处罚使用新的编号', en: 'Another penalty takes an id of its own' },
      ...(day ? { facts: { day } } : {}),
    },
  );
}

/** The step comes before one that must come first, or after the end. */
export function outOfOrder(terms: PenaltyTerms, zh: string, en: string, { PenaltyAnnulled }: Penalty = {}): Refusal {
  return terms.law.refusal(
    PenaltyAnnulled ? 'penalty-annulled' : 'no-penalty-yet',
    PenaltyAnnulled
      ? {
          zh: `处罚已于${PenaltyAnnulled.annulledOn}撤销，不能${zh}`,
          en: `It was annulled on ${PenaltyAnnulled.annulledOn} and cannot be ${en}`,
        }
      : { zh: `前一程序尚未完成，不能${zh}`, en: `What comes before is missing; it cannot be ${en}` },
    {
      clause: terms.clause,
      wayOut: {
        zh: '按告知、决定、送达、履行的顺序办理；撤销后重新处理使用新的编号',
        en: 'The order is notice, decision, service, performance; after an annulment start anew under another id',
      },
    },
  );
}

const endings = [
  { type: 'FilingDeclined', zh: '已决定不予立案', en: 'No case was filed' },
  { type: 'NoPenaltyDecided', zh: '已决定不予处罚', en: 'No penalty was decided' },
  { type: 'PenaltyAnnulled', zh: '处罚已撤销', en: 'The penalty was annulled' },
  { type: 'PenaltyCaseClosed', zh: '已结案', en: 'The case is closed' },
] as const satisfies readonly (Bilingual & { type: keyof Events })[];

/** Refuses a step in a case that has come to an end. */
export function mustGoOn(terms: PenaltyTerms, state: Penalty): void {
  const ending = endings.find(({ type }) => state[type]);
  if (!ending) return;
  const { zh, en, type } = ending;
  throw terms.law.refusal(
    type === 'PenaltyAnnulled' ? 'penalty-annulled' : 'case-ended',
    { zh, en },
    {
      clause: terms.clause,
      wayOut: { zh: '新的违法行为使用新的编号立案', en: 'A new violation is filed under a new id' },
      facts: { ending: type },
    },
  );
}

/** The case must have been filed, and the investigation not be over unless `concluded` is fine. */
export function mustBeFiled(terms: PenaltyTerms, state: Penalty): Events['CaseFiled'] {
  mustGoOn(terms, state);
  if (state.CaseFiled) return state.CaseFiled;
  throw terms.law.refusal(
    'not-filed',
    { zh: '尚未立案', en: 'No case was filed' },
    { clause: terms.clause, wayOut: { zh: '先立案（file-case）', en: 'File the case first: file-case' } },
  );
}
