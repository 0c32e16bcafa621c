import type { Meta } from '#contracts';
import { decode } from '#contracts';
import type { StoredEvent } from '#event-store';
import type { Message } from '#messaging';
import { usccOf } from '../about.js';

export const SOURCE = 'urn:taizhang:ledger';

/** Who may read what leaves the ledger. Whatever else a fact says of itself, it stays. */
const LEAVES: ReadonlySet<string> = new Set(['public', 'government']);

/** Sorts as text like the number it stands for. */
export const sequence = (position: number): string => String(position).padStart(16, '0');

const text = new TextDecoder('utf-8', { fatal: true });

/**
 * A fact as a CloudEvent 1.0 in Kafka's binary mode: the payload's bytes as they are kept, everything else in headers.
 * Nothing for a fact that never leaves. Throws for an envelope that cannot be read.
 */
export function factMessage(event: StoredEvent): Message | undefined {
  const meta = JSON.parse(text.decode(event.meta)) as Meta;
  if (!LEAVES.has(meta.visibility)) return undefined;
  const key = meta.uscc ?? usccOf(decode(event)) ?? event.stream;
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: event.id,
    ce_source: SOURCE,
    ce_type: event.type,
    ce_subject: event.stream,
    ce_time: meta.occurredAt,
    ce_dataschema: `urn:taizhang:schema:${event.type}:${meta.schema}`,
    ce_recordedtime: event.recordedAt,
    ce_sequence: sequence(event.position),
    ce_partitionkey: key,
    ce_correlationid: meta.correlationId,
    ce_dataclassification: meta.visibility,
  };
  if (meta.causationId !== undefined) headers['ce_causationid'] = meta.causationId;
  return { key, value: event.data, headers };
}
