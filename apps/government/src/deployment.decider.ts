import type { government } from '#contracts';
import { alreadySays, contentOf, type Decider } from '#decider';
import { keeping, type Said } from '#procedure';
import { basis, cameLate, dueWhenAsked, hasPassed } from './calendar.js';
import { isRepeated, mustHaveId } from './law.js';

type Events = government.Events<'deployment'>;

const clause = '3.1';
const deployments = {
  zh: '年度工作部署',
  en: 'deployment',
  clause,
  wayOut: { zh: '每个部门每年部署一次', en: 'A bureau deploys a year once' },
};
const idOf = ({ year, bureau }: { readonly year: number; readonly bureau: string }) => `${year}-${bureau}`;

/** The deployment of a bureau's year. Its id is year and bureau, so that a bureau deploys a year once (三(一)). */
export const deployment: Decider<Said<Events>, government.Commands<'deployment'>, Events> = {
  name: 'government.deployment',
  initial: {},

  decide: {
    RequireDeployment: (command, { DeploymentRequired, DepartmentWorkDeployed }, { id, occurredAt }) => {
      const { year, bureau } = command;
      mustHaveId('deployment', id, idOf(command), clause);
      const { due, rules } = dueWhenAsked(command, 'plan/deployment', occurredAt);
      const data = { year, bureau, due };
      if (DepartmentWorkDeployed || alreadySays(DeploymentRequired, data)) return [];
      return [{ type: 'DeploymentRequired', data, rules }];
    },

    DeployAnnualWork: (command, said, { id, occurredAt }) => {
      const work = contentOf(command);
      if (alreadySays(said.DepartmentWorkDeployed, work)) return [];
      mustHaveId('deployment', id, idOf(work), clause);
      isRepeated(said.DepartmentWorkDeployed, work, deployments);
      const rules = basis('plan/deployment', work.year, occurredAt);
      return [...unsaid(said, occurredAt), { type: 'DepartmentWorkDeployed', data: work, rules }];
    },

    PassDeploymentDeadline: ({ dueOn }, said, { now }) =>
      hasPassed(dueOn, waiting(said), now, clause) ? [{ type: 'DeploymentOverdue', data: { dueOn } }] : [],
  },

  evolve: keeping<Events>('DeploymentRequired', 'DepartmentWorkDeployed', 'DeploymentOverdue'),
};

const waiting = ({ DeploymentRequired, DepartmentWorkDeployed, DeploymentOverdue }: Said<Events>) => ({
  required: DeploymentRequired,
  isDone: DepartmentWorkDeployed !== undefined,
  isSaidOverdue: DeploymentOverdue !== undefined,
});

/** Being late is recorded, not forbidden. */
const unsaid = ({ DeploymentRequired, DeploymentOverdue }: Said<Events>, occurredAt: string) =>
  !DeploymentOverdue && DeploymentRequired && cameLate(DeploymentRequired, occurredAt)
    ? [{ type: 'DeploymentOverdue' as const, data: { dueOn: DeploymentRequired.due.rolledDue } }]
    : [];
