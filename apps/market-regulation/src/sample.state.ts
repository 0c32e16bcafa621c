import type { marketRegulation } from '#contracts';
import type { Bilingual, Refusal } from '#decider';
import { refusal } from './law.js';

export type Events = marketRegulation.Events<'sample'>;

/** Where a sample is on its way from the shelf to a finding that stands. */
export type Phase = 'none' | 'sampled' | 'passed' | 'failed' | 'served' | 'objected' | 'established';

export interface Sample {
  readonly phase: Phase;
  readonly sampled?: Events['ProductSampled'];
  readonly sampledOn?: string;
  readonly test?: Events['TestReported'];
  readonly served?: Events['TestResultServed'];
  readonly objection?: Events['TestObjectionFiled'];
  readonly recheck?: Events['RecheckReported'];
  readonly established?: Events['NonconformityEstablished'];
  readonly published?: Events['NonconformingProductPublished'];
  readonly publishedOn?: string;
  readonly withdrawn?: Events['NonconformingPublicationWithdrawn'];
  readonly sharedWith: readonly string[];
}

export const clause = '2.3.2';

const phases: Readonly<Record<Phase, Bilingual>> = {
  none: { zh: '尚未抽样', en: 'was not taken' },
  sampled: { zh: '已抽样，待检验', en: 'waits for its test' },
  passed: { zh: '合格', en: 'conforms' },
  failed: { zh: '检验不合格，结果尚未送达', en: 'failed its test, which was not served yet' },
  served: { zh: '不合格结果已送达，异议期内', en: 'failed its test; the time to object runs' },
  objected: { zh: '异议待复检', en: 'waits for its recheck' },
  established: { zh: '不合格已确定', en: 'was found not to conform, and that stands' },
};

/** The refusal of an act that has no place where the sample stands. */
export const outOfPhase = (
  code: string,
  act: Bilingual,
  { phase }: Sample,
  wayOut: Bilingual,
  rule?: string,
): Refusal =>
  refusal(
    code,
    { zh: `该样品${phases[phase].zh}，不能${act.zh}`, en: `The sample ${phases[phase].en}; ${act.en}` },
    { clause, ...(rule ? { rule } : {}), wayOut, facts: { phase } },
  );
