import type { Dossier } from '../dossier.projection.js';

/** A place of production with what stands on it; penalties and credit attach to the legal person. */
export interface SiteView {
  readonly siteCode: string;
  readonly address?: string;
  readonly roles: Readonly<Record<string, { readonly uscc: string; readonly since: string }>>;
  readonly permit?: string;
  readonly exits: readonly { readonly exitId: string; readonly line: string; readonly state: string }[];
  /** Where the dossier of this site alone is read. */
  readonly path: string;
}

/** Every site that a fact names, whether it was registered or not. */
export function sitesOf({ identity, registration, permits, exit }: Dossier, id: string): SiteView[] {
  const registered = new Map(registration.sites.map((site) => [site.siteCode, site]));
  const permitted = new Map(permits.permits.map(({ siteCode, state }) => [siteCode, state]));
  const codes = new Set([...identity.sites, ...registered.keys(), ...permitted.keys()]);
  return [...codes].sort().map((siteCode) => ({
    siteCode,
    address: registered.get(siteCode)?.address,
    roles: registered.get(siteCode)?.roles ?? {},
    permit: permitted.get(siteCode),
    exits: exit.files
      .filter(({ siteId }) => siteId === siteCode)
      .map(({ exitId, line, state }) => ({ exitId, line, state })),
    path: `/dossiers/${id}/sites/${siteCode}`,
  }));
}
