import { createPatch } from 'rfc6902';
import { decode } from '#contracts';
import type { Recorded } from '#decider';
import { rowAsOf, type Projection } from '#projection';
import { presentedCase } from '../cases/case-at.js';
import { caseFile } from '../cases/case.projection.js';
import type { CaseAnswer } from '../cases/case-answer.js';
import { presented, type DossierAnswer } from '../dossier/dossier-answer.js';
import { dossier, sections, whole } from '../dossier/dossier.projection.js';
import { inheritanceOf } from '../dossier/inherited.js';
import type { Refreshed } from '../freshness/freshness-at.js';
import { clocksOf, type Place } from '../query.js';
import { stored, type Export } from './export.js';

interface Refolding {
  readonly projection: Projection;
  /** The parts of an answer that are the projection's; what is made of them when it is read is left out. */
  readonly parts: (answer: never) => object;
  /** The answer as the facts have it. What no fact of the subject says is taken from the copy. */
  readonly again: (copy: Export, facts: readonly Recorded[]) => Promise<object | undefined>;
}

export const refoldings: Readonly<Record<Export['of']['kind'], Refolding>> = {
  dossier: {
    projection: dossier,
    parts: ({ status, identity, inherited, sections: parts }: DossierAnswer) => ({
      status,
      identity,
      inherited,
      sections: Object.fromEntries(Object.entries(parts).filter(([name]) => Object.hasOwn(sections, name))),
    }),
    async again(copy, facts) {
      const { of, audience, asOf, asKnownAt } = copy;
      const { position, version, today, freshness } = copy.answer as DossierAnswer;
      const reflected = { position, version, changedAt: 0 };
      const rowsOf = (keys: readonly string[]) =>
        keys.flatMap((key) => {
          const filed = rowOf(dossier, key, copy, facts);
          return filed ? [{ key, row: whole(filed) }] : [];
        });
      const [own] = rowsOf([of.id]);
      if (!own) return undefined;
      const pick = async (keys: readonly string[]) => ({ ...reflected, rows: rowsOf(keys) });
      const { inherited } = await inheritanceOf({ pick }, of.id, own.row);
      const then = { reflected, inherited, audience, today, asOf, asKnownAt, corrections: [] };
      return presented(of.id, own.row, { ...then, freshness: freshness as readonly Refreshed[] });
    },
  },
  case: {
    projection: caseFile,
    parts: ({ milestones, ...file }: CaseAnswer) => ({
      ...file,
      milestones: milestones.map((step) => ({ ...step, says: null })),
    }),
    async again(copy, facts) {
      const row = rowOf(caseFile, copy.of.id, copy, facts);
      return row && presentedCase(row, (copy.answer as CaseAnswer).position);
    },
  },
};

/** The row that those of the facts make which belong to it. */
const rowOf = <Row extends object>(
  projection: Projection<Row>,
  key: string,
  place: Place,
  facts: readonly Recorded[],
): Row | undefined => {
  const filed = facts.filter((fact) => [projection.key(fact) ?? []].flat().includes(key));
  return rowAsOf(projection, key, filed, clocksOf(place))?.row;
};

/** Where an answer differs from what its facts come to, as a JSON Pointer (RFC 6901); nothing where it follows from them. */
export async function firstDifference(copy: Export): Promise<string | undefined> {
  const { parts, again } = refoldings[copy.of.kind];
  const facts = copy.facts.map((fact) => decode(stored(fact)));
  const refolded = await again(copy, facts);
  if (!refolded) return '/answer';
  // As it would have been sent: what is undefined is not there.
  const sent = JSON.parse(JSON.stringify(parts(refolded as never))) as object;
  const [first] = createPatch(sent, parts(copy.answer as never));
  return first && `/answer${first.path}`;
}
