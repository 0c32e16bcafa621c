import { randomUUID } from 'node:crypto';
import { encode, type Meta } from '#contracts';
import type { EventStore, NewEvent } from '#event-store';

/** What a spec posts: a fact, and whom it is about. */
export interface Posted {
  readonly type: string;
  readonly data: object;
  readonly id?: string;
  readonly stream?: string;
}

/** Events as a department would have them stored. */
export const stored = ({ type, data, id = randomUUID() }: Posted, besides: Partial<Meta> = {}): NewEvent => {
  const [department, name] = type.split('.') as [string, string];
  return encode(
    id,
    department,
    { type: name, data },
    {
      schema: 1,
      occurredAt: '2021-05-01T09:00:00+08:00',
      department,
      actor: { client: 'spec' },
      rules: [],
      visibility: 'government',
      documents: [],
      correlationId: id,
      ...besides,
    },
  );
};

/** Appends facts to one stream and answers with the position of the last. */
export async function post(store: EventStore, ...facts: readonly Posted[]): Promise<number> {
  const { position } = await store.append(
    facts[0]?.stream ?? 'spec.record-one',
    facts.map((fact) => stored(fact)),
    'any',
  );
  return position;
}
