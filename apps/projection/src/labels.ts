import { eventOf, languages } from '#contracts';
import { type Bilingual, namespaceOf } from '#decider';

interface Label {
  readonly says: Bilingual;
  readonly clause: string;
}

const labels = new Map<string, Label>(
  languages.flatMap(({ department, records }) =>
    Object.values(records).flatMap((record) =>
      Object.entries(record.events).map(([name, payload]): [string, Label] => {
        const { says, clause } = eventOf(payload as object, record);
        return [`${namespaceOf(department)}.${name}`, { says, clause }];
      }),
    ),
  ),
);

/** What a type of fact says to people, and which clause of the plan it carries out. */
export const labelOf = (type: string): Label | undefined => labels.get(type);

/** Every type of fact that any department may record: `energy.YellowCardIssued`. */
export const everyType: readonly string[] = [...labels.keys()];
