import { describe, expect, it } from '@jest/globals';
import { encode, type Meta } from '#contracts';
import type { StoredEvent } from '#event-store';
import { foundry } from '../testing-facts.js';
import { factMessage } from './fact-message.js';

const meta: Meta = {
  schema: 2,
  occurredAt: '2021-05-01T09:00:00+08:00',
  department: 'energy',
  actor: { client: 'spec' },
  rules: [],
  visibility: 'government',
  documents: [],
  correlationId: 'correlation',
  uscc: foundry.uscc,
};
const stored = (besides: Partial<Meta> = {}, data: object = { b: 1, a: 2 }): StoredEvent => ({
  ...encode('0193a6f0-0000-7000-8000-000000000001', 'energy', { type: 'Read', data }, { ...meta, ...besides }),
  stream: 'energy.case-1',
  revision: 0,
  position: 42,
  recordedAt: '2021-05-01T01:00:00.000Z',
});

describe('a fact as a message', () => {
  it('is a CloudEvent in binary mode under its enterprise, with the bytes that the ledger keeps', () => {
    const event = stored({ causationId: 'cause' });
    expect(factMessage(event)).toEqual({
      key: foundry.uscc,
      value: event.data,
      headers: {
        'content-type': 'application/json',
        ce_specversion: '1.0',
        ce_id: event.id,
        ce_source: 'urn:taizhang:ledger',
        ce_type: 'energy.Read',
        ce_subject: 'energy.case-1',
        ce_time: '2021-05-01T09:00:00+08:00',
        ce_dataschema: 'urn:taizhang:schema:energy.Read:2',
        ce_recordedtime: '2021-05-01T01:00:00.000Z',
        ce_sequence: '0000000000000042',
        ce_partitionkey: foundry.uscc,
        ce_correlationid: 'correlation',
        ce_causationid: 'cause',
        ce_dataclassification: 'government',
      },
    });
  });

  it('has the enterprise that its content names where the envelope names none, and its stream where nothing does', () => {
    expect(factMessage(stored({ uscc: undefined }, { enterprise: foundry }))?.key).toBe(foundry.uscc);
    expect(factMessage(stored({ uscc: undefined }))?.key).toBe('energy.case-1');
  });

  it('leaves when it is for the public or for government bodies', () => {
    expect(factMessage(stored({ visibility: 'public' }))?.headers['ce_dataclassification']).toBe('public');
    expect(factMessage(stored())).toBeDefined();
  });

  it.each(['sealed', undefined, 'Public', ''])('does not leave when it is %p', (visibility) => {
    expect(factMessage(stored({ visibility: visibility as never }))).toBeUndefined();
  });

  it('is none when its envelope cannot be read', () => {
    expect(() => factMessage({ ...stored(), meta: Buffer.from('{') })).toThrow();
    expect(() => factMessage({ ...stored(), meta: Buffer.from([0x22, 0xff, 0x22]) })).toThrow();
  });
});
