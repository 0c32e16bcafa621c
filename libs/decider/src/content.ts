const ENVELOPE = ['occurredAt', 'officers', 'approver', 'documents'] as const;

/** What a command says for itself: without the parts that go to the envelope, and without fields that were left out. */
export type ContentOf<Command extends object> = Omit<Command, (typeof ENVELOPE)[number]>;

export function contentOf<Command extends object>(command: Command): ContentOf<Command> {
  const said = Object.entries(command).filter(
    ([name, value]) => value !== undefined && !(ENVELOPE as readonly string[]).includes(name),
  );
  return Object.fromEntries(said) as ContentOf<Command>;
}

/**
 * Whether a record exists and says all of this already. A command that says nothing new changes nothing, so sending it
 * twice is harmless. Compared by content: the order of keys and fields left out make no difference.
 */
export function alreadySays<Said extends object>(record: Said | undefined, content: Partial<Said>): boolean {
  return (
    record !== undefined && Object.entries(content).every(([name, value]) => same(record[name as keyof Said], value))
  );
}

function same(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => same(one[name as keyof typeof one], other[name as keyof typeof other]));
}
