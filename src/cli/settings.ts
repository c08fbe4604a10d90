/** From options to the rules that hold. */

import type { FindingConfidence, Level } from '../findings/types.js';
import { didYouMean } from '../nearest.js';
import { loadRules, presetNamed, UnknownNameError } from '../rules/load.js';
import type { RuleSet } from '../rules/ruleset.js';
import type { Regime } from '../rules/types.js';
import { type Arguments, oneOf } from './options.js';
import { type Terminal, UsageError } from './terminal.js';

export const LEVELS: readonly Level[] = ['error', 'warning', 'note'];
const CONFIDENCES: readonly FindingConfidence[] = ['high', 'medium', 'low'];
const REGIMES: readonly Regime[] = ['gdpr', 'eprivacy', 'uk', 'ccpa', 'caloppa', 'coppa', 'lgpd'];

export interface RunSettings {
  readonly set: RuleSet;
  readonly minConfidence: FindingConfidence;
}

/** Throws UsageError for names that nothing has. */
export function settingsFrom(args: Arguments): RunSettings {
  const preset = args.value('preset');
  const regimes = args.values('regime').flatMap((value) => value.split(','));
  const lawAsOf = args.value('law-as-of');
  if (lawAsOf !== undefined && (!/^\d{4}-\d\d-\d\d$/.test(lawAsOf) || Number.isNaN(Date.parse(lawAsOf))))
    throw new UsageError(`--law-as-of takes a date such as 2026-08-02, not "${lawAsOf}".`);
  try {
    const set = loadRules({
      ...(preset === undefined ? {} : { preset }),
      ...(regimes.length === 0 || regimes.includes('auto') ? {} : { regimes: regimes.map((name) => oneOf('regime', name, REGIMES)) }),
      ...(lawAsOf === undefined ? {} : { lawAsOf }),
    });
    const least = args.value('min-confidence') ?? presetNamed(set.preset).minConfidence;
    return { set, minConfidence: oneOf('confidence', least, CONFIDENCES) };
  } catch (error) {
    if (error instanceof UnknownNameError) throw unknownName(error);
    throw error;
  }
}

function unknownName({ what, given, known }: UnknownNameError): UsageError {
  const list = known.length > 12 ? '' : ` Known: ${known.join(', ')}.`;
  return new UsageError(`There is no ${what} "${given}".${didYouMean(given, known)}${list}`);
}

/** Whether to use colours: as asked, else as NO_COLOR and FORCE_COLOR say, else on terminals. */
export function wantsColor(args: Arguments, terminal: Terminal): boolean {
  if (args.flag('no-color')) return false;
  if (args.flag('color')) return true;
  if (terminal.env['NO_COLOR']) return false;
  const forced = terminal.env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return terminal.isTerminal && terminal.env['TERM'] !== 'dumb';
}
