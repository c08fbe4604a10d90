/** An audit: many policies, worked through in batches whose results are files, so that nothing that was done is lost. */
import type { CommandLine } from '../files/config/index.js';

/** The first line of a journal: what its documents were made from. Another head on resuming, and the batch is done anew. */
export interface BatchHead {
  readonly batch: number;
  /** Hash of the program, its rules and the settings. */
  readonly key: string;
  /** Path as in the report and SHA-256 of the content; null where the file could not be read. */
  readonly files: readonly (readonly [path: string, sha256: string | null])[];
}

export interface Batch {
  readonly index: number;
  readonly files: readonly { readonly absolute: string; readonly path: string }[];
}

export interface BatchDone {
  readonly index: number;
  readonly documents: number;
  readonly bytes: number;
  /** Found on disk from an earlier run. */
  readonly isResumed: boolean;
}

/** What a worker needs to do batches; plain data, since it crosses threads. */
export interface WorkerSettings {
  /** Folder of the journals. */
  readonly work: string;
  readonly cwd: string;
  readonly key: string;
  readonly config: { readonly file?: string | false; readonly command: CommandLine; readonly today: string };
}

/** Documents a batch. Large enough that a journal's cost does not count, small enough that a kill costs little. */
export const BATCH_SIZE = 50;
