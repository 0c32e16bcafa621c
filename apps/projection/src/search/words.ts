/**
 * Text as it is searched: half-width, lower case, and without the spaces that old documents set between the characters
 * of a name.
 */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

/** The words of a question, each plain; spaces tell them apart. */
export const wordsOf = (question: string): readonly string[] => [
  ...new Set(
    question
      .split(/[\s\u3000]+/u)
      .map(plain)
      .filter((word) => word !== ''),
  ),
];

/** Every two characters that stand side by side: where a word is, all of its pairs are. A single character has none. */
export function pairsOf(plainText: string): readonly string[] {
  const characters = [...plainText];
  return [...new Set(characters.slice(1).map((character, at) => characters[at]! + character))];
}
