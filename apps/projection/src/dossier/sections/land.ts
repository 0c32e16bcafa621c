import { recordIdOf } from '#decider';
import { change, put } from '../../about.js';
import { said, section, type Said } from '../section.js';

interface LandProject extends Said {
  readonly projectId: string;
  readonly projectName: string;
  readonly category: string;
  readonly catalogueItem?: string;
  readonly landHectares: number;
  readonly result: string;
  readonly decision?: {
    readonly decision: 'SUPPLIED' | 'REFUSED';
    readonly documentNumber?: string;
    readonly ground?: string;
    readonly legalBasis?: string;
    readonly at: string;
  };
}

interface Restriction extends Said {
  readonly restrictionId: string;
  readonly state: 'RESTRICTED' | 'SHARED_ONLY' | 'LIFTED';
  readonly fact: string;
  readonly measure: string;
  readonly legalBasis?: string;
  readonly from?: string;
  readonly to?: string;
  readonly lifted?: { readonly at: string; readonly reason: string };
}

interface Land {
  readonly projects: readonly LandProject[];
  readonly restrictions: readonly Restriction[];
}

/** Land that its projects asked for, and what restricts its supply. */
export const land = section<Land>({
  blank: { projects: [], restrictions: [] },
  when: {
    'naturalResources.LandProjectScreened': (land, fact) => {
      const { projectName, category, catalogueItem, landHectares, result } = fact.data;
      const projectId = recordIdOf(fact);
      const project = { projectId, projectName, category, catalogueItem, landHectares, result, ...said(fact) };
      return { ...land, projects: [...land.projects, project] };
    },
    'naturalResources.LandSupplied': (land, fact) => ({
      ...land,
      projects: change(land.projects, ({ projectId }) => projectId === recordIdOf(fact), {
        decision: { decision: 'SUPPLIED', documentNumber: fact.data.documentNumber, at: fact.occurredAt },
      }),
    }),
    'naturalResources.LandRefused': (land, fact) => ({
      ...land,
      projects: change(land.projects, ({ projectId }) => projectId === recordIdOf(fact), {
        decision: {
          decision: 'REFUSED',
          ground: fact.data.ground,
          legalBasis: fact.data.legalBasis,
          at: fact.occurredAt,
        },
      }),
    }),
    'naturalResources.LandSupplyRestricted': (land, fact) => {
      const { restrictionId, fact: why, measure, legalBasis, from, to } = fact.data;
      const restriction: Restriction = {
        restrictionId,
        state: 'RESTRICTED',
        fact: why,
        measure,
        legalBasis,
        from,
        to,
        ...said(fact),
      };
      return {
        ...land,
        restrictions: put(
          land.restrictions,
          (one) => one.restrictionId === restrictionId,
          () => restriction,
        ),
      };
    },
    'naturalResources.LandInformationShared': (land, fact) => {
      const { restrictionId, fact: why, measure } = fact.data;
      const shared: Restriction = { restrictionId, state: 'SHARED_ONLY', fact: why, measure, ...said(fact) };
      return { ...land, restrictions: [...land.restrictions, shared] };
    },
    'naturalResources.LandRestrictionLifted': (land, { data, occurredAt }) => ({
      ...land,
      restrictions: change(land.restrictions, ({ restrictionId }) => restrictionId === data.restrictionId, {
        state: 'LIFTED',
        lifted: { at: occurredAt, reason: data.reason },
      }),
    }),
  },
});
