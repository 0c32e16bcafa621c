/**
 * The one rule about a department's two spellings. Whatever people and requests address is kebab-case: URL paths,
 * roles, tags, the envelope's `department` (`development-reform`). Whatever names a stream or the type of a command or
 * fact is camelCase (`developmentReform.priceFile-2021-1`, `developmentReform.PriceMeasureLifted`), because a stream
 * category must have no hyphen before the id.
 */
export const namespaceOf = (department: string): string =>
  department.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** Category of the streams of one kind of record, which is also its decider's name: `developmentReform.priceFile`. */
export const categoryOf = (department: string, kind: string): string => `${namespaceOf(department)}.${kind}`;

/** Stream of one record: `energy.case-2021-0001`. */
export const streamOf = (department: string, kind: string, id: string): string =>
  `${categoryOf(department, kind)}-${id}`;

/** Bare name of a fact or command: `energy.ClosureProposed` → `ClosureProposed`. */
export const bareNameOf = (type: string): string => type.slice(type.indexOf('.') + 1);
