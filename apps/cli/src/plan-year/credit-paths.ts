import { officeDay, officeDaysAfter } from './office-time.js';
import * as credit from './credit-record.js';
import * as penalty from './penalty.js';
import type { Story } from './step.js';
import { addDays } from '#law';

const recordOf = (p: penalty.Penalised): credit.Credited => ({
  id: credit.recordOf('penalty', p.id),
  chance: p.chance,
});

/** From the decision to the platform's receipt, in office days after the decision. */
function* collectedAndPushed(p: penalty.Penalised, decidedOn: string): Story {
  const record = recordOf(p);
  yield* credit.notified(record, officeDaysAfter(decidedOn, 1));
  yield* credit.collected(record, officeDaysAfter(decidedOn, 2));
  yield* credit.pushed(record, officeDaysAfter(decidedOn, 3));
}

function* punished(p: penalty.Penalised, how: penalty.Punishment, decidedOn: string): Story {
  yield* penalty.noticed(p, how, officeDay(addDays(decidedOn, -16)));
  yield* penalty.decided(p, how, decidedOn);
}

/** Shown by the platform on the sixth office day after the decision: in time. */
export function* publishedInTime(p: penalty.Penalised, decidedOn: string): Story {
  const record = recordOf(p);
  yield* collectedAndPushed(p, decidedOn);
  yield* credit.acknowledged(record, officeDaysAfter(decidedOn, 4));
  yield* credit.published(record, officeDaysAfter(decidedOn, 6));
}

/** A penalty as most of them go: noticed, decided, published in time, served and performed. */
export function* ordinaryPenalty(p: penalty.Penalised, around: string): Story {
  const decidedOn = officeDay(around);
  yield* punished(p, p.chance.pick([penalty.warning, penalty.largeFine]), decidedOn);
  yield* publishedInTime(p, decidedOn);
  yield* penalty.served(p, officeDaysAfter(decidedOn, 7));
  yield* penalty.performed(p, officeDaysAfter(decidedOn, 7 + p.chance.between(1, 10)), 'in-due-course');
}

/** Each way of a penalty through credit that no golden scenario takes. */
export const creditPaths: Readonly<Record<string, (p: penalty.Penalised) => Story>> = {
  /** Annulled after publication, withdrawn within three working days. */
  'PEN-ANNULLED': function* (p) {
    const record = recordOf(p);
    yield* punished(p, penalty.largeFine, '2021-08-05');
    yield* collectedAndPushed(p, '2021-08-05');
    yield* credit.acknowledged(record, '2021-08-11');
    yield* credit.published(record, '2021-08-12');
    yield* penalty.annulled(p, '2021-09-13');
    yield* credit.withdrawn(record, '2021-09-15');
  },

  /** The subject objects in vain; it is published and later corrected, old and new both kept. */
  'PEN-OBJECTED': function* (p) {
    const record = recordOf(p);
    yield* punished(p, penalty.smallFine, '2021-07-20');
    yield* credit.notified(record, '2021-07-21');
    yield* credit.objected(record, '2021-07-22');
    yield* credit.objectionAnswered(record, '2021-07-23', 'REJECTED');
    yield* credit.collected(record, '2021-07-26');
    yield* credit.pushed(record, '2021-07-27');
    yield* credit.acknowledged(record, '2021-07-28');
    yield* credit.published(record, '2021-07-29');
    yield* credit.published(record, '2021-08-02', 'NATIONAL_PLATFORM');
    yield* credit.published(record, '2021-08-04', 'CREDIT_CHINA');
    yield* credit.corrected(record, '2021-08-18', credit.contentOf(p, penalty.smallFine, '2021-07-20'));
  },

  /** The objection is upheld: nothing is published. */
  'PEN-DROPPED': function* (p) {
    const record = recordOf(p);
    yield* punished(p, penalty.warning, '2021-08-17');
    yield* credit.notified(record, '2021-08-18');
    yield* credit.objected(record, '2021-08-20');
    yield* credit.objectionAnswered(record, '2021-08-25', 'UPHELD');
  },

  /** The platform sends it back, it is corrected and pushed again, and is late. */
  'PEN-REJECTED': function* (p) {
    const record = recordOf(p);
    yield* punished(p, penalty.largeFine, '2021-10-13');
    yield* collectedAndPushed(p, '2021-10-13');
    yield* credit.rejected(record, '2021-10-19', 1, 'CF_SY', '违法事实过于简略');
    yield* credit.corrected(record, '2021-10-21', credit.contentOf(p, penalty.largeFine, '2021-10-13'));
    yield* credit.pushed(record, '2021-10-22');
    yield* credit.acknowledged(record, '2021-10-25', 2);
    yield* credit.published(record, '2021-10-27');
    yield* penalty.served(p, '2021-10-28');
    yield* credit.repairAsked(record, '2022-01-13', '2021-11-02');
    yield* credit.repairDecided(record, '2022-01-20', 'REFUSED');
  },
};
