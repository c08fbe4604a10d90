import { compilePhrase, type Letters, PhraseError, type Terms } from '../src/phrase/compile.js';

/** Cues by name, with the source of one expression each. Throws a `PhraseError` where a list is empty or a name stands twice. */
export function compileCues(
  cues: Readonly<Record<Letters, Readonly<Record<string, readonly string[]>>>>,
  terms: Terms,
): [string, string][] {
  const names = new Set<string>();
  return (['small', 'as-written'] as const).flatMap((letters) =>
    Object.entries(cues[letters]).map(([name, phrases]): [string, string] => {
      if (phrases.length === 0) throw new PhraseError(`cue ${name}: the list of phrases is empty`);
      if (names.has(name)) throw new PhraseError(`cue ${name}: it stands under "cues" and under "written"`);
      names.add(name);
      return [name, union(phrases.map((phrase) => compilePhrase(phrase, terms, `cue ${name}`, letters)))];
    }),
  );
}

/** Boundaries that all have are asked for once: V8 looks at them before it tries each phrase. */
function union(sources: readonly string[]): string {
  const start = sources.every((source) => source.startsWith('\\b')) ? '\\b' : '';
  const end = sources.every((source) => /(?<!\\)\\b$/.test(source)) ? '\\b' : '';
  const bare = sources.map((source) => source.slice(start.length, source.length - end.length));
  return `(?:${start}${bare.length === 1 ? bare[0] : `(?:${bare.join('|')})`}${end})`;
}
