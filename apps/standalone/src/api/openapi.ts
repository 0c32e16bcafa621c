import 'reflect-metadata';
import type { OpenAPIObject } from '@nestjs/swagger';
import { languages } from '#contracts';
import { systemClock } from '#event-store';
import { LedgerModule, type Ledger } from '#ledger';
import { described } from '#runtime';
import { everything } from '../standalone.module.js';

// Modules are told where they would stand; none of them is made, so nobody goes there.
const nowhere = { clock: systemClock, ground: { ownerUrl: '', dataFolder: '', isBundled: false } } as Ledger;

/** The document of the whole ledger, as one process that serves everything has it at /openapi.json. */
export const openApi = (extraModels: readonly (new () => object)[] = []): Promise<OpenAPIObject> =>
  described([LedgerModule.for(nowhere), ...everything(nowhere)], { extraModels });

/** Payload of every kind of fact. */
export const factPayloads: readonly (new () => object)[] = languages.flatMap(({ records }) =>
  Object.values(records).flatMap(({ events }) => Object.values(events)),
);
