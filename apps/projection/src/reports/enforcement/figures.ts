/** What enforcement is counted in, in the order in which it is shown. Fines are in fen. */
export const figures = [
  'inspections',
  'lookBacks',
  'violations',
  'correctionOrders',
  'penalties',
  'annulled',
  'finesFen',
  'campaigns',
  'enterprisesInspected',
  'problemsFound',
] as const;
export type Figure = (typeof figures)[number];

export type Figures = Readonly<Record<Figure, number>>;

/** What one fact adds to the figures. */
export type Counts = Partial<Figures>;
