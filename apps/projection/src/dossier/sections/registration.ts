import { put } from '../../about.js';
import { said, section, type Said } from '../section.js';

interface Change extends Said {
  readonly kind: 'RENAMED' | 'RECODED';
  readonly from: string;
  readonly to: string;
  readonly on: string;
}

interface Passing extends Said {
  readonly uscc: string;
  readonly name: string;
  readonly manner: string;
  readonly scope: string;
  readonly on: string;
}

interface Site {
  readonly siteCode: string;
  readonly address?: string;
  readonly roles: Readonly<Record<string, { readonly uscc: string; readonly since: string }>>;
}

interface Registration {
  readonly changes: readonly Change[];
  /** Whose rights and duties it took over: what was imposed on them is in their dossiers, and inherited. */
  readonly inheritedFrom: readonly Passing[];
  readonly succeededBy: readonly Passing[];
  readonly sites: readonly Site[];
  readonly deregisteredOn?: string;
}

const site = (state: Registration, siteCode: string, change: (before: Site) => Site): Registration => ({
  ...state,
  sites: put(
    state.sites,
    (one) => one.siteCode === siteCode,
    (before = { siteCode, roles: {} }) => change(before),
  ),
});

/** What became of it as a legal person, and who is what at its sites. */
export const registration = section<Registration>({
  blank: { changes: [], inheritedFrom: [], succeededBy: [], sites: [] },
  when: {
    'marketRegulation.EnterpriseRenamed': (state, fact) => {
      const { formerName: from, enterprise, changedOn: on } = fact.data;
      const change: Change = { kind: 'RENAMED', from, to: enterprise.name, on, ...said(fact) };
      return { ...state, changes: [...state.changes, change] };
    },
    'marketRegulation.EnterpriseRecoded': (state, fact) => {
      const { formerUscc: from, enterprise, changedOn: on } = fact.data;
      const change: Change = { kind: 'RECODED', from, to: enterprise.uscc, on, ...said(fact) };
      return { ...state, changes: [...state.changes, change] };
    },
    // The same fact is filed with everybody whom it names: with one as an inheritance, with the others as their end.
    'marketRegulation.EnterpriseSucceeded': (state, fact, key) => {
      const { successor, from, manner, scope, succeededOn: on } = fact.data;
      const passing = ({ uscc, name }: Pick<Passing, 'uscc' | 'name'>): Passing => ({
        uscc,
        name,
        manner,
        scope,
        on,
        ...said(fact),
      });
      if (key !== successor.uscc) return { ...state, succeededBy: [...state.succeededBy, passing(successor)] };
      return { ...state, inheritedFrom: [...state.inheritedFrom, ...from.map(passing)] };
    },
    'marketRegulation.EnterpriseDeregistered': (state, { data }) => ({ ...state, deregisteredOn: data.deregisteredOn }),
    'marketRegulation.SiteRegistered': (state, { data }) => {
      const { siteCode, address, enterprise, owner, landlord, since } = data;
      const roles = {
        OPERATOR: { uscc: enterprise.uscc, since },
        ...(owner ? { OWNER: { uscc: owner, since } } : {}),
        ...(landlord ? { LANDLORD: { uscc: landlord, since } } : {}),
      };
      return site(state, siteCode, (before) => ({ ...before, address, roles }));
    },
    'marketRegulation.SiteRoleChanged': (state, { data }) => {
      const { siteCode, role, enterprise, since } = data;
      return site(state, siteCode, (before) => ({
        ...before,
        roles: { ...before.roles, [role]: { uscc: enterprise.uscc, since } },
      }));
    },
  },
});

/** Everybody in whose dossiers a change of persons is filed; nothing for other facts. */
export function personsOf({ type, data }: { readonly type: string; readonly data: any }): string[] | undefined {
  if (type === 'marketRegulation.EnterpriseSucceeded')
    return [data.successor.uscc, ...data.from.map(({ uscc }: { uscc: string }) => uscc)];
  if (type === 'marketRegulation.EnterpriseRecoded') return [data.enterprise.uscc, data.formerUscc];
  if (type === 'marketRegulation.SiteRoleChanged')
    return [...new Set([data.enterprise.uscc, ...(data.former ? [data.former] : [])])];
  return undefined;
}
