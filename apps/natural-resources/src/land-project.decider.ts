import type { naturalResources } from '#contracts';
import { alreadySays, contentOf, fold, type Circumstances, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { keeping, type Said } from '#procedure';
import { isRestricted, landFile } from './land-file.decider.js';
import { cite, isRepeated, lawOn, mustHaveCome, mustNameLaw, refusal } from './law.js';

type Commands = naturalResources.Commands<'landProject'>;
type Events = naturalResources.Events<'landProject'>;
type Project = Said<Events>;

const clause = '2.5.1';

/** A project that asks for land: its technology is screened, then land is supplied or refused (二(五)1). */
export const landProject: Decider<Project, Commands, Events> = {
  name: 'naturalResources.landProject',
  initial: {},

  decide: {
    ScreenLandProject: (command, { LandProjectScreened: screened }, { occurredAt }) => {
      const screening = contentOf(command);
      const { category, catalogueItem } = screening;
      const result = category === 'ELIMINATION' ? ('OUTDATED' as const) : ('MEETS_POLICY' as const);
      const what = { zh: '用地项目筛查', en: 'screening', clause };
      if (isRepeated<object>(screened, { catalogueItem: undefined, ...screening, result }, what)) return [];
      const rule = lawOn('land/technology-screening', dayOf(occurredAt));
      if ((category === 'ELIMINATION' || category === 'RESTRICTED') && catalogueItem === undefined)
        throw refusal(
          'no-catalogue-item',
          {
            zh: '限制类、淘汰类应写明目录条目',
            en: 'What is restricted or to be eliminated is so by an item of the catalogue',
          },
          {
            ...cite(rule, clause),
            wayOut: {
              zh: '在 catalogueItem 中写明《产业结构调整指导目录（2019年本）》条目',
              en: 'Name the item of the 2019 catalogue in `catalogueItem`',
            },
          },
        );
      return [{ type: 'LandProjectScreened', data: { ...screening, result }, rules: [ruleRef(rule)] }];
    },

    SupplyLand: (command, project, given) => {
      const supply = contentOf(command);
      if (alreadySays(project.LandSupplied, supply)) return [];
      mustBeScreenedAndOpen(project, { zh: '供地', en: 'supplied' });
      mustHaveCome(supply.approvedOn, given, clause);
      if (project.LandProjectScreened!.result === 'OUTDATED')
        throw refusal(
          'outdated-capacity',
          { zh: '筛查为落后产能的项目不得供地', en: 'A project of outdated capacity is supplied with no land' },
          {
            ...cite(lawOn('land/technology-screening', supply.approvedOn), clause),
            wayOut: {
              zh: '不予供地；更改工艺的另行申请筛查',
              en: 'Refuse it; changed technology is screened as a new project',
            },
          },
        );
      if (isUnderRestriction(project, given, supply.approvedOn))
        throw refusal(
          'land-restricted',
          { zh: '该企业土地供应受限', en: 'Land supply of the enterprise is restricted' },
          {
            ...cite(lawOn('land/restriction-needs-basis', supply.approvedOn), clause),
            wayOut: { zh: '限制解除后再行供地', en: 'Supply it once the restriction is lifted' },
          },
        );
      const rule = lawOn('land/technology-screening', supply.approvedOn);
      return [{ type: 'LandSupplied', data: supply, rules: [ruleRef(rule)] }];
    },

    RefuseLand: (command, project, given) => {
      const refused = contentOf(command);
      if (alreadySays(project.LandRefused, refused)) return [];
      mustBeScreenedAndOpen(project, { zh: '不予供地', en: 'refused' });
      const day = dayOf(given.occurredAt);
      mustNameLaw(refused.legalBasis, clause, day);
      if (project.LandProjectScreened!.result !== 'OUTDATED' && !isUnderRestriction(project, given, day))
        throw refusal(
          'no-ground-to-refuse',
          {
            zh: '筛查未见落后产能，企业土地供应亦未受限',
            en: 'Neither is the capacity outdated nor the enterprise restricted',
          },
          {
            ...cite(lawOn('land/technology-screening', day), clause),
            wayOut: { zh: '其他事由按用地审批程序办理', en: 'Other grounds belong to the ordinary approval of land' },
          },
        );
      const rule = lawOn('land/technology-screening', day);
      return [{ type: 'LandRefused', data: refused, rules: [ruleRef(rule)] }];
    },
  },

  evolve: keeping<Events>('LandProjectScreened', 'LandSupplied', 'LandRefused'),

  subject: ({ LandProjectScreened: screened }) => ({
    uscc: screened?.enterprise.uscc,
    siteId: screened?.enterprise.siteId,
  }),

  consults: { SupplyLand: fileOf, RefuseLand: fileOf },
};

function fileOf(_: object, { LandProjectScreened: screened }: Project): readonly string[] {
  return screened ? [`${landFile.name}-${screened.enterprise.uscc}`] : [];
}

const isUnderRestriction = (project: Project, { consulted }: Circumstances, day: string): boolean =>
  fileOf({}, project).some((stream) => isRestricted(fold(landFile, consulted(stream)), day));

function mustBeScreenedAndOpen(project: Project, act: { readonly zh: string; readonly en: string }): void {
  const decided = project.LandSupplied ? 'SUPPLIED' : project.LandRefused ? 'REFUSED' : undefined;
  if (project.LandProjectScreened && !decided) return;
  throw refusal(
    decided ? 'project-decided' : 'not-screened',
    decided
      ? { zh: `该项目已有决定，不能再${act.zh}`, en: `The project was decided before; it cannot be ${act.en}` }
      : { zh: `该项目尚未筛查，不能${act.zh}`, en: `The project was not screened; it cannot be ${act.en}` },
    {
      clause,
      wayOut: decided
        ? { zh: '变更的另行申请', en: 'What changed is asked for anew' }
        : { zh: '先筛查工艺技术装备', en: 'Screen its processes and equipment first' },
      facts: { decided: decided ?? null },
    },
  );
}
