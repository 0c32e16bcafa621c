import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { languages } from '#contracts';
import { namespaceOf } from '#decider';
import { dossier } from './dossier/dossier.projection.js';
import { projections } from './projections.js';

const published = languages.flatMap(({ department, records }) =>
  Object.values(records).flatMap(({ events }) =>
    Object.keys(events).map((name) => `${namespaceOf(department)}.${name}`),
  ),
);

/** Facts about a plan, a standard or a list, which are about no single enterprise or told of by its cards. */
const aboutNobody = [
  'energy.EnergySupervisionPlanAdopted',
  'energy.StandardPublished',
  'energy.EnterpriseListed',
  'energy.ListEntryProlonged',
  'energy.EnterpriseDelisted',
  'energy.YellowListPublished',
  'energy.RedListPublished',
  'energy.ViolatorListPublished',
  'government.DepartmentWorkDeployed',
  'industry.AnnualPlanAdopted',
];

describe('the projections', () => {
  it('know only facts that somebody publishes', () => {
    for (const { when } of projections) for (const type of Object.keys(when)) expect(published).toContain(type);
  });

  it('leave no fact about an enterprise out of its dossier', () =>
    expect(published.filter((type) => !Object.hasOwn(dossier.when, type)).sort()).toEqual([...aboutNobody].sort()));
});
