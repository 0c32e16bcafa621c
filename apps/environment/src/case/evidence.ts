import type { environment } from '#contracts';
import type { Circumstances, Recorded } from '#decider';
import { dayOf, ruleRef } from '#law';
import { cite, lawOn, refusal } from '../law.js';
import { clause } from './state.js';

type Violation = Pick<environment.FindViolation, 'kind' | 'source' | 'sourceId' | 'itemId' | 'enterprise'>;
type Source = Violation['source'];

/** What a record shows. `isReviewed` is false of a monitor’s data that nobody passed as evidence. */
interface Shown {
  readonly exceedance?: environment.Exceedance;
  readonly isReviewed?: boolean;
  readonly withoutPermit?: boolean;
}

const streams: Readonly<Record<Source, string>> = {
  INSPECTION: 'environment.inspection',
  SAMPLE: 'environment.inspection',
  MONITOR: 'environment.monitor',
  PERMIT_CHECK: 'environment.permit',
  EIA: 'environment.eia',
};

export const evidenceStream = ({ source, sourceId }: Pick<Violation, 'source' | 'sourceId'>): string =>
  `${streams[source]}-${sourceId}`;

const shows: Readonly<Record<Source, (history: readonly Recorded[], itemId?: string) => Shown | undefined>> = {
  INSPECTION: (history) => (last(history, 'EnvInspectionConducted')?.result === 'SUSPECTED' ? {} : undefined),

  SAMPLE: (history, itemId) => {
    const over = history
      .filter(
        ({ type, data }) => type === 'environment.SampleResultReported' && data.sampleId === itemId && data.isOver,
      )
      .map(({ data }): environment.Exceedance => exceedanceIn(data))
      .sort((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0));
    return over[0] && { exceedance: over[0] };
  },

  MONITOR: (history, itemId) => {
    const about = history.filter(({ data }) => data.alertId === itemId);
    const exceeded = last(about, 'AutoMonitorExceedanceDetected');
    if (!exceeded && !last(about, 'AutoMonitorDataAnomalyFlagged')) return undefined;
    const isReviewed = last(about, 'AutoMonitorDataReviewed')?.isEvidence === true;
    return { isReviewed, ...(exceeded ? { exceedance: exceeded.exceedance } : {}) };
  },

  PERMIT_CHECK: (history, itemId) => {
    const about = history.filter(({ data }) => data.checkId === itemId);
    if (last(about, 'PermitComplianceChecked')?.result !== 'NOT_COMPLIANT') return undefined;
    return { withoutPermit: last(about, 'DischargeWithoutPermitFound') !== undefined };
  },

  EIA: (history) => (last(history, 'UnapprovedConstructionFound') ? {} : undefined),
};

const last = (history: readonly Recorded[], type: string): any =>
  history.findLast((fact) => fact.type === `environment.${type}`)?.data;

const exceedanceIn = ({ pollutant, value, limit, unit, ratio, standardNumber }: environment.Exceedance) => ({
  pollutant,
  value,
  limit,
  unit,
  ...(ratio === undefined ? {} : { ratio }),
  standardNumber,
});

/** What the evidence on record shows of a violation. Refuses one that it does not show. */
export function shownBy(violation: Violation, given: Circumstances) {
  const { kind, source, itemId, enterprise } = violation;
  const history = given.consulted(evidenceStream(violation));
  const day = dayOf(given.occurredAt);
  const shown = shows[source](history, itemId);
  const owner = history.map((fact) => fact.uscc ?? fact.data.enterprise?.uscc).find((uscc) => uscc !== undefined);
  const facts = { source, sourceId: violation.sourceId, itemId: itemId ?? null };
  if (!shown || (owner !== undefined && owner !== enterprise.uscc))
    throw refusal(
      shown ? 'evidence-of-another' : 'no-evidence',
      shown
        ? {
            zh: `该证据属于${owner}，不属于${enterprise.uscc}`,
            en: `The evidence is about ${owner}, not ${enterprise.uscc}`,
          }
        : { zh: '所列记录没有显示该违法行为', en: 'The record that is named does not show this violation' },
      {
        clause,
        wayOut: {
          zh: '先记录检查、检测结果、报警审核或者按证检查，并填写其编号',
          en: 'Record the inspection, test, reviewed alert or check first, and name it',
        },
        facts,
      },
    );
  const evidence = lawOn('environment/automatic-evidence', day);
  if (shown.isReviewed === false)
    throw refusal(
      'not-reviewed',
      {
        zh: '自动监测数据未经法制和技术审核，不得作为证据',
        en: 'What a monitor showed is no evidence before its legal and technical review was passed',
      },
      {
        ...cite(evidence, clause),
        wayOut: {
          zh: '先审核该报警（review-monitoring-data）；未通过的另行取证',
          en: 'Review the alert first (review-monitoring-data); if it fails, find other evidence',
        },
        facts,
      },
    );
  mustFit(kind, source, shown);
  const rules = shown.isReviewed ? [ruleRef(evidence)] : [];
  return { exceedance: shown.exceedance ? exceedanceIn(shown.exceedance) : undefined, rules };
}

/** A standard is exceeded by what was measured; discharge without a permit, and building without approval, by a check. */
function mustFit(kind: Violation['kind'], source: Source, { exceedance, withoutPermit }: Shown): void {
  const lacks =
    (kind === 'AIR_STD' || kind === 'WATER_STD') && !exceedance
      ? {
          zh: '超标认定应以检测结果或者审核通过的自动监测数据为据',
          en: 'A standard is exceeded by a test or a reviewed average',
        }
      : kind === 'NO_PERMIT' && !withoutPermit
        ? { zh: '无证排污应以按证检查的发现为据', en: 'Discharge without a permit is shown by a check that found it' }
        : (kind === 'UNAPPROVED_CONSTRUCTION') !== (source === 'EIA')
          ? {
              zh: '未批先建以环评记录为据，环评记录也只证明未批先建',
              en: 'Building without approval is shown by the assessment’s record, and nothing else is',
            }
          : undefined;
  if (!lacks) return;
  throw refusal('evidence-does-not-fit', lacks, {
    clause,
    wayOut: { zh: '更正违法类型或者证据来源', en: 'Correct the kind of violation, or its source' },
    facts: { kind, source },
  });
}
