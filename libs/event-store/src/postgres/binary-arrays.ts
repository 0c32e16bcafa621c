/** Columns of a statement as PostgreSQL's binary arrays: no quoting, no hex, no parameter limit. */
const HEADER = 20;

export const OID = { bytea: 17, int8: 20, int4: 23, text: 25, uuid: 2950 } as const;

function header(oid: number, count: number, size: number): Buffer {
  const array = Buffer.allocUnsafe(HEADER + size);
  array.writeInt32BE(count === 0 ? 0 : 1, 0);
  array.writeInt32BE(0, 4);
  array.writeInt32BE(oid, 8);
  array.writeInt32BE(count, 12);
  array.writeInt32BE(1, 16);
  return array;
}

export function int4s(values: readonly number[]): Buffer {
  const array = header(OID.int4, values.length, values.length * 8);
  let at = HEADER;
  for (const value of values) {
    at = array.writeInt32BE(4, at);
    at = array.writeInt32BE(value, at);
  }
  return array;
}

export function uuids(values: readonly string[]): Buffer {
  const array = header(OID.uuid, values.length, values.length * 20);
  let at = HEADER;
  for (const value of values) {
    at = array.writeInt32BE(16, at);
    at += array.write(value.replaceAll('-', ''), at, 'hex');
  }
  return array;
}

export function texts(values: readonly string[]): Buffer {
  let size = 0;
  for (const value of values) size += 4 + Buffer.byteLength(value);
  const array = header(OID.text, values.length, size);
  let at = HEADER;
  for (const value of values) {
    const written = array.write(value, at + 4);
    array.writeInt32BE(written, at);
    at += 4 + written;
  }
  return array;
}

export function byteas(values: readonly Uint8Array[]): Buffer {
  let size = 0;
  for (const value of values) size += 4 + value.length;
  const array = header(OID.bytea, values.length, size);
  let at = HEADER;
  for (const value of values) {
    at = array.writeInt32BE(value.length, at);
    array.set(value, at);
    at += value.length;
  }
  return array;
}
