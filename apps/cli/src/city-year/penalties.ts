import type { procedure } from '#contracts';
import { addDays } from '#law';
import { officeDay, officeDaysAfter } from '../plan-year/office-time.js';
import { acts, type Party, type Penalising } from '../plan-year/penalty-procedure.js';
import type { Story } from '../plan-year/step.js';
import { gammaDays, lognormalFen } from './days.js';
import { publicised } from './publicity.js';
import { rates } from './rates.js';

type Penaliser = 'environment' | 'emergency-management' | 'market-regulation';

/** What is fined, and by whom. */
export interface Fined extends Party {
  readonly department: Penaliser;
  readonly of: Penalising;
  readonly id: string;
  readonly caseId: string;
  /** `惠市环罚〔2021〕5001号`. */
  readonly documentNumber: string;
  readonly violation: string;
  readonly legalBasis: string;
  readonly amount: { readonly medianYuan: number; readonly sigma: number };
}

type Challenge = procedure.RecordChallenge['remedy'];

/** A fine by the ordinary procedure: filed, investigated, noticed, decided, served, paid or not, and published. */
export function* fined(how: Fined, filedOn: string): Story {
  const { of, id, caseId, violation, legalBasis, documentNumber, chance } = how;
  const { give, at, day, file, conclude, notice, decide, serve, close } = acts(of, id, how);
  const fineFen = lognormalFen(chance, how.amount);
  const took = Math.max(24, gammaDays(chance, rates.penalties.decision));
  const after = (days: number) => officeDay(addDays(filedOn, days));
  const decidedOn = after(took);
  const said = { caseId, violation, facts: `${violation}〔模拟〕`, legalBasis };

  yield file(filedOn, { caseId, suspicion: violation });
  yield conclude(after(Math.floor(took * 0.5)), 'PENALTY');
  yield notice(after(Math.floor(took * 0.7)), {
    ...said,
    legalRepresentative: '法定代表人〔模拟〕',
    proposedFineFen: fineFen,
  });
  yield decide(decidedOn, documentNumber, fineFen);
  const servedOn = officeDaysAfter(decidedOn, chance.between(0, 7));
  yield serve(servedOn);

  const challenge = challengeOf(chance.next());
  const isAnnulled = challenge !== undefined && chance.happens(rates.penalties.annulled);
  const isPaidInTime = !isAnnulled && chance.happens(rates.penalties.paidInTime);
  let paidOn = officeDay(addDays(servedOn, isPaidInTime ? chance.between(3, 14) : chance.between(20, 60)));
  let overOn = paidOn;
  if (isPaidInTime) yield give('penalty', id, 'RecordPenaltyPerformed', at(paidOn), { performedOn: day(paidOn) });
  if (challenge) {
    const filed = officeDaysAfter(servedOn, 20);
    yield give('penalty', id, 'RecordChallenge', at(filed), {
      remedy: challenge,
      forum: challenge === 'REVIEW' ? '惠州市人民政府' : '惠州市惠城区人民法院',
      filedOn: day(filed),
    });
    const ended = officeDaysAfter(filed, 35);
    yield give('penalty', id, 'RecordChallengeOutcome', at(ended), {
      outcome: isAnnulled ? 'ANNULLED' : 'UPHELD',
      decidedOn: day(ended),
      documentNumber: `惠府行复〔2021〕模拟${id}号`,
      reason: isAnnulled ? '事实不清，予以撤销〔模拟〕' : '事实清楚，程序合法〔模拟〕',
    });
    // What was annulled is neither paid nor published.
    if (isAnnulled) return;
    overOn = ended;
    if (!isPaidInTime) paidOn = officeDaysAfter(ended, 4);
  }
  if (!isPaidInTime) yield give('penalty', id, 'RecordPenaltyPerformed', at(paidOn), { performedOn: day(paidOn) });
  yield close(officeDaysAfter(paidOn > overOn ? paidOn : overOn, 5));
  yield* publicised(how.department, id, { decidedOn, paidOn, chance: chance.for('publicity') });
}

function challengeOf(luck: number): Challenge | undefined {
  const { review, lawsuit } = rates.penalties;
  if (luck < review) return 'REVIEW';
  return luck < review + lawsuit ? 'LAWSUIT' : undefined;
}
