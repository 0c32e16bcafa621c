import { recordIdOf, type Recorded } from '#decider';
import { change, put } from '../../about.js';
import { said, section, type Said } from '../section.js';

interface Application extends Said {
  readonly applicationId: string;
  readonly purpose?: string;
  readonly state: 'ACCEPTED' | 'REJECTED' | 'OVERDUE' | 'GRANTED' | 'REFUSED';
  readonly decideBy?: string;
  readonly ground?: string;
  readonly reason?: string;
  /** Records that say the capacity is due for elimination. */
  readonly records?: readonly string[];
}

interface Check extends Said {
  readonly checkId: string;
  readonly result: string;
  readonly findings: string;
  readonly breaches?: readonly string[];
  readonly withoutPermit?: true;
}

interface Permit {
  readonly siteCode: string;
  readonly state: 'NONE' | 'IN_FORCE' | 'EXPIRED' | 'ANNULLED' | 'REVOKED' | 'WITHDRAWN' | 'CANCELLED' | 'REGISTERED';
  /** What the permit says: holder, validity, outlets, limits. */
  readonly content?: object;
  readonly applications: readonly Application[];
  readonly changes: readonly (Said & { readonly change: string; readonly isLate: boolean })[];
  /** How it ended, verb by verb: annulled and then cancelled are two. */
  readonly ends: readonly (Said & { readonly how: string })[];
  readonly dueForElimination: readonly { readonly source: string; readonly what: string }[];
  readonly checks: readonly Check[];
}

interface Permits {
  readonly permits: readonly Permit[];
}

const blank = (siteCode: string): Permit => ({
  siteCode,
  state: 'NONE',
  applications: [],
  changes: [],
  ends: [],
  dueForElimination: [],
  checks: [],
});

type Fold = (permit: Permit, fact: Recorded) => Permit;

const onSite =
  (fold: Fold) =>
  ({ permits }: Permits, fact: Recorded): Permits => {
    const site = recordIdOf(fact);
    return {
      permits: put(
        permits,
        ({ siteCode }) => siteCode === site,
        (permit = blank(site)) => fold(permit, fact),
      ),
    };
  };

const applied = (permit: Permit, applicationId: string, changed: Partial<Application>): Permit => ({
  ...permit,
  applications: change(permit.applications, (one) => one.applicationId === applicationId, changed),
});

const asks =
  (state: Application['state']): Fold =>
  (permit, fact) => {
    const { applicationId, purpose, due, ground, reason } = fact.data;
    const application: Application = {
      applicationId,
      purpose,
      state,
      decideBy: due?.rolledDue,
      ground,
      reason,
      ...said(fact),
    };
    return { ...permit, applications: [...permit.applications, application] };
  };

const granted: Fold = (permit, fact) => {
  const { applicationId, ...content } = fact.data;
  return { ...applied(permit, applicationId, { state: 'GRANTED' }), state: 'IN_FORCE', content };
};

const ends =
  (state: Permit['state']): Fold =>
  (permit, fact) => ({ ...permit, state, ends: [...permit.ends, { how: state, ...fact.data, ...said(fact) }] });

/** Discharge permits, one a site, through their whole life, and how they were kept. */
export const permits = section<Permits>({
  blank: { permits: [] },
  when: {
    'environment.PermitApplicationAccepted': onSite(asks('ACCEPTED')),
    'environment.PermitApplicationRejected': onSite(asks('REJECTED')),
    'environment.PermitReviewOverdue': onSite((permit, { data }) =>
      applied(permit, data.applicationId, { state: 'OVERDUE' }),
    ),
    'environment.DischargePermitIssued': onSite(granted),
    'environment.DischargePermitRenewed': onSite(granted),
    'environment.DischargePermitRefused': onSite((permit, { data: { applicationId, ground, reason, records } }) =>
      applied(permit, applicationId, { state: 'REFUSED', ground, reason, records }),
    ),
    'environment.DischargeRegistered': onSite((permit, { data }) => ({
      ...permit,
      state: 'REGISTERED',
      content: data,
    })),
    'environment.DischargePermitChanged': onSite((permit, fact) => {
      const { change: what, isLate, enterprise, limits } = fact.data;
      return {
        ...permit,
        content: { ...permit.content, enterprise, ...(limits ? { limits } : {}) },
        changes: [...permit.changes, { change: what, isLate, ...said(fact) }],
      };
    }),
    'environment.DischargePermitExpired': onSite(ends('EXPIRED')),
    'environment.DischargePermitAnnulled': onSite(ends('ANNULLED')),
    'environment.DischargePermitRevoked': onSite(ends('REVOKED')),
    'environment.DischargePermitWithdrawn': onSite(ends('WITHDRAWN')),
    'environment.DischargePermitCancelled': onSite(ends('CANCELLED')),
    'environment.EliminationNoted': onSite((permit, { data: { source, what, isDue } }) => ({
      ...permit,
      dueForElimination: [
        ...permit.dueForElimination.filter((one) => one.source !== source),
        ...(isDue ? [{ source, what }] : []),
      ],
    })),
    'environment.PermitComplianceChecked': onSite((permit, fact) => {
      const { checkId, result, findings, breaches } = fact.data;
      return { ...permit, checks: [...permit.checks, { checkId, result, findings, breaches, ...said(fact) }] };
    }),
    'environment.DischargeWithoutPermitFound': onSite((permit, { data }) => ({
      ...permit,
      checks: change(permit.checks, ({ checkId }) => checkId === data.checkId, { withoutPermit: true }),
    })),
  },
});
