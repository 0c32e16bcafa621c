import { languages } from '#contracts';
import { namespaceOf } from '#decider';

/** Every type of fact that any department may record: `energy.YellowCardIssued`. */
export const everyType: readonly string[] = languages.flatMap(({ department, records }) =>
  Object.values(records).flatMap(({ events }) =>
    Object.keys(events).map((name) => `${namespaceOf(department)}.${name}`),
  ),
);
