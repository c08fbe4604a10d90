/** What `--help` prints. */

export const HELP = `policylint: finds what is missing, contradictory, unlawful or vague in privacy policies.

Usage
  policylint [check] PATH...     check files, folders or patterns
  policylint claims PATH...      show what a policy says, as a table
  policylint audit DIR... --out REPORT   many policies: a report to browse, tables, a manifest
  policylint queue ...           an audit over many machines, by way of Redis
  policylint diff OLD NEW        what changed between two versions: files, folders, git references
  policylint score PATH...       a grade, with each point that was taken
  policylint explain RULE        why a rule exists, its law, how to fix it, examples
  policylint rules               list the rules
  policylint init                write a configuration for this folder
  policylint config [PATH]       show which settings hold for a file, and why
  policylint new-rule ID         write a rule of one's own; test-rules runs its examples
  policylint completions SHELL   completions for bash, zsh or fish

Common options
  -f, --format NAME[=FILE]       stylish, json, sarif, github, gitlab, junit, checkstyle,
                                 rdjson, markdown, html, agent; several may be given
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
.mdx, .html, .htm, .txt, .pdf and .docx files, without what .gitignore or .policylintignore leave out, and without
README, CHANGELOG, LICENSE and their like. A file that is named is always checked. "-" is standard input.

What is checked
      --preset NAME              recommended (default), strict, auditor, ci-minimal
      --regime NAME              gdpr, eprivacy, uk, ccpa, caloppa, coppa, lgpd; repeatable.
                                 Without it each policy's own text tells which laws it invokes.
      --law-as-of DATE           the law as it stood on that day (2026-08-02)
      --config FILE              use this configuration; --no-config: none. Default: the nearest
                                 policylint.config.* or package.json from each file upwards
      --baseline FILE            leave out the findings that FILE lists; --update-baseline writes
                                 it, --prune-baseline removes what is no longer found
      --since REF                leave out what the files had as of a git commit
      --min-confidence LEVEL     high, medium or low: leave out findings less certain than this
      --stdin-filename NAME      check standard input under this name
      --stdin-ndjson             a document a line in, a result a line out: docs/pipelines.md

What is changed
      --fix                      make the fixes that change no meaning
      --fix-suggestions          add missing clauses, too; [brackets] mark what only you know
      --suppress RULE            silence the findings of a rule by comments in the text;
                                 needs --reason "why they may stay"
      --diff                     show what would be changed, change nothing

What is printed
  -f, --format NAME[=FILE]       stylish (default), json, sarif, github, gitlab, junit, checkstyle,
                                 rdjson, markdown, agent; "-f stylish -f sarif=out.sarif" writes two
  -o, --output FILE              write the report to a file
  -q, --quiet                    print errors only
      --color, --no-color        default: on terminals, unless NO_COLOR is set
      --stats                    how much was read, and how long it took
      --report-suppressed        SARIF: list suppressed findings, too
  -w, --watch                    check again after each change

How it runs
      --no-cache                 forget what earlier runs found in unchanged files
      --cache-location FOLDER    default: node_modules/.cache/policylint or .policylintcache
      --today DATE               hold the expiry of suppressions against this day

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

export const AUDIT_HELP = `policylint audit DIR... --out REPORT     audit many policies

Writes to the folder REPORT: index.html (a report to browse, from disk, without a network), tables as CSV and NDJSON
(documents, findings, claims, coverage) and manifest.json (every file with its hash). Stopped in any way, the same command
goes on where it ended; what changed since is done anew.

      --out REPORT               the folder to write to
      --tables LIST              csv,ndjson (default), parquet, sqlite, none
      --workers N                processes; default: one a core from 400 files on. 0: none
      --shard I/N                do the I-th of N parts; "policylint merge" brings the parts together
      --preset, --regime, --law-as-of, --config, --no-config, --min-confidence   as for check
  -q, --quiet                    no progress
`;

export const MERGE_HELP = `policylint merge SHARD... --out REPORT     bring the shards of one audit together

SHARD is the folder that "policylint audit --shard I/N --out SHARD" wrote. The report is the same, byte for byte, as that
of one run over everything.

      --out REPORT, --tables LIST   as for audit
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
