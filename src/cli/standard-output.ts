/**
 * Standard output. Where it is a file, a pipe or the null device, it is written to as a file is: Node's stream, which would have to be loaded
 * and compiled first, takes a millisecond or two to say the same.
 */
import { once } from 'node:events';
import { fstatSync, statSync, writeSync } from 'node:fs';
import { EXIT } from './terminal.js';

export interface StandardOutput {
  readonly isTerminal: boolean;
  /** In columns. */
  readonly width: number;
  readonly write: (text: string) => void;
  /** As `write`; resolves when there is room for more. */
  readonly writePiece: (text: string) => Promise<void>;
  /** Whether all that was written has left the process. */
  readonly isEmpty: () => boolean;
}

export function standardOutput(): StandardOutput {
  const kind = kindOfOutput();
  let stream = kind === 'plain' ? null : openStream();
  const isTerminal = stream?.isTTY === true;
  const width = stream?.columns ?? 80;
  // A device that only takes what is written (`/dev/full`): its stream would say too late that it cannot.
  if (kind === 'device' && !isTerminal) stream = null;
  const write = (text: string): boolean => {
    const rest = stream === null ? writePlain(text) : text;
    if (rest === null) return true;
    // What comes after it has to wait for it.
    stream ??= openStream();
    return stream.write(rest);
  };
  return {
    isTerminal,
    width,
    write,
    writePiece: async (text) => {
      if (!write(text) && stream !== null) await once(stream, 'drain');
    },
    isEmpty: () => stream === null || stream.writableLength === 0,
  };
}

const OUT = 1;

/** `plain`: can be written to as a file is. `device`: perhaps a terminal. Windows has consoles and pipes of its own, which Node knows. */
function kindOfOutput(): 'plain' | 'device' | 'other' {
  if (process.platform === 'win32') return 'other';
  try {
    const stats = fstatSync(OUT);
    if (!stats.isCharacterDevice()) return stats.isFile() || stats.isFIFO() ? 'plain' : 'other';
    return stats.rdev === statSync('/dev/null').rdev ? 'plain' : 'device';
  } catch {
    return 'other';
  }
}

/** Writes the text; gives back what the reader of a pipe that does not wait (O_NONBLOCK) has no room for yet, null where that is nothing. */
function writePlain(text: string): Buffer | null {
  let rest: Buffer | null = null;
  try {
    const count = writeSync(OUT, text);
    if (count === Buffer.byteLength(text)) return null;
    rest = Buffer.from(text).subarray(count);
    while (rest.length > 0) rest = rest.subarray(writeSync(OUT, rest));
    return null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return rest ?? Buffer.from(text);
    // As a stream tells it: when what is under way is done. A short run so has its own exit code.
    if (isClosed(error)) process.nextTick(giveUp, error);
    else giveUp(error);
    return null;
  }
}

const openStream = (): NodeJS.WriteStream => process.stdout.on('error', giveUp);

/** A reader that stops early (`policylint ... | head`) is no failure; a full disk is one. */
function giveUp(error: unknown): never {
  if (isClosed(error)) process.exit(process.exitCode ?? EXIT.ok);
  const detail = error instanceof Error ? error.message : String(error);
  process.stderr.write(`policylint: standard output cannot be written to: ${detail}.\n`);
  process.exit(EXIT.failure);
}

/** Whether nobody reads any more. */
export function isClosed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
