/** Id of the record that a fact is about, by its stream. */
export const recordIdOf = ({ stream }: { readonly stream: string }): string => stream.slice(stream.indexOf('-') + 1);
