/** How far readers of the ledger have come, by the reader's name. */
export interface Checkpoints {
  /** Position of the last event that was dealt with, 0 for a reader nobody knows. */
  load(name: string): Promise<number>;
  /** Moves forward only: a position that lies behind is ignored. Durable when it returns. */
  save(name: string, position: number): Promise<void>;
}

/** Checkpoints that last as long as the process. */
export function memoryCheckpoints(): Checkpoints {
  const positions = new Map<string, number>();
  return {
    load: async (name) => positions.get(name) ?? 0,
    save: async (name, position) => void positions.set(name, Math.max(position, positions.get(name) ?? 0)),
  };
}
