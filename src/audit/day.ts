/** The day that an audit is of. Rules depend on it: a run that goes on after midnight is still the audit of the day on which it began. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../files/write.js';

/** The day of the audit in a folder of journals that was begun and not finished, as an ISO date; null where there is none. */
export function unfinishedDay(work: string): string | null {
  const path = join(work, DAY);
  const day = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  return /^\d{4}-\d\d-\d\d$/.test(day) ? day : null;
}

export function beginDay(work: string, day: string): void {
  writeAtomically(join(work, DAY), `${day}\n`, true);
}

export function endDay(work: string): void {
  rmSync(join(work, DAY), { force: true });
}

const DAY = 'day';
