import { recordIdOf, type Recorded } from '#decider';

import { said, section, type Said } from '../section.js';

interface Project extends Said {
  readonly projectId: string;
  readonly projectName: string;
  readonly product: string;
  readonly decision: 'REVIEWED' | 'REFUSED';
  readonly capacitySwapDocument?: string;
  readonly ground?: string;
}

interface Projects {
  readonly projects: readonly Project[];
}

const decided =
  (decision: Project['decision']) =>
  ({ projects }: Projects, fact: Recorded): Projects => {
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
    return { projects: [...projects, project] };
  };

/** New capacity that it asked for, and the answer. */
export const projects = section<Projects>({
  blank: { projects: [] },
  when: {
    'developmentReform.NewCapacityProjectReviewed': decided('REVIEWED'),
    'developmentReform.NewCapacityProjectRefused': decided('REFUSED'),
  },
});
