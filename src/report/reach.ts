/** In words: the laws that policies were read under, and why the GDPR was, or was not. */
import type { Regime } from '../rules/types.js';
import { count } from './text.js';
import type { DocumentView, ReachView, Report } from './view.js';

/** One line where a text does not show by itself that the GDPR holds; null where it does, and where the settings decide. */
export function reachLine({ reach, regimes }: DocumentView): string | null {
  const gdpr = reach.find(({ regime }) => regime === 'gdpr');
  if (gdpr?.status === 'assumed') {
    const doubt = gdpr.country ? ` There is a sign of ${withArticle(gdpr.country)}${at(gdpr)}, so that gaps are shown in warnings.` : '';
    return `GDPR assumed: the text does not say whether it is meant for people in Europe.${doubt} ${TO_CHANGE}`;
  }
  if (gdpr?.status !== 'not-shown') return null;
  const none = regimes.length === 0 ? ' policylint has no rules for the law there.' : '';
  return `GDPR not applied: ${shown(gdpr)}, and nothing points to Europe; what the GDPR would forbid is shown in notes.${none} ${TO_CHANGE}`;
}

const TO_CHANGE = 'To change that, set "regimes" in the configuration, or --regime.';

function shown({ country = 'another country', region }: ReachView): string {
  return region ? `the text shows only ${withArticle(country)}${at({ region })}` : `the company is established in ${withArticle(country)}`;
}

const at = ({ region }: Pick<ReachView, 'region'>): string => (region ? ` (line ${region.startLine})` : '');

const withArticle = (country: string): string => (/^(?:United|Netherlands|Philippines)/.test(country) ? `the ${country}` : country);

/** Laws as people call them. */
export const REGIME_NAMES: Readonly<Record<Regime, string>> = {
  gdpr: 'GDPR',
  eprivacy: 'ePrivacy',
  uk: 'UK GDPR',
  ccpa: 'CCPA',
  caloppa: 'CalOPPA',
  coppa: 'COPPA',
  lgpd: 'LGPD',
};

/** "read under GDPR, ePrivacy (as the text suggests; GDPR assumed)": the laws that at least one document was read under, in one order. */
export function regimesRead({ settings, documents }: Report): string {
  const isAuto = settings.regimes === 'auto';
  // A file that could not be read was read under nothing; that says nothing of the laws.
  const read = documents.filter(({ reach }) => reach.length > 0);
  if (isAuto && read.length === 0) return 'no text was read';
  const used = new Set(read.flatMap(({ regimes }) => regimes));
  const names = Object.entries(REGIME_NAMES).filter(([id]) => used.has(id as Regime)); // ids of the table above
  const list = names.map(([, name]) => name).join(', ') || 'no law that policylint has rules for';
  if (!isAuto) return `read under ${list}`;
  const reasons = [read.length === 1 ? 'as the text suggests' : 'as the texts suggest'];
  for (const [status, said] of [
    ['assumed', 'GDPR assumed'],
    ['not-shown', 'GDPR not applied'],
  ] as const) {
    const number = read.filter(({ reach }) => reach.some((entry) => entry.regime === 'gdpr' && entry.status === status)).length;
    if (number > 0) reasons.push(read.length === 1 ? said : `${said} in ${count(number, 'document')}`);
  }
  return `read under ${list} (${reasons.join('; ')})`;
}
