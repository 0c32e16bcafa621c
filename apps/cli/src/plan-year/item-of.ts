import { namespaceOf } from '#decider';
import type { Item } from '../ledger.js';
import type { Step } from './step.js';

/** A step as a batch carries it; a teller's `contactRef` is what the vault answered for them. */
export const itemOf = (
  source: string,
  { key, department, command, id, body, teller }: Step,
  contactRef: string | undefined,
  data: object = body,
): Item => ({
  specversion: '1.0',
  id: key,
  source,
  type: `${namespaceOf(department)}.${command}`,
  subject: id,
  time: String(body['occurredAt']),
  datacontenttype: 'application/json',
  data: teller && contactRef ? { ...data, contactRef } : data,
});
