import { recordIdOf, type Recorded } from '#decider';

import { put } from '../../about.js';
import { said, section, type Said } from '../section.js';

interface Project extends Said {
  readonly projectId: string;
  readonly projectName: string;
  readonly product: string;
  readonly decision: 'REVIEWED' | 'REFUSED';
  readonly capacitySwapDocument?: string;
  readonly ground?: string;
}

/** The environmental impact assessment of a project, and whether anybody built before it was approved. */
interface Assessment extends Said {
  readonly projectId: string;
  readonly projectName: string;
  readonly state: 'SUBMITTED' | 'APPROVED' | 'REFUSED' | 'NONE';
  readonly documentNumber?: string;
  readonly ground?: string;
  readonly startedOn?: string;
  readonly isUnapproved?: true;
}

interface Projects {
  readonly projects: readonly Project[];
  readonly assessments: readonly Assessment[];
}

const decided =
  (decision: Project['decision']) =>
  (state: Projects, fact: Recorded): Projects => {
    const { projectName, product, capacitySwapDocument, ground } = fact.data;
    const project = {
      projectId: recordIdOf(fact),
      projectName,
      product,
      decision,
      capacitySwapDocument,
      ground,
      ...said(fact),
    };
    return { ...state, projects: [...state.projects, project] };
  };

const assessed =
  (tells: (data: any) => Partial<Assessment>) =>
  (state: Projects, fact: Recorded): Projects => {
    const projectId = recordIdOf(fact);
    return {
      ...state,
      assessments: put(
        state.assessments,
        (one) => one.projectId === projectId,
        (one) => ({
          ...(one ?? { projectId, projectName: fact.data.projectName, state: 'NONE' }),
          ...tells(fact.data),
          ...said(fact),
        }),
      ),
    };
  };

/** New capacity that it asked for and the answer, and what environment said of its projects. */
export const projects = section<Projects>({
  blank: { projects: [], assessments: [] },
  when: {
    'developmentReform.NewCapacityProjectReviewed': decided('REVIEWED'),
    'developmentReform.NewCapacityProjectRefused': decided('REFUSED'),
    'environment.EiaSubmitted': assessed(() => ({ state: 'SUBMITTED' })),
    'environment.EiaApproved': assessed(({ documentNumber }) => ({ state: 'APPROVED', documentNumber })),
    'environment.EiaRefused': assessed(({ documentNumber, ground }) => ({ state: 'REFUSED', documentNumber, ground })),
    'environment.ConstructionStarted': assessed(({ startedOn }) => ({ startedOn })),
    'environment.UnapprovedConstructionFound': assessed(({ startedOn }) => ({ startedOn, isUnapproved: true })),
  },
});
