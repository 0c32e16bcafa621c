import type { credit } from '#contracts';
import { recordIdOf, type DeadlineChange, type Deadlines, type Recorded } from '#decider';
import { endOfDay } from '#law';
import type { Commands, Events, Platform } from './record.state.js';

type Term = Commands['PassTerm']['term'];
type Of<Type extends keyof Events> = Recorded<Events[Type]>;

const keyOf = (fact: Recorded, what: string): string => `record/${recordIdOf(fact)}/${what}`;

const pass = (fact: Recorded, what: string, term: Term, dueOn: string): DeadlineChange => {
  const data: Commands['PassTerm'] = { term, dueOn, occurredAt: endOfDay(dueOn) };
  return {
    set: { key: keyOf(fact, what), dueOn, record: 'record', id: recordIdOf(fact), command: 'PassTerm', data },
  };
};

const clear = (fact: Recorded, what: string): DeadlineChange => ({ clear: keyOf(fact, what) });

const display = (fact: Recorded, platform: Platform, until: string): DeadlineChange =>
  pass(fact, `display/${platform}`, 'DISPLAY', until);

/** Publish within seven working days, withdraw within three, stop when display has lasted long enough. 三(二). */
export const deadlines: Deadlines = {
  when: {
    'credit.CreditRecordOpened': (fact: Of<'CreditRecordOpened'>) => [
      pass(fact, 'publish', 'PUBLISH', fact.data.due.rolledDue),
    ],
    'credit.PublicationOverdue': (fact) => [clear(fact, 'publish')],
    'credit.ObjectionUpheld': (fact) => [clear(fact, 'publish')],
    'credit.LateExitNoted': (fact) => [clear(fact, 'publish')],
    'credit.AnnulmentNoted': (fact: Of<'AnnulmentNoted'>) => [
      clear(fact, 'publish'),
      ...(fact.data.due ? [pass(fact, 'withdraw', 'WITHDRAW', fact.data.due.rolledDue)] : []),
    ],
    'credit.WithdrawalOverdue': (fact) => [clear(fact, 'withdraw')],
    'credit.CreditInfoPushed': (fact: Of<'CreditInfoPushed'>) =>
      fact.data.displayUntil === undefined ? [] : [display(fact, fact.data.platform, fact.data.displayUntil)],
    'credit.CreditInfoPublished': (fact: Of<'CreditInfoPublished'>) => [
      clear(fact, 'publish'),
      display(fact, fact.data.platform, fact.data.displayUntil),
      ...(fact.data.mirrorDue ? [pass(fact, 'mirror', 'MIRROR', fact.data.mirrorDue.rolledDue)] : []),
      ...(fact.data.platform === 'CREDIT_CHINA' ? [clear(fact, 'mirror')] : []),
    ],
    'credit.MirrorOverdue': (fact) => [clear(fact, 'mirror')],
    'credit.CreditInfoCorrected': (fact: Of<'CreditInfoCorrected'>) =>
      (fact.data.displays ?? []).map(({ platform, displayUntil }) => display(fact, platform, displayUntil)),
    'credit.CreditInfoWithdrawn': (fact) => [
      clear(fact, 'withdraw'),
      ...platforms.map((platform) => clear(fact, `display/${platform}`)),
    ],
    'credit.DisplayResumed': (fact: Of<'DisplayResumed'>) =>
      fact.data.displays.map(({ platform, displayUntil }) => display(fact, platform, displayUntil)),
    'credit.SeriousListEntryRemoved': (fact: Recorded<credit.SeriousListEntryRemoved>) => [
      {
        set: {
          key: `serious-entry/${recordIdOf(fact)}/stop`,
          dueOn: fact.data.due.rolledDue,
          record: 'seriousEntry',
          id: recordIdOf(fact),
          command: 'PassListTerm',
          data: { dueOn: fact.data.due.rolledDue, occurredAt: endOfDay(fact.data.due.rolledDue) },
        },
      },
    ],
    'credit.ListDisplayStopped': (fact) => [{ clear: `serious-entry/${recordIdOf(fact)}/stop` }],
    'credit.ListDisplayOverdue': (fact) => [{ clear: `serious-entry/${recordIdOf(fact)}/stop` }],
    'credit.DisplayStopped': (fact: Of<'DisplayStopped'>) =>
      fact.data.platforms.map((platform) => clear(fact, `display/${platform}`)),
    'credit.CreditRestrictionApplied': (fact: Of<'CreditRestrictionApplied'>) => {
      const { field, to } = fact.data;
      if (to === undefined) return [];
      const data: Commands['LiftRestriction'] = { field, reason: 'EXPIRY', occurredAt: endOfDay(to) };
      const own = { record: 'record', id: recordIdOf(fact), command: 'LiftRestriction', data };
      return [{ set: { key: keyOf(fact, `restriction/${field}`), dueOn: to, ...own } }];
    },
    'credit.CreditRestrictionLifted': (fact: Of<'CreditRestrictionLifted'>) => [
      clear(fact, `restriction/${fact.data.field}`),
    ],
  },
};

const platforms: readonly Platform[] = ['CREDIT_GUANGDONG', 'NATIONAL_PLATFORM', 'CREDIT_CHINA', 'GSXT'];
