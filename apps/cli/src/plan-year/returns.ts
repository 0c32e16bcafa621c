import type { government } from '#contracts';
import { Refused, type Ledger } from '../ledger.js';
import type { Step } from './step.js';

interface Desk {
  readonly ledger: Ledger;
  readonly token: (role: string) => string | Promise<string>;
  /** Whether this moment may have been posted before. */
  readonly mayBePosted: boolean;
}

/** Commands that hand in what a query of the read side found, and where the ledger shows what was handed in. */
const asking: Readonly<Record<string, { readonly shownAt: string; readonly number: number }>> = {
  SubmitFeedback: { shownAt: '/reports/returns', number: 0 },
  SupplementFeedback: { shownAt: '/reports/returns', number: 1 },
  CompileConsolidation: { shownAt: '/reports/consolidations', number: 0 },
};

export const isReturn = ({ command }: Step): boolean => Object.hasOwn(asking, command);

/**
 * A return with what the ledger finds at this moment. One that is on record already says again what it said then, so
 * that posting it twice is harmless.
 */
export async function answered({ ledger, token, mayBePosted }: Desk, step: Step): Promise<Step> {
  const operator = await token('operator');
  const { position: head } = await ledger.json<{ position: number }>('/projections', {
    method: 'GET',
    token: operator,
  });
  const handedIn = mayBePosted ? await onRecord(ledger, step, head, operator) : undefined;
  const { asOf } = (step.body as unknown as { frozen: government.FrozenQuery }).frozen;
  const [year, half, bureau] = step.id.split('-');
  const query = new URLSearchParams({
    period: half ? `${year}-${half}` : year!,
    asOf,
    asKnownAt: String(handedIn?.asKnownAt ?? head),
    ...(bureau ? { bureau } : {}),
  });
  const { frozen, content } = await ledger.json<Pick<government.FrozenReturn, 'frozen' | 'content'>>(
    `/reports/exits?${query}`,
    { method: 'GET', token: operator },
  );
  return { ...step, body: { ...step.body, frozen, content } };
}

/** The query of this return as it was handed in before, when it was. */
async function onRecord(ledger: Ledger, { id, command }: Step, head: number, operator: string) {
  const { shownAt, number } = asking[command]!;
  try {
    const shown = await ledger.json<{ returns: readonly { number: number; frozen: government.FrozenQuery }[] }>(
      `${shownAt}/${id}?atLeast=${head}`,
      { method: 'GET', token: operator },
    );
    return shown.returns.find((one) => one.number === number)?.frozen;
  } catch (error) {
    // Nothing was handed in yet.
    if (error instanceof Refused && error.problem.status === 404) return undefined;
    throw error;
  }
}
