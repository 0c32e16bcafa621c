import { Module, type DynamicModule } from '@nestjs/common';
import { CLOCK, EVENT_STORE } from '#event-store';
import { IdentityModule } from '#identity';
import { QUEUE } from '#messaging';
import { READ_MODELS } from '#projection';
import type { Ledger } from './open-ledger.js';

/**
 * The ground of the process for every module: EVENT_STORE, CLOCK, READ_MODELS, QUEUE where there is one, and the guard
 * before every route.
 */
@Module({})
export class LedgerModule {
  static for({ store, clock, readModels, authority, queue }: Ledger): DynamicModule {
    const given = new Map<symbol, unknown>([
      [EVENT_STORE, store],
      [CLOCK, clock],
      [READ_MODELS, readModels],
    ]);
    if (queue) given.set(QUEUE, queue);
    return {
      module: LedgerModule,
      global: true,
      imports: [IdentityModule.for(authority)],
      providers: [...given].map(([provide, useValue]) => ({ provide, useValue })),
      exports: [...given.keys()],
    };
  }
}
