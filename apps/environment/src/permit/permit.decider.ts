import type { FactOf } from '#decider';
import { apply, consultsOfApply } from './apply.decider.js';
import { consultsOfDecide, decide } from './decide.decider.js';
import { consultsOfEnd, end } from './end.decider.js';
import { live } from './live.decider.js';
import type { Events, Permit, PermitDecider, Status } from './state.js';

/** The discharge permit of one site, through its whole life. Regulation on Discharge Permits. */
export const permit: PermitDecider = {
  name: 'environment.permit',
  initial: {
    status: 'none',
    applications: {},
    rejections: {},
    overdue: [],
    dueForElimination: [],
    checks: {},
    said: {},
  },

  decide: { ...apply, ...decide, ...live, ...end },

  evolve: {
    PermitApplicationAccepted: (state, application) => ({
      ...state,
      pending: application,
      applications: { ...state.applications, [application.applicationId]: application },
    }),
    PermitApplicationRejected: (state, rejection) => ({
      ...state,
      rejections: { ...state.rejections, [rejection.applicationId]: rejection },
    }),
    PermitReviewOverdue: (state, { applicationId }) => ({ ...state, overdue: [...state.overdue, applicationId] }),
    DischargePermitIssued: (state, issued) => granted(say(state, 'DischargePermitIssued', issued), issued),
    DischargePermitRenewed: (state, renewed) => granted(say(state, 'DischargePermitRenewed', renewed), renewed),
    DischargePermitRefused: (state, refused) => ({
      ...say(state, 'DischargePermitRefused', refused),
      pending: undefined,
    }),
    DischargeRegistered: (state, registered) => ({ ...state, registered }),
    EliminationNoted: (state, { source, isDue }) => ({
      ...state,
      dueForElimination: [...state.dueForElimination.filter((one) => one !== source), ...(isDue ? [source] : [])],
    }),
    DischargePermitChanged: (state, changed) => ({
      ...say(state, 'DischargePermitChanged', changed),
      content: state.content && {
        ...state.content,
        enterprise: changed.enterprise,
        ...(changed.limits ? { limits: changed.limits } : {}),
      },
    }),
    DischargePermitExpired: (state, fact) => ended(say(state, 'DischargePermitExpired', fact), 'expired'),
    DischargePermitAnnulled: (state, fact) => ended(say(state, 'DischargePermitAnnulled', fact), 'annulled'),
    DischargePermitRevoked: (state, fact) => ended(say(state, 'DischargePermitRevoked', fact), 'revoked'),
    DischargePermitWithdrawn: (state, fact) => ended(say(state, 'DischargePermitWithdrawn', fact), 'withdrawn'),
    DischargePermitCancelled: (state, fact) => ended(say(state, 'DischargePermitCancelled', fact), 'cancelled'),
    PermitComplianceChecked: (state, check) => ({ ...state, checks: { ...state.checks, [check.checkId]: check } }),
    DischargeWithoutPermitFound: (state) => state,
  },

  subject: (_, siteCode) => ({ uscc: siteCode.slice(0, 18), siteId: siteCode }),

  consults: { ...consultsOfApply, ...consultsOfDecide, ...consultsOfEnd },
};

const say = <Type extends FactOf<Events>['type']>(state: Permit, type: Type, data: Events[Type]): Permit => ({
  ...state,
  said: { ...state.said, [type]: data },
});

const granted = (state: Permit, content: NonNullable<Permit['content']>): Permit => ({
  ...state,
  status: 'in-force',
  content,
  pending: undefined,
});

/** A permit that ended takes a pending renewal with it; the application of another kind waits on. */
const ended = (state: Permit, status: Status): Permit => ({
  ...state,
  status,
  ...(state.pending?.purpose === 'RENEWAL' ? { pending: undefined } : {}),
});
