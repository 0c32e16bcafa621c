import type { marketRegulation } from '#contracts';
import type { Bilingual, Decider, Refusal, RefusalGrounds } from '#decider';
import type { Due } from '#law';
import { refusal } from '../law.js';

export type Events = marketRegulation.Events<'case'>;

/** Where a case is on the ladder of Product Quality Law art. 17. */
export type Phase =
  | 'none'
  | 'unlicensed'
  | 'substandard'
  | 'correcting'
  | 'reported'
  | 'overdue'
  | 'noticed'
  | 'failed-after-notice'
  | 'suspended'
  | 'failed-after-suspension'
  | 'revoked'
  | 'closed';

export interface QualityCase {
  readonly phase: Phase;
  /** What each kind of fact said last, and its legal time. */
  readonly said: { readonly [Type in keyof Events]?: Events[Type] };
  readonly saidAt: { readonly [Type in keyof Events]?: string };
  readonly enterprise?: Events['UnlicensedProductionFound']['enterprise'];
  readonly foundOn?: string;
  readonly isSerious: boolean;
  /** The period in force: of the correction, or of the suspension. */
  readonly due?: Due;
}

export type Rules = Decider<QualityCase, marketRegulation.Commands<'case'>, Events>['decide'];

export const clause = '2.3.3';

const phases: Readonly<Record<Phase, Bilingual>> = {
  none: { zh: '尚未立案', en: 'has not begun' },
  unlicensed: { zh: '为无证生产案件', en: 'is one of production without a licence' },
  substandard: { zh: '已发现不合格，尚未责令改正', en: 'waits for an order to correct' },
  correcting: { zh: '改正期限内', en: 'is within the time to correct' },
  reported: { zh: '已报告改正，待复查', en: 'waits for the recheck' },
  overdue: { zh: '逾期未改正，待省级公告', en: 'is overdue and waits for the notice of the province' },
  noticed: { zh: '已公告，待复查', en: 'was named in a notice and waits for the recheck' },
  'failed-after-notice': { zh: '公告后复查不合格', en: 'failed the recheck after the notice' },
  suspended: { zh: '停业整顿中', en: 'is under suspension' },
  'failed-after-suspension': { zh: '整顿期满复查不合格', en: 'failed the recheck after the suspension' },
  revoked: { zh: '已吊销营业执照', en: 'ended with the business licence revoked' },
  closed: { zh: '已结案', en: 'is closed' },
};

/** The refusal of an act that has no place on the step where the case is. */
export const outOfPhase = (
  code: string,
  act: Bilingual,
  { phase }: QualityCase,
  grounds: RefusalGrounds & { readonly wayOut: Bilingual },
): Refusal =>
  refusal(
    code,
    { zh: `本案${phases[phase].zh}，不能${act.zh}`, en: `The case ${phases[phase].en}; it cannot be ${act.en}` },
    { clause, ...grounds, facts: { phase } },
  );
