import type { energy } from '#contracts';
import { Refusal, type Bilingual, type Circumstances, type Decider } from '#decider';
import { isOver, type Due } from '#law';

type Events = energy.Events<'case'>;

/** Where a case is on its way. `none` before it begins; `ordered` once the government has closed. */
export type Phase =
  | 'none'
  | 'tasked'
  | 'compliant'
  | 'violation'
  | 'eliminate'
  | 'rectifying'
  | 'extension-asked'
  | 'expired'
  | 'reported'
  | 'failed'
  | 'proposed'
  | 'suspended'
  | 'ordered'
  | 'closed';

/** One supervised enterprise, from the task to compliance, rectification or closure. */
export interface EnergyCase {
  readonly phase: Phase;
  /** What each kind of fact said last. */
  readonly said: { readonly [Type in keyof Events]?: Events[Type] };
  /** Legal time of that fact. */
  readonly saidAt: { readonly [Type in keyof Events]?: string };
  /** Day of the supervision. */
  readonly supervisedOn?: string;
  /** The deadline in force: the extended one once an extension is granted. */
  readonly due?: Due;
  /** Whether the expiry of the deadline in force is on record. */
  readonly hasExpired: boolean;
  /** The last re-inspection since the report, or since the suspension. */
  readonly reinspection?: Events['RectificationReinspected'];
  /** Whether rectification has failed, whatever followed. */
  readonly hasFailed: boolean;
  readonly yellow: 'none' | 'issued' | 'cleared';
  readonly proposals: readonly Events['ClosureProposed'][];
}

export type CaseDecider = Decider<EnergyCase, energy.Commands<'case'>, Events>;

/** Whether the deadline in force has passed when something happens. */
export const isPastDue = ({ due }: EnergyCase, { occurredAt }: Pick<Circumstances, 'occurredAt'>): boolean =>
  due !== undefined && isOver(due.rolledDue, occurredAt);

const phases: Readonly<Record<Phase, Bilingual>> = {
  none: { zh: '尚未立案', en: 'has not begun' },
  tasked: { zh: '已下达任务，尚未监察', en: 'is waiting for its supervision' },
  compliant: { zh: '监察合格', en: 'ended: the enterprise complies' },
  violation: { zh: '超限额，尚未责令整改', en: 'is over the limit and waits for an order' },
  eliminate: {
    zh: '发现淘汰设备，转入退出程序',
    en: 'is about eliminated equipment, which exits without rectification',
  },
  rectifying: { zh: '整改中', en: 'is in its rectification period' },
  'extension-asked': { zh: '延期申请待决定', en: 'waits for the decision on an extension' },
  expired: { zh: '整改期限已届满', en: 'has passed its rectification deadline' },
  reported: { zh: '已报告整改完成，待复查', en: 'waits for re-inspection' },
  failed: { zh: '整改不合格', en: 'has failed rectification' },
  proposed: { zh: '已提请关闭，待政府决定', en: 'waits for the government’s decision' },
  suspended: { zh: '停业整顿中', en: 'is under suspension' },
  ordered: { zh: '政府已责令关闭', en: 'was closed by the government' },
  closed: { zh: '整改合格，已结案', en: 'ended: rectification was accepted' },
};

/** The refusal of an act that has no place in the phase that the case is in. */
export const outOfPhase = (
  code: string,
  act: Bilingual,
  { phase }: EnergyCase,
  grounds: { readonly clause: string; readonly rule?: string; readonly wayOut: Bilingual },
): Refusal =>
  new Refusal(
    `energy/${code}`,
    { zh: `本案${phases[phase].zh}，不能${act.zh}`, en: `The case ${phases[phase].en}; it cannot be ${act.en}` },
    { ...grounds, facts: { phase } },
  );
