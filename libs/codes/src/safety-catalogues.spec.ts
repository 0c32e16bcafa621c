import { describe, expect, it } from '@jest/globals';
import {
  equipmentCatalogueCodes,
  isMajorHazardCriterion,
  majorHazardCriteriaCount,
  safetyCatalogueCodes,
  safetyCatalogues,
} from './index.js';

describe('the safety catalogues', () => {
  it('are the four that the plan names, by number', () => {
    expect(safetyCatalogueCodes).toHaveLength(4);
    for (const code of safetyCatalogueCodes) expect(safetyCatalogues[code].number).toMatch(/〔20\d\d〕\d+号$/);
  });

  it('list equipment, but for the one of criteria', () =>
    expect(safetyCatalogueCodes.filter((code) => safetyCatalogues[code].lists === 'equipment')).toEqual([
      ...equipmentCatalogueCodes,
    ]));
});

describe('the criteria of major hazards', () => {
  it('are 59', () => expect(majorHazardCriteriaCount).toBe(59));

  it('are named by group and number, from the first to the last of each', () => {
    expect(isMajorHazardCriterion('METALLURGY-1')).toBe(true);
    expect(isMajorHazardCriterion('METALLURGY-11')).toBe(true);
    expect(isMajorHazardCriterion('METALLURGY-12')).toBe(false);
    expect(isMajorHazardCriterion('METALLURGY-0')).toBe(false);
    expect(isMajorHazardCriterion('STEEL-1')).toBe(false);
  });
});
