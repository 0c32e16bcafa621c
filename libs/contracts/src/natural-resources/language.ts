import { catalogue, type CommandsOf, type EventsOf } from '../catalogue.js';
import * as land from './land.js';

export * from './land.js';

/** Natural resources: land for projects is screened, and restricted where the law says so (二(五), 三(二)). */
export const language = catalogue({
  department: 'natural-resources',
  title: { zh: '自然资源', en: 'Natural resources' },
  records: {
    landProject: {
      path: 'land-projects',
      id: 'projectId',
      commands: {
        ScreenLandProject: land.ScreenLandProject,
        SupplyLand: land.SupplyLand,
        RefuseLand: land.RefuseLand,
      },
      events: {
        LandProjectScreened: land.LandProjectScreened,
        LandSupplied: land.LandSupplied,
        LandRefused: land.LandRefused,
      },
    },
    landFile: {
      path: 'land-files',
      id: 'uscc',
      commands: {
        RestrictLandSupply: land.RestrictLandSupply,
        NoteCreditRestriction: land.NoteCreditRestriction,
        LiftLandRestriction: land.LiftLandRestriction,
        EndCreditRestriction: land.EndCreditRestriction,
      },
      events: {
        LandSupplyRestricted: land.LandSupplyRestricted,
        LandInformationShared: land.LandInformationShared,
        LandRestrictionLifted: land.LandRestrictionLifted,
      },
    },
  },
});

export type Commands<Kind extends keyof (typeof language)['records']> = CommandsOf<typeof language, Kind>;
export type Events<Kind extends keyof (typeof language)['records']> = EventsOf<typeof language, Kind>;
