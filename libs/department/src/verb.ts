import { commandOf, eventOf, kebab } from '#contracts';
import type { Decider } from '#decider';
import { postingRole, type Need } from '#identity';
import type { AnyDepartment } from './definition.js';
import { namespaceOf } from './namespace.js';
import { payloadCheck, type PayloadCheck } from './payload-check.js';

/** One command of one department, with all that it takes to handle it looked up once. */
export interface Verb {
  readonly department: string;
  /** Prefix of its facts' types: `developmentReform`. */
  readonly namespace: string;
  readonly kind: string;
  /** `OrderRectification`. */
  readonly name: string;
  /** `/energy/cases/:caseId/order-rectification`, below the root. */
  readonly path: string;
  /** Path of the record itself, without its id: `/energy/cases`. */
  readonly recordsPath: string;
  /** What the record's id is called: `caseId`. */
  readonly idName: string;
  readonly payload: new () => object;
  readonly traits: ReturnType<typeof commandOf>;
  /** The role that a caller needs. The command's own, where it has one, stands in for the department's. */
  readonly need: Need;
  readonly decider: Decider<any, any, any>;
  readonly check: PayloadCheck;
  /** Version and visibility of each kind of fact that may follow. */
  readonly facts: Readonly<Record<string, ReturnType<typeof eventOf>>>;
}

const known = new WeakMap<AnyDepartment, ReadonlyMap<string, Verb>>();

/** The commands of a department by bare name. */
export function verbsOf(department: AnyDepartment): ReadonlyMap<string, Verb> {
  let verbs = known.get(department);
  if (!verbs) known.set(department, (verbs = new Map(compile(department).map((verb) => [verb.name, verb]))));
  return verbs;
}

function compile({ language, deciders }: AnyDepartment): Verb[] {
  const { department } = language;
  return Object.entries(language.records).flatMap(([kind, record]) => {
    const recordsPath = `/${department}/${record.path}`;
    const facts = Object.fromEntries(Object.entries(record.events).map(([name, payload]) => [name, eventOf(payload)]));
    return Object.entries(record.commands).map(([name, payload]) => {
      const traits = commandOf(payload);
      return {
        department,
        namespace: namespaceOf(department),
        kind,
        name,
        path: `${recordsPath}/:${record.id}/${kebab(name)}`,
        recordsPath,
        idName: record.id,
        payload,
        traits,
        need: (traits.role ?? postingRole(department)) as Need,
        decider: deciders[kind]!,
        check: payloadCheck(payload),
        facts,
      };
    });
  });
}
