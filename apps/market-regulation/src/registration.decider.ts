import type { marketRegulation } from '#contracts';
import { alreadySays, contentOf, type Decider } from '#decider';
import { findRule, ruleRef, type Period } from '#law';
import { dueAfter, mustHaveCome, refusal } from './law.js';

type Events = marketRegulation.Events<'registration'>;

interface Registration {
  readonly changes: readonly object[];
  readonly deregistered?: Events['EnterpriseDeregistered'];
  readonly enterprise?: marketRegulation.RecordNameChange['enterprise'];
}

const clause = '3.2';

/**
 * What became of an enterprise as a legal person, by its code: names, codes, mergers, the end. Rights and duties pass
 * to the successor; what was imposed on a predecessor never moves silently. Civil Code art. 67, 68.
 */
export const registration: Decider<Registration, marketRegulation.Commands<'registration'>, Events> = {
  name: 'marketRegulation.registration',
  initial: { changes: [] },

  decide: {
    RecordNameChange: (command, state, { id, now }) => {
      const change = contentOf(command);
      if (isSaid(state, change)) return [];
      mustBeAlive(state);
      mustBeItself(id, change.enterprise.uscc);
      mustHaveCome(change.changedOn, { now }, clause);
      if (change.formerName === change.enterprise.name)
        throw refusal(
          'name-unchanged',
          { zh: '新旧名称相同', en: 'The new name is the old one' },
          { clause, wayOut: { zh: '核对名称', en: 'Check the names' } },
        );
      const row = findRule('permit/change', change.changedOn);
      const due = row?.length && row.unit ? { due: dueAfter(row as Period, change.changedOn) } : {};
      return [{ type: 'EnterpriseRenamed', data: { ...change, ...due }, rules: row ? [ruleRef(row)] : [] }];
    },

    RecordCodeChange: (command, state, { id, now }) => {
      const change = contentOf(command);
      if (isSaid(state, change)) return [];
      mustBeAlive(state);
      mustBeItself(id, change.enterprise.uscc);
      mustHaveCome(change.changedOn, { now }, clause);
      if (change.formerUscc === change.enterprise.uscc)
        throw refusal(
          'code-unchanged',
          { zh: '新旧代码相同', en: 'The new code is the old one' },
          { clause, wayOut: { zh: '核对代码', en: 'Check the codes' } },
        );
      return [{ type: 'EnterpriseRecoded', data: change }];
    },

    RecordSuccession: (command, state, { id, now }) => {
      const succession = contentOf(command);
      if (isSaid(state, succession)) return [];
      mustBeAlive(state);
      mustBeItself(id, succession.successor.uscc);
      mustHaveCome(succession.succeededOn, { now }, clause);
      if (succession.from.some(({ uscc }) => uscc === succession.successor.uscc))
        throw refusal(
          'succeeds-itself',
          { zh: '承继企业不能同时是被承继企业', en: 'Nobody succeeds itself' },
          { clause, wayOut: { zh: '从 from 中去掉承继企业', en: 'Take the successor out of `from`' } },
        );
      return [{ type: 'EnterpriseSucceeded', data: succession }];
    },

    RecordDeregistration: (command, state, { id, now }) => {
      const end = contentOf(command);
      if (alreadySays(state.deregistered, end)) return [];
      mustBeAlive(state);
      mustBeItself(id, end.enterprise.uscc);
      mustHaveCome(end.deregisteredOn, { now }, clause);
      return [{ type: 'EnterpriseDeregistered', data: end }];
    },
  },

  evolve: {
    EnterpriseRenamed: ({ changes, ...state }, change) => ({
      ...state,
      changes: [...changes, change],
      enterprise: change.enterprise,
    }),
    EnterpriseRecoded: ({ changes, ...state }, change) => ({
      ...state,
      changes: [...changes, change],
      enterprise: change.enterprise,
    }),
    EnterpriseSucceeded: ({ changes, ...state }, change) => ({
      ...state,
      changes: [...changes, change],
      enterprise: change.successor,
    }),
    EnterpriseDeregistered: (state, deregistered) => ({ ...state, deregistered, enterprise: deregistered.enterprise }),
  },

  subject: ({ enterprise }) => ({ uscc: enterprise?.uscc }),
};

const isSaid = ({ changes }: Registration, content: object): boolean =>
  changes.some((one) => alreadySays<object>(one, content));

function mustBeAlive({ deregistered }: Registration): void {
  if (!deregistered) return;
  throw refusal(
    'deregistered',
    {
      zh: `企业已于${deregistered.deregisteredOn}注销`,
      en: `The enterprise was deregistered on ${deregistered.deregisteredOn}`,
    },
    { clause, wayOut: { zh: '核对代码', en: 'Check the code' }, facts: { on: deregistered.deregisteredOn } },
  );
}

/** The record of an enterprise has its code as id, so that there is one. */
function mustBeItself(id: string, uscc: string): void {
  if (id === uscc) return;
  throw refusal(
    'registration-id',
    {
      zh: `企业登记记录的编号应为“${uscc}”，不是“${id}”`,
      en: `The record of this enterprise has the id ${uscc}, not ${id}`,
    },
    {
      clause,
      wayOut: { zh: `提交至 registrations/${uscc}`, en: `Post it to registrations/${uscc}` },
      facts: { id, uscc },
    },
  );
}
