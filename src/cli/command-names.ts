/** The commands' names, apart from what they do: `check` says which one a misspelt word may have meant. */
export const COMMAND_NAMES = [
  'audit',
  'queue',
  'merge',
  'diff',
  'score',
  'check',
  'claims',
  'explain',
  'lsp',
  'rules',
  'config',
  'init',
  'completions',
  'new-rule',
  'test-rules',
] as const;

export type CommandName = (typeof COMMAND_NAMES)[number];
