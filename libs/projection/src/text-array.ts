const HEADER = 20;
const TEXT = 25;

/**
 * A column of values as PostgreSQL's binary text[]: no quoting of quotes within JSON, no limit of parameters.
 * NUL cannot be kept in PostgreSQL's text and is shown as the replacement character.
 */
export function textArray(values: readonly (string | number | boolean | null)[]): Buffer {
  const texts = values.map((value) => (value === null ? null : String(value).replaceAll('\0', '\ufffd')));
  const size = texts.reduce((total, text) => total + 4 + (text === null ? 0 : Buffer.byteLength(text)), HEADER);
  const array = Buffer.allocUnsafe(size);
  let at = array.writeInt32BE(texts.length === 0 ? 0 : 1, 0);
  at = array.writeInt32BE(texts.includes(null) ? 1 : 0, at);
  at = array.writeInt32BE(TEXT, at);
  at = array.writeInt32BE(texts.length, at);
  at = array.writeInt32BE(1, at);
  for (const text of texts) {
    if (text === null) at = array.writeInt32BE(-1, at);
    else {
      const written = array.write(text, at + 4);
      at = array.writeInt32BE(written, at) + written;
    }
  }
  return texts.length === 0 ? array.subarray(0, 12) : array;
}

/** The same as text, for an array within an array. */
export const arrayText = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
