import type { environment } from '#contracts';
import { alreadySays, contentOf, type Decider } from '#decider';
import { dayOf } from '#law';
import { exceedanceOf } from './exceedance.js';
import { enoughOfficers, isRepeated, mustHaveCome, refusal } from './law.js';

type Events = environment.Events<'inspection'>;

interface Inspection {
  readonly conducted?: Events['EnvInspectionConducted'];
  readonly samples: Readonly<Record<string, Events['SampleTaken']>>;
  readonly results: readonly Events['SampleResultReported'][];
}

const clause = '2.2.2';

/** One look at one site: who looked, what was sampled, what the laboratory found (二(二)2). */
export const inspection: Decider<Inspection, environment.Commands<'inspection'>, Events> = {
  name: 'environment.inspection',
  initial: { samples: {}, results: [] },

  decide: {
    RecordInspection: (command, { conducted }, given) => {
      // Nothing leads back to a tip: what was looked at because of one is ordinary supervision. 四(三)
      const kind = command.kind === 'TIP' ? 'ROUTINE' : command.kind;
      const visit = { ...contentOf(command), kind };
      if (isRepeated<object>(conducted, visit, { zh: '检查', en: 'inspection', clause })) return [];
      if (visit.kind === 'CAMPAIGN') mustBeInThePlan(visit, given);
      const rules = visit.kind === 'NON_SITE' ? [] : [enoughOfficers(given, clause)];
      return [{ type: 'EnvInspectionConducted', data: visit, rules }];
    },

    TakeSample: (command, { conducted, samples }, given) => {
      const sample = contentOf(command);
      if (isRepeated<object>(samples[sample.sampleId], sample, { zh: '样品', en: 'sample of this number', clause }))
        return [];
      if (!conducted) throw noInspection();
      mustHaveCome(dayOf(sample.takenAt), given, clause);
      return [{ type: 'SampleTaken', data: sample, rules: [enoughOfficers(given, clause)] }];
    },

    ReportSampleResult: (command, { samples, results }) => {
      const { sampleId, reportNumber, ...measured } = contentOf(command);
      const result = { sampleId, reportNumber, ...exceedanceOf(measured), isOver: measured.value > measured.limit };
      const known = results.find((one) => one.sampleId === sampleId && one.pollutant === measured.pollutant);
      if (alreadySays(known, result)) return [];
      const sample = samples[sampleId];
      if (known || !sample?.pollutants.includes(measured.pollutant))
        throw refusal(
          known ? 'already-tested' : 'not-sampled',
          known
            ? {
                zh: `样品${sampleId}的${measured.pollutant}已有检测结果`,
                en: `${measured.pollutant} of ${sampleId} is reported`,
              }
            : {
                zh: `样品${sampleId}未列${measured.pollutant}`,
                en: `No sample ${sampleId} was taken for ${measured.pollutant}`,
              },
          {
            clause,
            wayOut: known
              ? { zh: '复检使用新的样品编号', en: 'A second test takes a sample number of its own' }
              : { zh: '先登记采样及检测项目', en: 'Record the sample and what it is tested for first' },
            facts: { sampleId, pollutant: measured.pollutant },
          },
        );
      return [{ type: 'SampleResultReported', data: result }];
    },
  },

  evolve: {
    EnvInspectionConducted: (state, conducted) => ({ ...state, conducted }),
    SampleTaken: (state, sample) => ({ ...state, samples: { ...state.samples, [sample.sampleId]: sample } }),
    SampleResultReported: (state, result) => ({ ...state, results: [...state.results, result] }),
  },

  subject: ({ conducted }) => ({ uscc: conducted?.enterprise.uscc, siteId: conducted?.enterprise.siteId }),

  consults: {
    RecordInspection: ({ kind, planId }) =>
      kind === 'CAMPAIGN' && planId ? [`environment.enforcementPlan-${planId}`] : [],
  },
};

function mustBeInThePlan(
  { planId, campaign }: Pick<environment.RecordInspection, 'planId' | 'campaign'>,
  { consulted }: { readonly consulted: (stream: string) => readonly { readonly type: string; readonly data: any }[] },
): void {
  const plan = planId
    ? consulted(`environment.enforcementPlan-${planId}`).find(
        ({ type }) => type === 'environment.EnvEnforcementPlanAdopted',
      )
    : undefined;
  if (campaign && plan?.data.campaigns.includes(campaign)) return;
  throw refusal(
    'no-such-campaign',
    {
      zh: `年度执法计划${planId ?? ''}没有专项行动“${campaign ?? ''}”`,
      en: `The enforcement plan ${planId ?? ''} has no campaign "${campaign ?? ''}"`,
    },
    {
      clause,
      wayOut: {
        zh: '填写已制定的计划 planId 与其中的专项行动名称，或者按日常检查记录',
        en: 'Name an adopted plan and a campaign of it, or record an ordinary inspection',
      },
      facts: { planId: planId ?? null, campaign: campaign ?? null },
    },
  );
}

const noInspection = () =>
  refusal(
    'no-inspection',
    { zh: '没有该次检查的记录', en: 'No such inspection is on record' },
    { clause, wayOut: { zh: '先记录检查', en: 'Record the inspection first' } },
  );
