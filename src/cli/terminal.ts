/** Everything a command may touch of the process, so that tests can run commands without one. */
export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** All of standard input. */
  readonly stdin: () => Promise<Uint8Array>;
  /** Both streams piece by piece; `write` waits where the reader is slower. Without it, commands read and write at once. */
  readonly stream?: { readonly input: AsyncIterable<Uint8Array>; write(text: string): Promise<void> };
  /** Whether standard output is a terminal; its width in columns where it is. */
  readonly isTerminal: boolean;
  readonly columns: number;
  /** Ends --watch. */
  readonly stop?: AbortSignal;
}

/** Exit codes: nothing to complain about, findings at or above --fail-on, the tool could not do its work. */
export const EXIT = { ok: 0, findings: 1, failure: 2 } as const;

/** The command line asks for something that cannot be done. Its message is for the user; exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
