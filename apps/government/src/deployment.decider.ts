import type { government } from '#contracts';
import { alreadySays, contentOf, Refusal, type Decider } from '#decider';
import { findRule, ruleRef } from '#law';

interface Deployment {
  readonly deployed?: government.DepartmentWorkDeployed;
}

const clause = '3.1';

/** The deployment of a bureau's year. Its id is year and bureau, so that a bureau deploys a year once (三(一)). */
export const deployment: Decider<Deployment, government.Commands<'deployment'>, government.Events<'deployment'>> = {
  name: 'government.deployment',
  initial: {},

  decide: {
    DeployAnnualWork: (command, { deployed }, { id, occurredAt }) => {
      const work = contentOf(command);
      if (alreadySays(deployed, work)) return [];
      const own = `${work.year}-${work.bureau}`;
      if (id !== own)
        throw new Refusal(
          'government/deployment-id',
          {
            zh: `${work.bureau}的${work.year}年度部署编号应为“${own}”，不是“${id}”`,
            en: `The deployment of ${work.bureau} for ${work.year} has the id ${own}, not ${id}`,
          },
          {
            clause,
            wayOut: { zh: `提交至 deployments/${own}`, en: `Post it to deployments/${own}` },
            facts: { id, expected: own },
          },
        );
      if (deployed)
        throw new Refusal(
          'government/already-deployed',
          {
            zh: `${work.bureau}已部署${work.year}年度工作（${deployed.documentNumber}）`,
            en: `${work.bureau} has deployed its work of ${work.year} (${deployed.documentNumber})`,
          },
          { clause, wayOut: { zh: '每个部门每年部署一次', en: 'A bureau deploys a year once' } },
        );
      // The plan sets the day for its own year. Being late is recorded, not forbidden.
      const row = findRule('plan/deployment', occurredAt);
      const rules = row?.dueOn?.startsWith(`${work.year}-`) ? [ruleRef(row)] : [];
      return [{ type: 'DepartmentWorkDeployed', data: work, rules }];
    },
  },

  evolve: { DepartmentWorkDeployed: (_, deployed) => ({ deployed }) },
};
