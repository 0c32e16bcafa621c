/** What is wrong with a value, in Chinese and English; nothing when it is right. */
export type Complaint = readonly [zh: string, en: string] | undefined;

/** A code, number or amount that cannot be what it is said to be. `sentence` says why, to people, in both languages. */
export class MalformedCode extends Error {
  readonly sentence: { readonly zh: string; readonly en: string };

  constructor([zh, en]: readonly [zh: string, en: string]) {
    super(en);
    this.name = 'MalformedCode';
    this.sentence = { zh, en };
  }
}
