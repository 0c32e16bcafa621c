import { decode, isId } from '#contracts';
import type { EventStore } from '#event-store';
import { rowAsOf, type AsOf, type ReadModels } from '#projection';
import { HttpProblem } from '#runtime';
import { reached } from '../answering.js';
import { mayRead, readsAll, type Audience } from '../audience/audience.js';
import { labelOf } from '../labels.js';
import { clocksOf, type Place } from '../query.js';
import type { CaseAnswer, Told } from './case-answer.js';
import { caseFile, type CaseFile } from './case.projection.js';

/** What cases are read from. */
export interface CaseGround {
  readonly models: ReadModels;
  readonly store: Pick<EventStore, 'find'>;
}

/** A case as an audience may see it at a place on both clocks; a 404 where there is nothing of it. */
export async function caseAt(
  { models, store }: CaseGround,
  caseId: string,
  query: Place & { readonly atLeast?: string | undefined },
  audience: Audience,
): Promise<AsOf & { readonly row: CaseFile }> {
  const clocks = clocksOf(query);
  const { row, ...reflected } = await fileOf(models, caseId, query.atLeast);
  if (readsAll(audience) && Object.keys(clocks).length === 0) return { row, ...reflected };
  const told = await toldTo(audience, row, store);
  const seen = rowAsOf(
    caseFile,
    caseId,
    told.map(({ fact }) => fact),
    clocks,
  );
  if (!seen) throw unknown(caseId);
  return { ...reflected, ...seen };
}

/** A case for people. */
export function presentedCase({ eventIds, milestones, ...file }: CaseFile, position: number): CaseAnswer {
  const steps = milestones.map((step) => ({ ...step, says: labelOf(step.type)?.says }));
  return { position, events: eventIds.length, ...file, milestones: steps };
}

/** The facts of a case that an audience may hear of; of sealed ones the government hears that they are there. */
export async function toldTo(
  audience: Audience,
  { eventIds }: CaseFile,
  store: Pick<EventStore, 'find'>,
): Promise<Told[]> {
  const facts = (await store.find(eventIds)).map(decode);
  return facts.flatMap((fact): Told[] => {
    if (mayRead(audience, fact)) return [{ fact, sealed: false }];
    return readsAll(audience) && fact.visibility === 'sealed' ? [{ fact, sealed: true }] : [];
  });
}

/** The stored row of a case, once it reflects what the caller has seen. */
export async function fileOf(
  models: ReadModels,
  caseId: string,
  atLeast: string | undefined,
): Promise<AsOf & { readonly row: CaseFile }> {
  await reached(models, caseFile, atLeast);
  const answer = isId(caseId) ? await models.of(caseFile).get(caseId) : undefined;
  if (answer?.row) return { ...answer, row: answer.row };
  throw unknown(caseId);
}

export const unknown = (caseId: string) =>
  new HttpProblem(
    404,
    'case/unknown',
    { zh: `台账中没有案件 ${caseId}`, en: `There is no case ${caseId} in the ledger` },
    {
      field: 'caseId',
      wayOut: {
        zh: '企业的案件列于其档案：GET /dossiers/{uscc}',
        en: 'The cases of an enterprise are in its dossier: GET /dossiers/{uscc}',
      },
    },
  );
