import { catalogue, type CommandsOf, type EventsOf } from '../catalogue.js';
import * as closure from './closure.js';
import * as deployment from './deployment.js';

export * from './closure.js';
export * from './deployment.js';

/** The people's government: the only one who closes (domain rule: departments propose, governments decide). */
export const language = catalogue({
  department: 'government',
  title: { zh: '人民政府', en: 'People’s government' },
  records: {
    closureProposal: {
      path: 'closure-proposals',
      id: 'proposalId',
      commands: {
        ReceiveClosureProposal: closure.ReceiveClosureProposal,
        ReturnClosureProposal: closure.ReturnClosureProposal,
        OrderSuspension: closure.OrderSuspension,
        OrderClosure: closure.OrderClosure,
      },
      events: {
        ClosureProposalReceived: closure.ClosureProposalReceived,
        ClosureProposalReturned: closure.ClosureProposalReturned,
        SuspensionOrdered: closure.SuspensionOrdered,
        ClosureOrdered: closure.ClosureOrdered,
      },
    },
    deployment: {
      path: 'deployments',
      id: 'deploymentId',
      commands: { DeployAnnualWork: deployment.DeployAnnualWork },
      events: { DepartmentWorkDeployed: deployment.DepartmentWorkDeployed },
    },
  },
});

export type Commands<Kind extends keyof (typeof language)['records']> = CommandsOf<typeof language, Kind>;
export type Events<Kind extends keyof (typeof language)['records']> = EventsOf<typeof language, Kind>;
