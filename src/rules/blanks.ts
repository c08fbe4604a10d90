/**
 * The blanks of a suggested clause: what only the author knows. Where the configuration states it, it is filled in; else it
 * stands as [name] in the text, and the rule on placeholders insists until it is filled in.
 */
import type { Facts } from '../claims/extractor.js';
import { expression } from '../data/expression.js';
import { changedRule } from '../data/rule-table.js';
import type { PolicyDocument } from '../document/types.js';
import type { Rule } from './types.js';

/** The rule that reports a blank; without it a clause with blanks would settle a finding in silence. */
export const BLANK_RULE = 'structure/placeholder';

const BLANK = /\{([^{}]{1,100})\}/g;

const LEAD_IN = expression('structure')`^${'clause-lead-in'} `;

/** How a clause reads in a policy. */
export function withBlanks(clause: string): string {
  return clause.replace(BLANK, '[$1]');
}

/** The rule with those blanks of its clause filled in that the configuration answers. */
export function withFactsInClause(rule: Rule, facts: Facts): Rule {
  const { fix } = rule;
  if (!fix?.clause || (facts.controller === undefined && facts.email === undefined)) return rule;
  const clause = fix.clause.replace(BLANK, (blank, name: string) => answer(name, facts) ?? blank);
  return clause === fix.clause ? rule : changedRule(rule, { fix: { ...fix, clause } });
}

/** Whether the rule's own clause stands in the text with at least one of its blanks still open. */
export function standsWithBlanks({ fix }: Rule, { blocks, lower }: PolicyDocument): boolean {
  if (!fix?.clause?.includes('{') || !lower.includes('[')) return false;
  // As an item of a list it goes without the words that introduce the list.
  const pieces = fix.clause.toLowerCase().replace(LEAD_IN(), '').split(BLANK);
  return blocks.some(({ start, end }) => {
    const words = lower.slice(start, end);
    return words.includes('[') && isFilledPartly(words, pieces);
  });
}

function answer(blank: string, { controller, email }: Facts): string | undefined {
  if (blank === 'legal name') return controller;
  return blank === 'e-mail address' ? email : undefined;
}

/** `pieces`: by turns what the clause says and the name of a blank. */
function isFilledPartly(words: string, pieces: readonly string[]): boolean {
  let at = 0;
  let isOpen = false;
  for (let i = 0; i < pieces.length; i += 2) {
    const found = words.indexOf((pieces[i] ?? '').trim(), at);
    if (found < 0 || (i > 0 && found - at > MAX_ANSWER)) return false;
    if (i > 0 && words.slice(at, found).trim() === `[${pieces[i - 1]}]`) isOpen = true;
    at = found + (pieces[i] ?? '').trim().length;
  }
  // A clause that ends in a blank.
  return isOpen || words.slice(at).trim() === `[${pieces.at(-2)}]`;
}

/** Longer than what anybody puts into a blank. */
const MAX_ANSWER = 300;
