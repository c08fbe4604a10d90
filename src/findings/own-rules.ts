/** What policylint has to say about its own directives: rules without a pack, for `explain` and formats that describe every rule. */
import type { Level } from './types.js';

export type OwnRuleId = 'policylint/invalid-suppression' | 'policylint/unused-suppression' | 'policylint/expired-suppression';

export const OWN_RULES: Readonly<Record<OwnRuleId, { title: string; level: Level; why: string; how: string }>> = {
  'policylint/invalid-suppression': {
    title: 'A comment for policylint cannot be understood or may not silence that rule',
    level: 'error',
    why: 'A misspelt directive silences nothing, or something else than its author believes. Without a reason nobody can tell later whether it still holds.',
    how: 'Write <!-- policylint-ignore-next RULE -- REASON --> (or -section, -file), with rules that exist.',
  },
  'policylint/unused-suppression': {
    title: 'A comment silences nothing',
    level: 'warning',
    why: 'What it was written for is gone. Left in place it would hide the next finding of that rule.',
    how: 'Remove the comment, or the rule from it.',
  },
  'policylint/expired-suppression': {
    title: 'A comment that silences findings has expired',
    level: 'warning',
    why: 'Its date has passed, so what it silenced is reported again.',
    how: 'Settle the finding, or give the comment a new date.',
  },
};
