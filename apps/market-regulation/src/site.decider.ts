import type { marketRegulation } from '#contracts';
import { alreadySays, contentOf, type Decider } from '#decider';
import { isRepeated, mustHaveCome, mustNotPrecede, refusal } from './law.js';

type Events = marketRegulation.Events<'site'>;
type Role = Events['SiteRoleChanged']['role'];

interface Site {
  readonly registered?: Events['SiteRegistered'];
  /** Who is what now, and the fact that says so. */
  readonly roles: Partial<Record<Role, { readonly uscc: string; readonly since: string }>>;
  readonly last?: Events['SiteRoleChanged'];
}

const clause = '3.2';

/** A site, by its HJ 608 code. Who operates it, who owns what stands there and who lets it may be three. */
export const site: Decider<Site, marketRegulation.Commands<'site'>, Events> = {
  name: 'marketRegulation.site',
  initial: { roles: {} },

  decide: {
    RegisterSite: (command, { registered }, { id, now }) => {
      const content = contentOf(command);
      if (isRepeated(registered, content, { zh: '场所', en: 'registration of the site', clause })) return [];
      if (id !== content.siteCode)
        throw refusal(
          'site-id',
          {
            zh: `场所记录的编号应为“${content.siteCode}”`,
            en: `The record of this site has the id ${content.siteCode}`,
          },
          {
            clause,
            wayOut: { zh: `提交至 sites/${content.siteCode}`, en: `Post it to sites/${content.siteCode}` },
            facts: { id, siteCode: content.siteCode },
          },
        );
      mustHaveCome(content.since, { now }, clause);
      return [{ type: 'SiteRegistered', data: content }];
    },

    ChangeSiteRole: (command, { registered, roles, last }, { now }) => {
      const content = contentOf(command);
      if (alreadySays(last, content)) return [];
      if (!registered)
        throw refusal(
          'site-unknown',
          { zh: '场所尚未登记', en: 'The site is not registered' },
          { clause, wayOut: { zh: '先登记场所（register-site）', en: 'Register it first: register-site' } },
        );
      const former = roles[content.role];
      if (former?.uscc === content.enterprise.uscc) return [];
      mustHaveCome(content.since, { now }, clause);
      if (former) mustNotPrecede(content.since, former.since, clause, '原角色起始', 'the former role');
      const data = { siteCode: registered.siteCode, ...content, ...(former ? { former: former.uscc } : {}) };
      return [{ type: 'SiteRoleChanged', data }];
    },
  },

  evolve: {
    SiteRegistered: (_, registered) => {
      const { enterprise, owner, landlord, since } = registered;
      return {
        registered,
        roles: {
          OPERATOR: { uscc: enterprise.uscc, since },
          ...(owner ? { OWNER: { uscc: owner, since } } : {}),
          ...(landlord ? { LANDLORD: { uscc: landlord, since } } : {}),
        },
      };
    },
    SiteRoleChanged: (state, last) => ({
      ...state,
      last,
      roles: { ...state.roles, [last.role]: { uscc: last.enterprise.uscc, since: last.since } },
    }),
  },

  subject: ({ registered, roles }) => ({
    uscc: roles.OPERATOR?.uscc ?? registered?.enterprise.uscc,
    siteId: registered?.siteCode,
  }),
};
