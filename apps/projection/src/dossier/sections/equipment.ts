import { recordIdOf, type Recorded } from '#decider';
import { change, put } from '../../about.js';
import { said, section, type Said } from '../section.js';

interface Screening extends Said {
  readonly screeningId: string;
  readonly siteId?: string;
  readonly year: number;
  readonly state: string;
  readonly screenedOn?: string;
}

interface Outdated extends Said {
  readonly equipmentId: string;
  readonly screeningId: string;
  readonly model: string;
  readonly catalogueItem: string;
}

interface Furnace extends Said {
  readonly furnaceId: string;
  readonly state: string;
  readonly kind?: string;
  readonly ratedTonnes?: number;
  readonly use?: string;
  readonly material?: string;
  readonly illegalUse?: string;
}

interface Equipment {
  readonly screenings: readonly Screening[];
  readonly outdated: readonly Outdated[];
  readonly furnaces: readonly Furnace[];
}

const furnace = (state: Equipment, fact: Recorded, changed: Partial<Furnace>): Equipment => {
  const furnaceId = recordIdOf(fact);
  return {
    ...state,
    furnaces: put(
      state.furnaces,
      (one) => one.furnaceId === furnaceId,
      (before) => ({ furnaceId, state: 'REGISTERED', ...said(fact), ...before, ...changed }),
    ),
  };
};

/** What was looked at on its sites, what of it is outdated, and its induction furnaces. */
export const equipment = section<Equipment>({
  blank: { screenings: [], outdated: [], furnaces: [] },
  when: {
    'industry.ListedForScreening': (state, fact) => {
      const { year, enterprise } = fact.data;
      const listed = { screeningId: recordIdOf(fact), siteId: enterprise.siteId, year, state: 'LISTED', ...said(fact) };
      return { ...state, screenings: [...state.screenings, listed] };
    },
    'industry.EquipmentScreened': (state, fact) => ({
      ...state,
      screenings: change(state.screenings, ({ screeningId }) => screeningId === recordIdOf(fact), {
        state: fact.data.result,
        screenedOn: fact.data.screenedOn,
      }),
    }),
    'industry.OutdatedEquipmentIdentified': (state, fact) => {
      const { equipmentId, model, catalogueItem } = fact.data;
      const outdated = { equipmentId, screeningId: recordIdOf(fact), model, catalogueItem, ...said(fact) };
      return { ...state, outdated: [...state.outdated, outdated] };
    },
    'industry.InductionFurnaceRegistered': (state, fact) => {
      const { kind, ratedTonnes, use, material } = fact.data;
      return furnace(state, fact, { kind, ratedTonnes, use, material });
    },
    'industry.FurnaceUseChanged': (state, fact) =>
      furnace(state, fact, { use: fact.data.use, material: fact.data.material }),
    'industry.FurnaceDeregistered': (state, fact) => furnace(state, fact, { state: 'DEREGISTERED' }),
    'industry.IllegalFurnaceUseFound': (state, fact) =>
      furnace(state, fact, { state: 'ILLEGAL_USE', illegalUse: fact.data.illegalUse }),
    'industry.IllegalFurnaceUseCleared': (state, fact) => furnace(state, fact, { state: 'CLEARED' }),
  },
});
