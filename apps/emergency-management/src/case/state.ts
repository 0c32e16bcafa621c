import type { emergencyManagement } from '#contracts';
import { alreadySays, type Bilingual, type Circumstances, type Decider, type Recorded, type Refusal } from '#decider';
import { dayOf } from '#law';
import { refusal } from '../law.js';

export type Events = emergencyManagement.Events<'case'>;

/** Where a case is on its way. */
export type Phase =
  | 'none'
  | 'opened'
  | 'removing'
  | 'cleared'
  | 'suspended'
  | 'applied'
  | 'fit'
  | 'resumed'
  | 'proposed'
  | 'suspended-by-government'
  | 'closed';

/** Hazards or unsafe conditions at one enterprise, from the finding to removal, resumption or closure. */
export interface SafetyCase {
  readonly phase: Phase;
  /** The phase to which a proposal that comes back returns the case. */
  readonly before: Phase;
  readonly openedOn?: string;
  /** What each kind of fact said last. */
  readonly said: { readonly [Type in keyof Events]?: Events[Type] };
  /** Legal time of that fact. */
  readonly saidAt: { readonly [Type in keyof Events]?: string };
  readonly isRemovalOverdue: boolean;
  readonly isSuspensionOver: boolean;
  /** Whether the last re-examination found the hazards still there. */
  readonly isStillThere: boolean;
  /** Whether an examination under the suspension found it unfit, and none fit since. */
  readonly isUnfit: boolean;
  /** What was found of orders that are not obeyed. */
  readonly disobeyed: {
    readonly [Order in Events['SafetyOrderDisobeyed']['order']]?: { readonly realDanger: boolean };
  };
  readonly power: 'on' | 'notified' | 'cut';
  readonly dailyFines: readonly Events['SafetyDailyFineDecided'][];
  readonly accidents: readonly Events['SafetyAccidentRecorded'][];
  readonly proposals: readonly Events['SafetyClosureProposed'][];
}

export type CaseDecider = Decider<SafetyCase, emergencyManagement.Commands<'case'>, Events>;

export const clause = '2.4.3';

const phases: Readonly<Record<Phase, Bilingual>> = {
  none: { zh: '尚未登记', en: 'has not been opened' },
  opened: { zh: '已登记，待处理', en: 'waits for an order' },
  removing: { zh: '隐患消除期内', en: 'waits for hazards to be removed' },
  cleared: { zh: '隐患已消除，已结案', en: 'ended: the hazards are gone' },
  suspended: { zh: '停产停业整顿中', en: 'is under suspension' },
  applied: { zh: '已申请恢复生产，待审查', en: 'waits for the examination of an application to resume' },
  fit: { zh: '审查合格，待同意恢复', en: 'was examined as fit and waits for consent' },
  resumed: { zh: '已恢复生产，已结案', en: 'ended: production resumed' },
  proposed: { zh: '已提请关闭，待政府决定', en: 'waits for the government’s decision' },
  'suspended-by-government': { zh: '政府已责令停业整顿', en: 'was suspended by the government' },
  closed: { zh: '政府已责令关闭', en: 'was closed by the government' },
};

/** The refusal of an act that has no place in the phase that the case is in. */
export const outOfPhase = (
  code: string,
  act: Bilingual,
  { phase }: SafetyCase,
  grounds: { readonly rule?: string; readonly wayOut: Bilingual },
): Refusal =>
  refusal(
    code,
    { zh: `本案${phases[phase].zh}，不能${act.zh}`, en: `The case ${phases[phase].en}; it cannot be ${act.en}` },
    { clause, ...grounds, facts: { phase } },
  );

/** Whether the case said exactly this at this very moment: the same act, told again. */
export const isSameMoment = <Type extends keyof Events>(
  { said, saidAt }: SafetyCase,
  type: Type,
  content: Partial<Events[Type]>,
  { occurredAt }: Pick<Circumstances, 'occurredAt'>,
): boolean => saidAt[type] === occurredAt && alreadySays<object>(said[type], content);

/** Facts of a record of this department, by type. */
export const factsOf = <Data extends object>(
  { consulted }: Circumstances,
  record: string,
  id: string | undefined,
  type: string,
): readonly Recorded<Data>[] =>
  id === undefined
    ? []
    : consulted(`emergencyManagement.${record}-${id}`).filter((fact) => fact.type.endsWith(`.${type}`));

/** The enterprise that the case is about. Only a case that was opened has one. */
export const enterpriseOf = ({ said }: SafetyCase) => said.SafetyCaseOpened!.enterprise;

/** A major hazard on record that is this enterprise's and has not been cleared. */
export function standingHazard(id: string | undefined, uscc: string, given: Circumstances): boolean {
  const [identified] = factsOf<emergencyManagement.MajorHazardIdentified>(
    given,
    'majorHazard',
    id,
    'MajorHazardIdentified',
  );
  const [cleared] = factsOf<emergencyManagement.MajorHazardCleared>(given, 'majorHazard', id, 'MajorHazardCleared');
  const isCleared = cleared !== undefined && cleared.data.clearedOn <= dayOf(given.occurredAt);
  return identified?.data.enterprise.uscc === uscc && !isCleared;
}

/** A penalty of this enterprise that was decided and stands; nothing when there is none under that id. */
export function standingPenalty(id: string | undefined, uscc: string, given: Circumstances) {
  const [decided] = factsOf<PenaltyDecided>(given, 'penalty', id, 'PenaltyDecided');
  const isAnnulled = factsOf(given, 'penalty', id, 'PenaltyAnnulled').length > 0;
  return decided?.data.enterprise.uscc === uscc && !isAnnulled ? decided.data : undefined;
}

type PenaltyDecided = emergencyManagement.Events<'penalty'>['PenaltyDecided'];
