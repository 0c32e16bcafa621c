/** Offset of the first byte at which bytes that are not valid UTF-8 go wrong. Slow: for telling where, not whether. */
export function firstInvalidByte(bytes: Uint8Array): number {
  const goesOn = (end: number): boolean => {
    try {
      // As part of a stream, a prefix may end within a character without being wrong.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  if (goesOn(bytes.length)) return bytes.length;
  let [low, high] = [0, bytes.length];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (goesOn(middle)) low = middle;
    else high = middle;
  }
  return low;
}
