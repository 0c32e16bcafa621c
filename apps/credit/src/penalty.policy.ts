import { authorityOf } from '#codes';
import type { procedure } from '#contracts';
import { namespaceOf, recordIdOf, type OwnCommand, type Policy, type Recorded } from '#decider';
import { penalisers } from './penalisers.js';
import { creditRecordIdOf } from './record-id.js';
import type { Commands } from './record.state.js';

type Facts = procedure.Events<'penalty'>;

/** Every penalty is published, and what was annulled or changed is not published any longer. 三(二), Penalty Law art. 48. */
export const penaltyPolicy: Policy = {
  name: 'penalties-reach-the-credit-record',
  when: Object.fromEntries(penalisers.flatMap((department) => Object.entries(factsOf(department)))),
};

function factsOf(department: string): Policy['when'] {
  const own = <Name extends keyof Commands>(
    { stream }: Recorded,
    command: Name,
    data: Commands[Name],
  ): readonly OwnCommand[] => {
    const id = creditRecordIdOf('penalty', recordIdOf({ stream }), department);
    return [{ record: 'record', id, command, data }];
  };
  const type = (name: keyof Facts): string => `${namespaceOf(department)}.${name}`;
  return {
    [type('PenaltyDecided')]: (fact: Recorded<Facts['PenaltyDecided']>) =>
      own(fact, 'OpenCreditRecord', {
        occurredAt: fact.occurredAt,
        subject: 'PENALTY',
        origin: recordIdOf(fact),
        department,
        content: contentOf(fact.data, department),
      }),
    [type('PenaltyAnnulled')]: (fact: Recorded<Facts['PenaltyAnnulled']>) => {
      const { annulledOn, reason, documentNumber } = fact.data;
      return own(fact, 'NoteAnnulment', {
        occurredAt: fact.occurredAt,
        annulledOn,
        reason: `${documentNumber}：${reason}`,
      });
    },
    // A changed decision is no longer the one that was published; Penalty Law art. 48 withdraws it alike.
    [type('PenaltyChanged')]: (fact: Recorded<Facts['PenaltyChanged']>) => {
      const { changedOn, reason, documentNumber } = fact.data;
      return own(fact, 'NoteAnnulment', {
        occurredAt: fact.occurredAt,
        annulledOn: changedOn,
        reason: `${documentNumber}：${reason}`,
      });
    },
    [type('PenaltyChallenged')]: (fact: Recorded<Facts['PenaltyChallenged']>) => {
      const { remedy, forum, filedOn } = fact.data;
      return own(fact, 'NoteChallenge', { occurredAt: fact.occurredAt, remedy, forum, filedOn });
    },
    [type('ExecutionStayed')]: (fact: Recorded<Facts['ExecutionStayed']>) => {
      const { orderedBy, documentNumber, stayedFrom } = fact.data;
      return own(fact, 'NoteStay', { occurredAt: fact.occurredAt, orderedBy, documentNumber, stayedFrom });
    },
    [type('ChallengeDecided')]: (fact: Recorded<Facts['ChallengeDecided']>) => {
      const { outcome, decidedOn, documentNumber } = fact.data;
      return own(fact, 'NoteChallengeOutcome', { occurredAt: fact.occurredAt, outcome, decidedOn, documentNumber });
    },
  };
}

function contentOf(decision: Facts['PenaltyDecided'], department: string): Commands['OpenCreditRecord']['content'] {
  const { enterprise, legalRepresentative, documentNumber, violation, facts, legalBasis, kinds, content } = decision;
  const { fineFen, confiscatedFen, licence, decidedOn } = decision;
  const { name: authority, code: authorityCode, field } = authorityOf(department);
  return {
    enterprise,
    legalRepresentative,
    documentNumber,
    violation,
    facts,
    legalBasis,
    kinds,
    content,
    ...(fineFen === undefined ? {} : { fineFen }),
    ...(confiscatedFen === undefined ? {} : { confiscatedFen }),
    ...(licence === undefined ? {} : { licence }),
    decidedOn,
    authority,
    authorityCode,
    field,
  };
}
