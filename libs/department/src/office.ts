import type { DeadlineEngine } from './deadline-engine.js';
import type { Outcomes } from './outcomes.js';
import type { PolicyRunner } from './policy-runner.js';

/** What a department does of itself: its policies and its deadlines. */
export interface Office {
  readonly department: string;
  readonly outcomes: Outcomes;
  readonly policies?: PolicyRunner;
  readonly deadlines?: DeadlineEngine;
}
