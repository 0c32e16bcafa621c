import type { government } from '#contracts';
import { alreadySays, contentOf, type Decider, type Refusal } from '#decider';
import { findRule, ruleRef } from '#law';
import { cite, lawOf } from '#procedure';

type Events = government.Events<'conduct'>;
type Claim = Events['FineClaimed'];

interface Conduct {
  readonly filings: readonly Events['ConductFiled'][];
  /** Fines that stand, in the order in which they were decided. */
  readonly fines: readonly Claim[];
  readonly conflicts: readonly Events['FineConflictFound'][];
  readonly resolved?: Events['JurisdictionResolved'];
}

const clause = '3.2';
const law = lawOf('government');

/** `environment/HJ-CF-1`: ids of penalties are their department's own. */
const keyOf = ({ department, penaltyId }: { readonly department: string; readonly penaltyId: string }): string =>
  `${department}/${penaltyId}`;

/**
 * A natural act that several departments may look at. The first fine claims it softly: another one is never refused,
 * for only a person can tell whether it is the same act. It is put before one. Penalty Law 2021 art. 25, 29.
 */
export const conduct: Decider<Conduct, government.Commands<'conduct'>, Events> = {
  name: 'government.conduct',
  initial: { filings: [], fines: [], conflicts: [] },

  decide: {
    NoteConductFiled: (command, { filings }) => {
      const filing = contentOf(command);
      return filings.some((one) => keyOf(one) === keyOf(filing)) ? [] : [{ type: 'ConductFiled', data: filing }];
    },

    ClaimFine: (command, { filings, fines, conflicts }) => {
      const fine = contentOf(command);
      const isKnown = [...fines, ...conflicts].some((one) => keyOf(one) === keyOf(fine));
      if (isKnown) return [];
      const row = findRule('penalty/one-fine', fine.decidedOn);
      const rules = row ? [ruleRef(row)] : [];
      const first = fines[0];
      const claimed = { type: 'FineClaimed', data: fine, rules } as const;
      if (!first) return [claimed];
      const { decidedOn: _, ...second } = fine;
      const earliest = filings.toSorted((one, other) => (one.filedOn < other.filedOn ? -1 : 1))[0]?.department;
      const conflict: Events['FineConflictFound'] = {
        ...second,
        withDepartment: first.department,
        withPenaltyId: first.penaltyId,
        withFineFen: first.fineFen,
        ...(earliest ? { filedFirstBy: earliest } : {}),
      };
      return [claimed, { type: 'FineConflictFound', data: conflict, rules }];
    },

    ResolveJurisdiction: (command, { fines, conflicts, resolved }, { occurredAt }) => {
      const resolution = contentOf(command);
      if (alreadySays(resolved, resolution)) return [];
      const row = law.lawOn('penalty/one-fine', occurredAt.slice(0, 10));
      if (conflicts.length === 0)
        throw no(
          'no-fine-conflict',
          { zh: '该行为没有待处理的重复罚款', en: 'No fines on this act are in conflict' },
          { zh: '核对行为编号', en: 'Check the id of the act' },
        );
      const known = fines.map(keyOf);
      const unknown = [resolution.kept, ...resolution.withdrawn].find((one) => !known.includes(one));
      if (unknown !== undefined)
        throw law.refusal(
          'no-such-fine',
          { zh: `该行为没有罚款“${unknown}”`, en: `There is no fine ${unknown} on this act` },
          {
            ...cite(row, clause),
            wayOut: { zh: `写作 部门/处罚编号：${known.join('、')}`, en: `Name them as ${known.join(', ')}` },
            facts: { unknown, fines: known },
          },
        );
      if (resolution.withdrawn.includes(resolution.kept))
        throw no(
          'kept-and-withdrawn',
          { zh: '保留的处罚不能同时撤销', en: 'The penalty that stands cannot be withdrawn as well' },
          { zh: '从 withdrawn 中去掉', en: 'Take it out of `withdrawn`' },
        );
      return [{ type: 'JurisdictionResolved', data: resolution, rules: [ruleRef(row)] }];
    },

    ReleaseFine: (command, { fines }) => {
      const gone = contentOf(command);
      return fines.some((one) => keyOf(one) === keyOf(gone)) ? [{ type: 'FineReleased', data: gone }] : [];
    },
  },

  evolve: {
    ConductFiled: (state, filing) => ({ ...state, filings: [...state.filings, filing] }),
    FineClaimed: (state, fine) => ({ ...state, fines: [...state.fines, fine] }),
    FineConflictFound: (state, conflict) => ({ ...state, conflicts: [...state.conflicts, conflict] }),
    JurisdictionResolved: (state, resolved) => ({ ...state, resolved }),
    FineReleased: (state, gone) => ({
      ...state,
      fines: state.fines.filter((one) => keyOf(one) !== keyOf(gone)),
      conflicts: state.conflicts.filter(
        (one) =>
          keyOf(one) !== keyOf(gone) &&
          keyOf({ department: one.withDepartment, penaltyId: one.withPenaltyId }) !== keyOf(gone),
      ),
    }),
  },

  subject: ({ filings, fines }) => {
    const { uscc, siteId } = (fines[0] ?? filings[0])?.enterprise ?? {};
    return { uscc, siteId };
  },
};

const no = (code: string, says: { zh: string; en: string }, wayOut: { zh: string; en: string }): Refusal =>
  law.refusal(code, says, { clause, wayOut });
