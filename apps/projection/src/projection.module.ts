import {
  Inject,
  Injectable,
  Module,
  Optional,
  type DynamicModule,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { DOCUMENTS } from '#documents';
import { EVENT_STORE, type EventStore } from '#event-store';
import { READ_MODELS, type ReadModels, type Running } from '#projection';
import { CONFIGURATION, DRAINING, LOG, type Draining, type Log } from '#runtime';
import { CaseController } from './cases/case.controller.js';
import { ChangeController } from './changes/change.controller.js';
import { CreditFeedController } from './credit-feed/credit-feed.controller.js';
import { CreditNoticeController } from './credit-feed/credit-notice.controller.js';
import { DeliveryController } from './credit-feed/delivery.controller.js';
import { ExchangeController } from './credit-feed/exchange/exchange.controller.js';
import { DocumentController } from './documents/document.controller.js';
import { documentIntake, INTAKE, keptDocuments } from './documents/kept-documents.js';
import { DossierReading } from './dossier/dossier-reading.js';
import { DossierController, PublicDossierController } from './dossier/dossier.controller.js';
import { ReportController } from './exits/report.controller.js';
import { ExportController } from './exports/export.controller.js';
import { Exports, SIGNET, signetOf } from './exports/exports.js';
import { ListController } from './lists/list.controller.js';
import { ObligationController } from './obligations/obligation.controller.js';
import { projections } from './projections.js';
import { PublicRegisterController, RegisterController } from './registers/register.controller.js';
import { Relays } from './relay/relays.js';
import { SearchController } from './search/search.controller.js';
import { ProjectionMetrics } from './status/projection-metrics.js';
import { CountedReportController } from './reports/counted-report.controller.js';
import { Rebuilds } from './status/rebuilds.js';
import { StatusController } from './status/status.controller.js';
import { TipController } from './tips/tip.controller.js';

/** Share of the time in which the process's one thread was at work, above which it has none to spare. */
const FULL = 0.85;

/** Whether somebody waits to have something recorded while the process has no time to spare. */
function callersWait(requests: Pick<Draining, 'writing'> | undefined): () => boolean {
  let last = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, last);
    last = now;
    return utilization > FULL && (requests?.writing ?? 0) > 0;
  };
}

/** Keeps the rows up to date from start to shutdown. */
@Injectable()
export class Projecting implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #running?: Running;

  constructor(
    @Inject(READ_MODELS) private readonly models: ReadModels,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Optional() @Inject(LOG) private readonly log?: Log,
    @Optional() @Inject(DRAINING) private readonly requests?: Pick<Draining, 'writing'>,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.models.prepare(projections);
    this.#running = this.models.run({
      store: this.store,
      projections,
      busy: callersWait(this.requests),
      tell: (told) =>
        this.log?.[told.event === 'failed' || told.event === 'parked' ? 'warn' : 'info'](told, 'projection'),
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#running?.stop();
  }
}

export interface ProjectionOptions {
  /** False for a process that answers from rows that another one writes. Default true. */
  readonly projecting?: boolean;
}

/** The read side. EVENT_STORE, CLOCK and READ_MODELS come from global providers; QUEUE, LOG, METRICS and DRAINING may. */
@Module({})
export class ProjectionModule {
  static for({ projecting = true }: ProjectionOptions = {}): DynamicModule {
    return {
      module: ProjectionModule,
      controllers: [
        PublicDossierController,
        DossierController,
        SearchController,
        CaseController,
        ExportController,
        ListController,
        ChangeController,
        CreditNoticeController,
        CreditFeedController,
        ExchangeController,
        DeliveryController,
        ObligationController,
        PublicRegisterController,
        RegisterController,
        ReportController,
        CountedReportController,
        TipController,
        DocumentController,
        StatusController,
      ],
      providers: [
        DossierReading,
        Exports,
        { provide: SIGNET, useFactory: signetOf, inject: [CONFIGURATION] },
        Rebuilds,
        ProjectionMetrics,
        { provide: DOCUMENTS, useFactory: keptDocuments, inject: [CONFIGURATION] },
        { provide: INTAKE, useFactory: documentIntake, inject: [CONFIGURATION] },
        ...(projecting ? [Projecting, Relays] : []),
      ],
    };
  }
}
