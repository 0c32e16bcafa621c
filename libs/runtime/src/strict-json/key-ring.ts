import { randomInt } from 'node:crypto';

/** Chosen anew by each process, so that nobody can prepare keys that all fall together. */
const SEED = randomInt(2 ** 31);
const FACTOR = randomInt(2 ** 29) * 4 + 1;

const FORBIDDEN = '__proto__';
const SUSPECT = new Set([hashOf(FORBIDDEN), hashOf('constructor'), hashOf('prototype')]);

function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = SEED;
  for (let at = start; at < end; at++) {
    hash = Math.imul(hash ^ bytes[at]!, FACTOR);
    hash ^= hash >>> 15;
  }
  return hash;
}

function hashOf(name: string): number {
  const bytes = Buffer.from(name);
  return hashBytes(bytes, 0, bytes.length);
}

/** The keys of the objects that are open, so that a second one of the same name is found out. */
export class KeyRing {
  /** Hash, start and end of each key; those of the innermost object lie last. */
  private readonly entries: number[] = [];
  /** Where the keys of the object at each depth begin, and where they ended when a deeper one was opened. */
  private readonly base: number[] = [0];
  private readonly ends: number[] = [0];
  /** Whether the container at each depth is the value of a key named `constructor`. */
  private readonly ofConstructor: boolean[] = [false];
  private lastIsConstructor = false;

  constructor(private readonly bytes: Uint8Array) {}

  open(depth: number): void {
    // Keys of deeper objects that are closed by now are forgotten.
    this.base[depth] = this.ends[depth] = this.ends[depth - 1]!;
    this.ofConstructor[depth] = this.lastIsConstructor;
    this.lastIsConstructor = false;
  }

  /** Adds a key of the object at a depth, given by the place of its quotes. */
  add(depth: number, start: number, end: number, escaped: boolean): 'new' | 'duplicate' | 'forbidden' {
    const hash = escaped ? hashOf(this.decode(start, end)) : hashBytes(this.bytes, start + 1, end - 1);
    const { entries } = this;
    const last = this.ends[depth]! * 3;
    for (let at = this.base[depth]! * 3; at < last; at += 3)
      if (entries[at] === hash && this.decode(entries[at + 1]!, entries[at + 2]!) === this.decode(start, end))
        return 'duplicate';
    this.push(depth, hash, start, end);
    this.lastIsConstructor = false;
    if (!SUSPECT.has(hash)) return 'new';
    const name = this.decode(start, end);
    if (name === FORBIDDEN || (name === 'prototype' && this.ofConstructor[depth])) return 'forbidden';
    this.lastIsConstructor = name === 'constructor';
    return 'new';
  }

  /** Name of the key that was read last in the object at a depth; undefined before the first. */
  nameAt(depth: number): string | undefined {
    const end = this.ends[depth]!;
    return end === this.base[depth] ? undefined : this.decode(this.entries[end * 3 - 2]!, this.entries[end * 3 - 1]!);
  }

  private push(depth: number, hash: number, start: number, end: number): void {
    const place = this.ends[depth]! * 3;
    this.entries[place] = hash;
    this.entries[place + 1] = start;
    this.entries[place + 2] = end;
    this.ends[depth]!++;
  }

  private decode(start: number, end: number): string {
    const { buffer, byteOffset } = this.bytes;
    return JSON.parse(Buffer.from(buffer, byteOffset + start, end - start).toString('utf8')) as string;
  }
}
