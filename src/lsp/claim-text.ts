/** What was understood of a claim, in one line: "retention: activity logs, at most 90 days, from collection". */
import type { Claim } from '../claims/types.js';

export function claimInWords(claim: Claim): string {
  const said = claim.kind === 'retention' ? retention(claim.value) : fields(claim.value);
  const denied = claim.polarity === 'negated' ? 'denied' : '';
  const hedged = claim.modality === 'hedged' ? 'left open' : '';
  return [
    `${claim.kind.replace(/-/g, ' ')}: ${said || (claim.polarity === 'negated' ? 'no' : 'yes')}`,
    denied,
    hedged,
    claim.scope.region?.length ? `in ${claim.scope.region.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

const BOUND = { max: 'at most ', min: 'at least ', exact: '' } as const;

function retention(value: Extract<Claim, { kind: 'retention' }>['value']): string {
  const period =
    value.days === undefined ? value.period?.replace(/-/g, ' ') : `${BOUND[value.bound]}${value.days} ${value.days === 1 ? 'day' : 'days'}`;
  const from = value.trigger === 'none' ? '' : `from ${value.trigger.replace(/-/g, ' ')}`;
  return [
    value.subject,
    period,
    from,
    value.action === 'anonymise' ? 'then anonymised' : '',
    value.exception ? `except ${value.exception}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function fields(value: Claim['value']): string {
  return Object.entries(value)
    .filter(([key, entry]) => entry !== null && entry !== undefined && entry !== '' && entry !== false && key !== 'known' && key !== 'text')
    .map(([key, entry]) =>
      typeof entry === 'string'
        ? entry
        : `${key.replace(/-/g, ' ')} ${Array.isArray(entry) ? entry.join(', ') || 'none' : entry === true ? '' : String(entry)}`.trim(),
    )
    .join(', ');
}
