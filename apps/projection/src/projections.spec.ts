import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';
import { languages } from '#contracts';
import { namespaceOf } from '#decider';
import type { Projection } from '#projection';
import { documentCitation, documentOpening } from './documents/document.projection.js';
import { dossier } from './dossier/dossier.projection.js';
import { freshness } from './freshness/freshness.projection.js';
import { projections } from './projections.js';

const published = new Map<string, new () => object>(
  languages.flatMap(({ department, records }) =>
    Object.values(records).flatMap(({ events }) =>
      Object.entries(events).map(([name, payload]) => [`${namespaceOf(department)}.${name}`, payload] as const),
    ),
  ),
);

const saysWhichEnterprise = (payload: new () => object): boolean =>
  getMetadataStorage()
    .getTargetValidationMetadatas(payload, '', false, false)
    .some(({ propertyName }) => propertyName === 'enterprise');

describe('the projections', () => {
  it('know only facts that somebody publishes', () => {
    for (const { when } of projections)
      for (const type of Object.keys(when)) expect([type, published.has(type)]).toEqual([type, true]);
  });

  it('show every fact somewhere', () => {
    // That a fact cites a document shows the document, and that a source was heard of shows no fact either.
    const besides: readonly Projection[] = [documentCitation, documentOpening, freshness];
    const showing = projections.filter((one) => !besides.includes(one));
    const shown = new Set(showing.flatMap(({ when }) => Object.keys(when)));
    expect([...published.keys()].filter((type) => !shown.has(type)).sort()).toEqual([]);
  });

  it('leave no fact that says which enterprise it is about out of the dossier', () => {
    // A tip is about nobody, so that nothing leads from an enterprise to it.
    const types = [...published].filter(
      ([type, payload]) => saysWhichEnterprise(payload) && !type.startsWith('hotline.'),
    );
    expect(types.map(([type]) => type).filter((type) => !Object.hasOwn(dossier.when, type))).toEqual([]);
  });
});
