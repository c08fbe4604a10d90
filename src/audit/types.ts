/** An audit: many policies, worked through in batches whose results are files, so that nothing that was done is lost. */
import type { CommandLine } from '../files/config/index.js';

/** The first line of a journal: what its documents were made from. Another head on resuming, and the batch is done anew. */
export interface BatchHead {
  readonly batch: number;
  /** Hash of the program, its rules and the settings. */
  readonly key: string;
  /** ISO date that expiries and the age of policies are held against. */
  readonly today: string;
  /** Path as in the report and SHA-256 of the content; null where the file could not be read. `alone` where it is compared with no other. */
  readonly files: readonly (readonly [path: string, sha256: string | null, alone?: 'alone'])[];
  /** Lists of packages and store labels that lie beside them; absent where there are none. */
  readonly beside?: readonly (readonly [path: string, sha256: string])[];
}

export interface Batch {
  readonly index: number;
  readonly files: readonly BatchFile[];
  /** What the files must hold, as `BatchHead` has it. Where they do not, the batch is refused. */
  readonly expected?: BatchHead['files'];
  /** Paths of files that ended a process: they become documents that say so. */
  readonly fatal?: readonly string[];
  /** Only to see whether the files can be linted: no journal is written. */
  readonly isProbe?: true;
}

export interface BatchFile {
  readonly absolute: string;
  readonly path: string;
  /** Of a folder with the policies of many companies: compared with no other document. */
  readonly isAlone?: true;
}

export interface BatchDone {
  readonly index: number;
  readonly documents: number;
  readonly bytes: number;
  /** Found on disk from an earlier run. */
  readonly isResumed: boolean;
}

/** What a worker needs to do batches; plain data, since it crosses processes. */
export interface WorkerSettings {
  /** Folder of the journals. */
  readonly work: string;
  readonly cwd: string;
  readonly key: string;
  readonly config: { readonly file?: string | false; readonly command: CommandLine; readonly today: string };
}
