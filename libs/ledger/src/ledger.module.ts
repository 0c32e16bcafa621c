import { Module, type DynamicModule } from '@nestjs/common';
import { CLOCK, EVENT_STORE } from '#event-store';
import { IdentityModule } from '#identity';
import { READ_MODELS } from '#projection';
import type { Ledger } from './open-ledger.js';

/** The ground of the process for every module: EVENT_STORE, CLOCK, READ_MODELS, and the guard before every route. */
@Module({})
export class LedgerModule {
  static for({ store, clock, readModels, authority }: Ledger): DynamicModule {
    return {
      module: LedgerModule,
      global: true,
      imports: [IdentityModule.for(authority)],
      providers: [
        { provide: EVENT_STORE, useValue: store },
        { provide: CLOCK, useValue: clock },
        { provide: READ_MODELS, useValue: readModels },
      ],
      exports: [EVENT_STORE, CLOCK, READ_MODELS],
    };
  }
}
