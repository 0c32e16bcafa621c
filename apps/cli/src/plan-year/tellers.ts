import type { Ledger } from '../ledger.js';
import type { Step } from './step.js';

/** Who told a tip goes into the vault by a door of its own; the tip carries what the vault answers. */
export async function keepTellers(
  { ledger }: { readonly ledger: Ledger },
  steps: readonly Step[],
  token: string,
): Promise<Map<string, string>> {
  const references = new Map<string, string>();
  for (const { id, path, department, teller } of steps) {
    if (!teller) continue;
    const { contactRef } = await ledger.json<{ contactRef: string }>(`/${department}/${path}/${id}/identity`, {
      method: 'PUT',
      token,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(teller),
    });
    references.set(id, contactRef);
  }
  return references;
}
