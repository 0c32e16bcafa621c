import type { Bilingual } from '#decider';
import { caseOf, categoryOf } from '../../about.js';
import type { Owed } from '../../duties/duty.js';
import { duties, dutyTypes } from '../../duties/every-duty.js';
import { section } from '../section.js';

interface Obligation extends Owed {
  readonly obligationId: string;
  readonly kind: string;
  readonly says: Bilingual;
  readonly by: string;
  readonly caseId?: string;
}

interface Obligations {
  /** Owed now, the earliest day first. */
  readonly open: readonly Obligation[];
}

/** What is owed by or about the enterprise, with the day. */
export const obligations = section<Obligations>({
  blank: { open: [] },
  when: Object.fromEntries(
    dutyTypes.map((type) => [
      type,
      (state, fact) => {
        let open = state.open;
        for (const { kind, says, by, when } of duties[categoryOf(fact)] ?? []) {
          if (!Object.hasOwn(when, type)) continue;
          const obligationId = `${fact.stream}/${kind}`;
          const owed = when[type]!(fact);
          open = open.filter((one) => one.obligationId !== obligationId);
          if (owed) open = [...open, { obligationId, kind, says, by, caseId: caseOf(fact), ...owed }];
        }
        return { open: open.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)) };
      },
    ]),
  ),
});
