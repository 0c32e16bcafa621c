import type { EventStore } from '#event-store';
import type { Projection } from './projection.js';
import type { ReadModels } from './read-models.js';

/** What the runner tells about its work. */
export interface Told {
  readonly event: 'active' | 'standby' | 'building' | 'built' | 'parked' | 'failed';
  readonly projection?: string;
  readonly reason?: string;
}

export interface RunOptions {
  readonly store: EventStore;
  readonly models: ReadModels;
  readonly projections: readonly Projection[];
  readonly tell?: (told: Told) => void;
}

/** Projections at work in this process, or waiting for another process to let go of them. */
export interface Running {
  /** True while this process is the one that writes. */
  readonly active: boolean;
  /** Finishes the page in hand and lets go. */
  stop(): Promise<void>;
}

export interface Progress {
  readonly position: number;
  readonly head: number;
}

export interface RebuildOptions {
  readonly store: EventStore;
  readonly models: ReadModels;
  readonly projection: Projection;
  readonly onProgress?: (progress: Progress) => void;
  /** Leaves the old rows serving, and no half-built table. */
  readonly signal?: AbortSignal;
}
