import { builtInPresets, builtInRules } from '../data/rules.js';
import { FORMATS } from '../report/formats.js';
import { COMMANDS, type Command } from './commands.js';
import { COMPLETIONS_HELP } from './help-more.js';
import { ALL_OPTIONS, type Arguments, oneOf } from './options.js';
import { LEVELS, REGIMES } from './settings.js';
import { EXIT, type Terminal, UsageError } from './terminal.js';

export const completions: Command = { options: [], help: COMPLETIONS_HELP, run };

async function run(args: Arguments, terminal: Terminal): Promise<number> {
  const [name, ...others] = args.positionals;
  if (name === undefined || others.length > 0) throw new UsageError('For which shell? bash, zsh or fish.');
  terminal.out(SHELLS[oneOf('shell', name, ['bash', 'zsh', 'fish'])]());
  return EXIT.ok;
}

/** What an option takes, where that is a short list. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  format: Object.keys(FORMATS),
  preset: builtInPresets.map(({ id }) => id),
  regime: REGIMES,
  'fail-on': [...LEVELS, 'never'],
  'min-confidence': ['high', 'medium', 'low'],
  suppress: builtInRules.map(({ id }) => id),
};

const commands = (): string[] => Object.keys(COMMANDS);
const rules = (): string[] => builtInRules.map(({ id }) => id);
const options = (): string[] => ALL_OPTIONS.map(({ name }) => `--${name}`);

const SHELLS: Readonly<Record<'bash' | 'zsh' | 'fish', () => string>> = {
  bash: () => `# policylint completions bash > ~/.local/share/bash-completion/completions/policylint
_policylint() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  case "$prev" in
${Object.entries(VALUES)
  .map(([name, values]) => `    --${name}${name === 'format' ? '|-f' : ''}) words="${values.join(' ')}" ;;`)
  .join('\n')}
    explain) words="${rules().join(' ')}" ;;
    *)
      case "$cur" in
        -*) words="${options().join(' ')}" ;;
        *) if [ "$COMP_CWORD" -eq 1 ]; then words="${commands().join(' ')}"; fi ;;
      esac ;;
  esac
  COMPREPLY=( $(compgen -W "$words" -- "$cur") )
  case "$cur" in -*) ;; *) [ -z "$words" ] || [ "$COMP_CWORD" -eq 1 ] && COMPREPLY+=( $(compgen -f -- "$cur") ) ;; esac
}
complete -o filenames -F _policylint policylint
`,
  zsh: () => `#compdef policylint
# policylint completions zsh > "\${fpath[1]}/_policylint"
_policylint() {
  if (( CURRENT == 2 )); then _values command ${commands().join(' ')}; fi
  if [[ $words[2] == explain ]]; then _values rule ${rules().join(' ')}; return; fi
  _arguments \\
${ALL_OPTIONS.map(({ name, takesValue }) => `    '*--${name}${takesValue ? `=:${name}:${VALUES[name] ? `(${VALUES[name].join(' ')})` : '_files'}` : ''}'`).join(' \\\n')} \\
    '*:file:_files'
}
_policylint "$@"
`,
  fish: () =>
    [
      '# policylint completions fish > ~/.config/fish/completions/policylint.fish',
      ...commands().map((name) => `complete -c policylint -n __fish_use_subcommand -a ${name}`),
      `complete -c policylint -n '__fish_seen_subcommand_from explain' -f -a '${rules().join(' ')}'`,
      ...ALL_OPTIONS.map(
        ({ name, short, takesValue }) =>
          `complete -c policylint -l ${name}${short ? ` -s ${short}` : ''}${takesValue ? ' -r' : ''}${VALUES[name] ? ` -f -a '${VALUES[name].join(' ')}'` : ''}`,
      ),
      '',
    ].join('\n'),
};
