const APART_MS = 100;

/** Saves positions one after the other, the latest of those that came meanwhile, and not too often. */
export class SavingNow {
  #wanted: number | undefined;
  #running: Promise<void> | undefined;
  #hurry: (() => void) | undefined;
  #isLast = false;

  /** @param failed hears of the first failure; nothing is saved after it. */
  constructor(
    private readonly save: (position: number) => Promise<void>,
    private readonly failed: (problem: unknown) => void,
  ) {}

  soon(position: number): void {
    this.#wanted = position;
    this.#running ??= this.#run();
  }

  /** Resolves when the latest position is saved, or saving failed. */
  async done(): Promise<void> {
    this.#isLast = true;
    this.#hurry?.();
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      while (this.#wanted !== undefined) {
        const position = this.#wanted;
        this.#wanted = undefined;
        await this.save(position);
        if (!this.#isLast) await this.#rest();
      }
      this.#running = undefined;
    } catch (problem) {
      this.failed(problem);
    }
  }

  #rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, APART_MS);
      this.#hurry = () => (clearTimeout(timer), resolve());
    });
  }
}
