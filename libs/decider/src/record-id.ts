/** Id of the record that a fact is about, by its stream: `2021-0001` of `energy.case-2021-0001`. */
export const recordIdOf = ({ stream }: { readonly stream: string }): string => stream.slice(stream.indexOf('-') + 1);
