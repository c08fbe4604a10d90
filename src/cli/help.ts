/** What `--help` prints. */

export const HELP = `policylint: finds what is missing, contradictory, unlawful or vague in privacy policies.

Usage
  policylint [check] PATH...     check files, folders or patterns
  policylint claims PATH...      show what a policy says, as a table
  policylint explain RULE        why a rule exists, its law, how to fix it, examples
  policylint rules               list the rules

Common options
  -f, --format NAME[=FILE]       stylish, json, sarif, github, gitlab, junit, checkstyle,
                                 rdjson, markdown, agent; several may be given
      --preset NAME              recommended (default), strict, auditor, ci-minimal
      --fail-on LEVEL            exit with 1 from this level on: error (default), warning,
                                 note, never
  -h, --help                     help on a command: policylint check --help
  -v, --version

Examples
  policylint PRIVACY.md
  policylint docs/ --fail-on warning
  policylint check "legal/**/*.md" -f stylish -f sarif=policylint.sarif
  curl -s https://example.com/privacy.txt | policylint --stdin-filename privacy.txt

Exit codes: 0 nothing found, 1 findings, 2 something could not be done.
The text never leaves this machine. policylint flags; it gives no legal advice.
`;

export const CHECK_HELP = `policylint check PATH...     check privacy policies

PATH is a file, a folder or a quoted pattern ("docs/**/*.md"). Folders are searched for .md, .markdown,
.mdx, .html, .htm and .txt files, without what .gitignore or .policylintignore leave out, and without
README, CHANGELOG, LICENSE and their like. A file that is named is always checked. "-" is standard input.

What is checked
      --preset NAME              recommended (default), strict, auditor, ci-minimal
      --regime NAME              gdpr, eprivacy, uk, ccpa, caloppa, coppa, lgpd; repeatable.
                                 Without it each policy's own text tells which laws it invokes.
      --law-as-of DATE           the law as it stood on that day (2026-08-02)
      --min-confidence LEVEL     high, medium or low: leave out findings less certain than this
      --stdin-filename NAME      check standard input under this name

What is printed
  -f, --format NAME[=FILE]       stylish (default), json, sarif, github, gitlab, junit, checkstyle,
                                 rdjson, markdown, agent; "-f stylish -f sarif=out.sarif" writes two
  -o, --output FILE              write the report to a file
  -q, --quiet                    print errors only
      --color, --no-color        default: on terminals, unless NO_COLOR is set
      --stats                    how much was read, and how long it took

When it fails
      --fail-on LEVEL            exit with 1 from this level on: error (default), warning, note, never
      --max-warnings N           exit with 1 if there are more warnings
      --exit-zero                exit with 0 whatever was found

Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 something could not be done (an unknown
option, a file that cannot be read or is empty, a pattern that matches nothing): the rest is still checked.
`;

export const CLAIMS_HELP = `policylint claims PATH...     show what a policy says

Prints each statement that was recognised (how long data is kept, who receives it, which rights are
granted ...) with its place and words. PATH as for "check".

      --kind NAME                only this kind of statement (retention, right, processor ...); repeatable
  -f, --format NAME              table (default) or json
      --stdin-filename NAME      read standard input under this name
`;

export const EXPLAIN_HELP = `policylint explain RULE...     explain a rule

Prints what the rule asks, why, the law behind it, how to fix a finding, its limits and examples.
RULE is an identifier as reports print it, such as gdpr/right-restriction.

  -f, --format NAME              text (default) or json
`;

export const LSP_HELP = `policylint lsp --stdio     serve an editor

Speaks the Language Server Protocol over standard input and output. docs/editors.md tells how to set up
Visual Studio Code, Neovim, Helix, Emacs, Zed and JetBrains.
`;

export const RULES_HELP = `policylint rules [PATTERN...]     list the rules

PATTERN narrows the list: "gdpr/*".

      --preset NAME              the rules of a preset; default: recommended, the others marked "off"
  -f, --format NAME              table (default) or json
`;
