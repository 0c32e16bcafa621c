import type { Apply } from './price-file.state.js';

/** Records that a measure rests on, and the facts that end each: rectified, dismantled, exited or closed. */
const groundRecords = {
  caseId: { category: 'energy.case', endings: ['energy.RectificationAccepted', 'energy.RedCardIssued'] },
  equipmentId: { category: 'energy.equipment', endings: ['energy.MainEquipmentDismantled'] },
  exitId: { category: 'industry.exit', endings: ['industry.MainEquipmentDismantled', 'industry.ExitAccepted'] },
} as const satisfies Readonly<Record<string, { readonly category: string; readonly endings: readonly string[] }>>;

type GroundField = keyof typeof groundRecords;

export const groundsIn = (measure: Pick<Apply, GroundField>) =>
  (Object.keys(groundRecords) as GroundField[]).flatMap((field) => {
    const id = measure[field];
    const { category, endings } = groundRecords[field];
    return id === undefined ? [] : [{ field, id, stream: `${category}-${id}`, endings: endings as readonly string[] }];
  });

export const groundStreams = (measure: Pick<Apply, GroundField>): readonly string[] =>
  groundsIn(measure).map(({ stream }) => stream);

/** Which field of a measure names its ground; none when the whole enterprise is meant. */
export const groundKeys = { CASE: 'caseId', EQUIPMENT: 'equipmentId', EXIT: 'exitId', ENTERPRISE: undefined } as const;
