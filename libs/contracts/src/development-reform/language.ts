import { catalogue, type CommandsOf, type EventsOf } from '../catalogue.js';
import { cardRecord } from '../procedure/card.js';
import { cardListRecord } from '../procedure/list.js';
import * as order from './price-order.js';
import * as price from './price.js';
import * as project from './project.js';

export * from './price-order.js';
export * from './price.js';
export * from './project.js';

/** Development and reform: price measures on a file per enterprise, and the gate for new capacity. */
export const language = catalogue({
  department: 'development-reform',
  title: { zh: '发展和改革', en: 'Development and reform' },
  records: {
    priceFile: {
      path: 'price-files',
      id: 'uscc',
      commands: {
        ApplyDifferentialPrice: price.ApplyDifferentialPrice,
        ApplyTieredPrice: price.ApplyTieredPrice,
        ApplyPunitivePrice: price.ApplyPunitivePrice,
        ApplyWaterSurcharge: price.ApplyWaterSurcharge,
        LiftPriceMeasure: price.LiftPriceMeasure,
        EndPriceGround: price.EndPriceGround,
        ReviewPriceMeasure: price.ReviewPriceMeasure,
        PassPriceReview: price.PassPriceReview,
        HandOverPriceOrder: order.HandOverPriceOrder,
        AcknowledgePriceOrder: order.AcknowledgePriceOrder,
        DeclinePriceOrder: order.DeclinePriceOrder,
        RecordPriceOrderExecuted: order.RecordPriceOrderExecuted,
        PassPriceHandOver: order.PassPriceHandOver,
      },
      events: {
        DifferentialPriceApplied: price.DifferentialPriceApplied,
        TieredPriceApplied: price.TieredPriceApplied,
        PunitivePriceApplied: price.PunitivePriceApplied,
        OverQuotaWaterSurchargeApplied: price.OverQuotaWaterSurchargeApplied,
        PriceMeasureLifted: price.PriceMeasureLifted,
        PriceMeasureReviewed: price.PriceMeasureReviewed,
        PriceReviewDue: price.PriceReviewDue,
        PriceOrderHandedOver: order.PriceOrderHandedOver,
        PriceOrderAcknowledged: order.PriceOrderAcknowledged,
        PriceOrderDeclined: order.PriceOrderDeclined,
        PriceOrderExecuted: order.PriceOrderExecuted,
        PriceHandOverOverdue: order.PriceHandOverOverdue,
      },
    },
    project: {
      path: 'projects',
      id: 'projectId',
      commands: {
        RecordProjectDecision: project.RecordProjectDecision,
        RefuseNewProject: project.RefuseNewProject,
      },
      events: {
        NewCapacityProjectReviewed: project.NewCapacityProjectReviewed,
        NewCapacityProjectRefused: project.NewCapacityProjectRefused,
      },
    },
    card: cardRecord,
    list: cardListRecord,
  },
});

export type Commands<Kind extends keyof (typeof language)['records']> = CommandsOf<typeof language, Kind>;
export type Events<Kind extends keyof (typeof language)['records']> = EventsOf<typeof language, Kind>;
