import { commandOf, eventOf, kebab } from '#contracts';
import { type Decider, namespaceOf } from '#decider';
import { postingRole, type Need } from '#identity';
import type { AnyDepartment } from './definition.js';
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

interface Verbs {
  readonly byName: ReadonlyMap<string, Verb>;
  readonly byType: ReadonlyMap<string, Verb>;
}

const known = new WeakMap<AnyDepartment, Verbs>();

function of(department: AnyDepartment): Verbs {
  let verbs = known.get(department);
  if (!verbs) {
    const all = compile(department);
    verbs = {
      byName: new Map(all.map((verb) => [verb.name, verb])),
      byType: new Map(all.map((verb) => [`${verb.namespace}.${verb.name}`, verb])),
    };
    known.set(department, verbs);
  }
  return verbs;
}

/** The commands of a department by bare name. */
export const verbsOf = (department: AnyDepartment): ReadonlyMap<string, Verb> => of(department).byName;

/** The commands of a department by qualified type, as events carry them. */
export const verbsByType = (department: AnyDepartment): ReadonlyMap<string, Verb> => of(department).byType;

function compile({ language, deciders }: AnyDepartment): Verb[] {
  const { department } = language;
  return Object.entries(language.records).flatMap(([kind, record]) => {
    const recordsPath = `/${department}/${record.path}`;
    const facts = Object.fromEntries(
      Object.entries(record.events).map(([name, payload]) => [name, eventOf(payload, record)]),
    );
    return Object.entries(record.commands).map(([name, payload]) => {
      const traits = commandOf(payload, record);
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
        check: payloadCheck(payload, traits.clause),
        facts,
      };
    });
  });
}
