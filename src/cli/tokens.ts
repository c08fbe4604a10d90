/**
 * The words of a command line, told apart as `parseArgs` of `node:util` does, which Node would have to load and compile at every start. Only
 * a dash among short options (`-q-`) is an unknown option here, where Node takes it for the end of options.
 */

export interface OptionKind {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** May be given more than once. */
  readonly multiple?: boolean;
}

export type Token = { readonly kind: 'positional'; readonly value: string } | OptionToken;

export interface OptionToken {
  readonly kind: 'option';
  /** The long name where there is one. */
  readonly name: string;
  /** As it was given. */
  readonly rawName: string;
  readonly value: string | undefined;
  /** In the same word: `--name=value`, `-nvalue`. */
  readonly inlineValue: boolean;
}

/** An option that takes a value takes the next word, whatever that is; unknown ones take none. */
export function tokensOf(argv: readonly string[], options: Readonly<Record<string, OptionKind>>): Token[] {
  const takesValue = (name: string): boolean => Object.hasOwn(options, name) && options[name]?.type === 'string';
  const tokens: Token[] = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    const option = (name: string, rawName: string): void => {
      const value = takesValue(name) ? argv[at + 1] : undefined;
      if (value !== undefined) at++;
      tokens.push({ kind: 'option', name, rawName, value, inlineValue: false });
    };
    if (word === '--') {
      for (const value of argv.slice(at + 1)) tokens.push({ kind: 'positional', value });
      break;
    }
    if (word.length < 2 || !word.startsWith('-')) tokens.push({ kind: 'positional', value: word });
    else if (word.startsWith('--')) {
      const equals = word.indexOf('=');
      if (!word.includes('=', 3)) option(word.slice(2), word);
      else
        tokens.push({
          kind: 'option',
          name: word.slice(2, equals),
          rawName: word.slice(0, equals),
          value: word.slice(equals + 1),
          inlineValue: true,
        });
    } else {
      // -qf json, -qfjson
      for (let i = 1; i < word.length; i++) {
        const short = word.charAt(i);
        const name = longName(short, options);
        if (i === word.length - 1 || !takesValue(name)) option(name, `-${short}`);
        else {
          tokens.push({ kind: 'option', name, rawName: `-${short}`, value: word.slice(i + 1), inlineValue: true });
          break;
        }
      }
    }
  }
  return tokens;
}

function longName(short: string, options: Readonly<Record<string, OptionKind>>): string {
  for (const name in options) if (options[name]?.short === short) return name;
  return short;
}
