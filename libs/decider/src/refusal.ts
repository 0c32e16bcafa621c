/** One sentence in the two languages of the ledger. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Why the law says no, and what the caller can do about it. */
export interface RefusalGrounds {
  /** Clause of the plan that the rule carries out, such as `2.1.3`. */
  readonly clause?: string;
  /** Law row that refused, as `id@version`. */
  readonly rule?: string;
  /** What would be accepted instead. */
  readonly wayOut?: Bilingual;
  /** The values that decided, for machines. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/**
 * What the rules forbid. Thrown by deciders only; becomes an RFC 9457 problem with type `urn:taizhang:<code>`.
 *
 * The code (`energy/extension-too-long`) is a promise to callers; the sentence is for people and may improve.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly sentence: Bilingual;
  readonly grounds: RefusalGrounds;

  constructor(code: string, sentence: Bilingual, grounds: RefusalGrounds = {}) {
    super(`${code}: ${sentence.en}`);
    this.name = 'Refusal';
    this.code = code;
    this.sentence = sentence;
    this.grounds = grounds;
  }
}
