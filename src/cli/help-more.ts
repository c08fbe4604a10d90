/** What `--help` prints on the commands around the check. */

export const CONFIG_HELP = `policylint config [PATH]       show which settings hold for a file

Prints each value with the place it comes from: a configuration file, a preset, the command line or the default.
Without PATH, for PRIVACY.md in the working directory. The options that change settings may be given, too.

  -f, --format NAME              table (default) or json
      --config FILE, --no-config
`;

export const INIT_HELP = `policylint init                write a configuration

Looks for privacy policies in the working directory and writes policylint.config.yaml with the laws that they
invoke. Never overwrites a configuration.
`;

export const COMPLETIONS_HELP = `policylint completions SHELL   print completions for bash, zsh or fish

  policylint completions bash > ~/.local/share/bash-completion/completions/policylint
  policylint completions zsh > "\${fpath[1]}/_policylint"
  policylint completions fish > ~/.config/fish/completions/policylint.fish
`;

export const NEW_RULE_HELP = `policylint new-rule ID         write a rule of one's own

Writes policylint-rules/NAME.yaml, a rule that works, to be changed. ID is <pack>/<name>, such as
acme/no-beta-programme. Never overwrites.

  -o, --output FOLDER            default: policylint-rules
`;

export const TEST_RULES_HELP = `policylint test-rules PATH...  run the examples of rules of one's own

PATH is a rule file or a folder of them. Each example of "fail" must be found by its rule, none of "pass".
Exit codes: 0 all as they say, 1 one is not, 2 a rule is not valid.
`;

export const DIFF_HELP = `policylint diff OLD NEW        what changed between two versions of a policy

OLD and NEW are files, folders, or REF:PATH (a file as git knows it under a reference: main:PRIVACY.md).
  policylint diff main..HEAD [PATH...]     the policies that differ between two references

Prints which statements were added, removed, weakened or strengthened, and what the rules change/* find. Edits of
formatting change no statement. Exit codes as for check.

  -f, --format NAME              stylish (default), markdown (for pull requests), json, sarif
  -o, --output FILE
      --fail-on LEVEL            default: error
      --preset, --config, --no-config, --min-confidence   as for check
`;

export const SCORE_HELP = `policylint score PATH...       a grade for each policy, with its reasons

100 points are what the requirements that apply are worth, each as much as its level. Findings take points beyond.
docs/score.md has the whole sum.

  -f, --format NAME              text (default) or json
      --preset, --regime, --law-as-of, --config, --no-config   as for check
`;

export const QUEUE_HELP = `policylint queue add|work|status|collect     an audit over any number of machines

  policylint queue add DIR... --out REPORT     plan the audit and put its batches into Redis
  policylint queue work --out REPORT           do batches, here and on as many machines as you like
  policylint queue status --out REPORT         how far it is, and what was given up, with the reason
  policylint queue collect --out REPORT        write the report: the same, byte for byte, as that of "audit"

REPORT is a folder that all machines share; so are the policies, at the same place below the working directory. It needs the packages
bullmq and ioredis (npm install bullmq@6 ioredis). docs/scale.md has an example for Kubernetes.

      --redis URL                default: POLICYLINT_REDIS, or redis://127.0.0.1:6379
      --queue NAME               one a running audit; default: policylint
add
      --batch N                  policies a batch; default: 50
      --attempts N               tries of a batch before it is given up; default: 5
      --max-waiting N            batches that may wait in Redis; adding waits for workers beyond; default: 5000
      --preset, --regime, --law-as-of, --config, --no-config, --min-confidence   as for audit
work
      --workers N                processes; default: one a core
      --until-done               end once all is done; otherwise until stopped. SIGTERM ends it once what is begun is done
      --stalled-after SECONDS    a worker not heard of for so long is taken for dead; default: 30
status
  -f, --format NAME              text (default) or json
collect
      --tables LIST              as for audit
  -q, --quiet

Exit codes: 0; 1 where batches were given up; 2 where something could not be done.
`;
