/** A value that changes, and those who want to know. */
export interface Watched<T> {
  readonly current: T;
  /** Calls the listener at every change from now on. Answers with what ends it. */
  watch(listener: (value: T) => void): () => void;
}

/** A watched value and the hand that changes it. Setting what is already so tells nobody. */
export function watched<T>(initial: T): Watched<T> & { set(value: T): void } {
  const listeners = new Set<(value: T) => void>();
  let current = initial;
  return {
    get current() {
      return current;
    },
    set(value) {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of [...listeners]) listener(value);
    },
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
