import { Inject, Injectable, Module, type BeforeApplicationShutdown, type DynamicModule } from '@nestjs/common';
import { DepartmentModule } from '#department';
import type { Ledger } from '#ledger';
import { ruleOn } from '#law';
import { keptSecret } from '#runtime';
import { openVault, VAULT, type Vault } from '#vault';
import { AccessLogController } from './access-log.controller.js';
import { hotlineDepartment } from './hotline.js';
import { IdentityController } from './identity.controller.js';

const MINUTE_MS = 60_000;

/** Shuts the vault when the process has answered everybody. */
@Injectable()
class ShuttingVault implements BeforeApplicationShutdown {
  constructor(@Inject(VAULT) private readonly vault: Vault) {}

  beforeApplicationShutdown(): Promise<void> {
    return this.vault.close();
  }
}

/** The hotline: its counter, and beside it the vault, which no other service opens. */
@Module({})
export class HotlineModule {
  static for({ clock, ground }: Pick<Ledger, 'clock' | 'ground'>): DynamicModule {
    const { ownerUrl, dataFolder, isBundled } = ground;
    const opening = async (): Promise<Vault> =>
      openVault({
        place: {
          url: ownerUrl,
          ...(isBundled ? { password: await keptSecret(dataFolder, 'postgres-vault') } : {}),
        },
        keyFolder: dataFolder,
        now: () => clock.now(),
        exportWindowMs: ruleOn('hotline/export-window', new Date(clock.now()).toISOString()).amount * MINUTE_MS,
      });
    return {
      module: HotlineModule,
      imports: [DepartmentModule.for(hotlineDepartment)],
      controllers: [IdentityController, AccessLogController],
      providers: [{ provide: VAULT, useFactory: opening }, ShuttingVault],
    };
  }
}
