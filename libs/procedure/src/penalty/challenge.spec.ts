import { describe, it } from '@jest/globals';
import { after, annulled, at, decided, toNotice, toService } from './testing-penalty.js';

const challenge = { remedy: 'REVIEW' as const, forum: '惠州市人民政府', filedOn: '2021-08-10' };
const challenged = { type: 'PenaltyChallenged', data: challenge } as const;
const outcome = { decidedOn: '2021-09-20', documentNumber: '惠府行复〔2021〕9号', reason: '事实清楚' };
const decidedAs = (result: 'UPHELD' | 'ANNULLED' | 'CHANGED' | 'UNLAWFUL') =>
  ({ type: 'ChallengeDecided', data: { outcome: result, ...outcome } }) as const;
const now = { now: '2022-06-01T00:00:00Z' };

describe('a challenge', () => {
  const file = { ...challenge, ...at('2021-08-10') };

  it('comes after service, one at a time', () => {
    after(...toService)
      .when('RecordChallenge', file)
      .then(challenged);
    after(...toNotice, decided)
      .when('RecordChallenge', file)
      .thenRefused('energy/no-penalty-yet');
    after(...toService, annulled)
      .when('RecordChallenge', file)
      .thenRefused('energy/penalty-annulled');
    after(...toService, challenged)
      .when('RecordChallenge', file)
      .thenNothing();
    after(...toService, challenged)
      .when('RecordChallenge', { ...file, remedy: 'LAWSUIT' })
      .thenRefused('energy/challenge-pending');
  });

  it('has sixty days for a review and six months for a lawsuit, unless the forum takes it nonetheless', () => {
    const on = (filedOn: string, remedy: 'REVIEW' | 'LAWSUIT') => ({ ...file, filedOn, remedy, ...at(filedOn) });
    after(...toService)
      .when('RecordChallenge', on('2021-09-22', 'REVIEW'))
      .thenTypes('PenaltyChallenged');
    after(...toService)
      .when('RecordChallenge', on('2021-09-23', 'REVIEW'))
      .thenRefused('energy/challenge-late', { rule: 'remedy/review@2017', facts: { dueOn: '2021-09-22' } });
    after(...toService)
      .when('RecordChallenge', { ...on('2021-09-23', 'REVIEW'), admittedLate: true })
      .thenTypes('PenaltyChallenged');
    after(...toService)
      .when('RecordChallenge', on('2022-01-24', 'LAWSUIT'), now)
      .thenTypes('PenaltyChallenged');
    after(...toService)
      .when('RecordChallenge', on('2022-01-25', 'LAWSUIT'), now)
      .thenRefused('energy/challenge-late');
  });

  it('goes on to court within fifteen days of the review', () => {
    const on = (filedOn: string) => ({ ...file, filedOn, remedy: 'LAWSUIT' as const, ...at(filedOn) });
    const reviewed = [...toService, challenged, decidedAs('UPHELD')];
    after(...reviewed)
      .when('RecordChallenge', on('2021-10-08'))
      .thenTypes('PenaltyChallenged');
    after(...reviewed)
      .when('RecordChallenge', on('2021-10-09'))
      .thenRefused('energy/challenge-late', {
        rule: 'remedy/lawsuit-after-review@2017',
        facts: { dueOn: '2021-10-08' },
      });
  });

  it('does not stop anything by itself; an order does', () => {
    const stay = {
      orderedBy: '惠州市人民政府',
      documentNumber: '惠府停〔2021〕1号',
      stayedFrom: '2021-08-15',
      ...at('2021-08-15'),
    };
    const { occurredAt: _, ...data } = stay;
    const stayed = { type: 'ExecutionStayed', data } as const;
    after(...toService, challenged)
      .when('RecordStay', stay)
      .then(stayed);
    after(...toService)
      .when('RecordStay', stay)
      .thenRefused('energy/no-penalty-yet');
    after(...toService, challenged, stayed)
      .when('RecordStay', stay)
      .thenNothing();
  });
});

describe('the outcome of a challenge', () => {
  const end = (result: 'UPHELD' | 'ANNULLED' | 'CHANGED' | 'UNLAWFUL') => ({
    outcome: result,
    ...outcome,
    ...at('2021-09-20'),
  });
  const pending = after(...toService, challenged);

  it('leaves the penalty, annuls it or changes it', () => {
    pending.when('RecordChallengeOutcome', end('UPHELD')).then(decidedAs('UPHELD'));
    pending.when('RecordChallengeOutcome', end('UNLAWFUL')).then(decidedAs('UNLAWFUL'), {
      type: 'PenaltyAnnulled',
      data: { annulledOn: '2021-09-20', reason: '事实清楚', documentNumber: '惠府行复〔2021〕9号' },
    });
    pending.when('RecordChallengeOutcome', end('ANNULLED')).thenTypes('ChallengeDecided', 'PenaltyAnnulled');
    pending
      .when('RecordChallengeOutcome', { ...end('CHANGED'), changedContent: '罚款六万元', changedFineFen: 6_000_000 })
      .then(decidedAs('CHANGED'), {
        type: 'PenaltyChanged',
        data: {
          content: '罚款六万元',
          fineFen: 6_000_000,
          changedOn: '2021-09-20',
          reason: '事实清楚',
          documentNumber: '惠府行复〔2021〕9号',
        },
      });
    pending.when('RecordChallengeOutcome', end('CHANGED')).thenRefused('energy/no-changed-content');
  });

  it('is recorded once, of what is pending', () => {
    after(...toService)
      .when('RecordChallengeOutcome', end('UPHELD'))
      .thenRefused('energy/no-penalty-yet');
    after(...toService, challenged, decidedAs('UPHELD'))
      .when('RecordChallengeOutcome', end('UPHELD'))
      .thenNothing();
    after(...toService, challenged, decidedAs('UPHELD'))
      .when('RecordChallengeOutcome', end('ANNULLED'))
      .thenRefused('energy/challenge-decided');
    pending
      .when('RecordChallengeOutcome', { ...end('UPHELD'), decidedOn: '2021-08-09' })
      .thenRefused('energy/before-its-cause');
  });
});
