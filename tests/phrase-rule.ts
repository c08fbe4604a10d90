import type { Rule } from '../src/rules/types.js';

/** A rule of no pack, on whatever the check looks for. */
export function ruleFor(id: string, check: Rule['check'], more: Partial<Rule> = {}): Rule {
  return {
    id,
    title: `On ${id}`,
    severity: 'error',
    confidence: 'high',
    regimes: [],
    law: [],
    status: 'stable',
    check,
    message: `${id} is named.`,
    ...more,
  };
}
