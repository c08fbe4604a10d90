import { compilePhrase, type Letters, PhraseError, type Terms } from '../src/phrase/compile.js';
import { requiredWords } from '../src/phrase/required.js';

/**
 * Cues by name, with the source of one expression each and its marks, a space between: pieces of text of which all that it finds holds one;
 * none where that cannot be told. Throws a `PhraseError` where a list is empty or a name stands twice.
 */
export function compileCues(
  cues: Readonly<Record<Letters, Readonly<Record<string, readonly string[]>>>>,
  terms: Terms,
): [name: string, source: string, marks: string][] {
  const names = new Set<string>();
  return (['small', 'as-written'] as const).flatMap((letters) =>
    Object.entries(cues[letters]).map(([name, phrases]): [string, string, string] => {
      if (phrases.length === 0) throw new PhraseError(`cue ${name}: the list of phrases is empty`);
      if (names.has(name)) throw new PhraseError(`cue ${name}: it stands under "cues" and under "written"`);
      names.add(name);
      const source = union(phrases.map((phrase) => compilePhrase(phrase, terms, `cue ${name}`, letters)));
      // What a phrase requires is known in small letters.
      return [name, source, letters === 'small' ? marksOf(phrases, terms).join(' ') : ''];
    }),
  );
}

function marksOf(phrases: readonly string[], terms: Terms): readonly string[] {
  const sets = phrases.map((phrase) => requiredWords(phrase, terms)[0]);
  if (!sets.every((set) => set !== undefined)) return [];
  const marks = [...new Set(sets.flat().map((word) => word.replace(/\*$/, '')))];
  // A letter is in every text.
  if (marks.some((mark) => /^[a-z]$/.test(mark))) return [];
  return marks.filter((mark) => !marks.some((other) => other !== mark && mark.includes(other)));
}

/** Boundaries that all have are asked for once: V8 looks at them before it tries each phrase. */
function union(sources: readonly string[]): string {
  const start = sources.every((source) => source.startsWith('\\b')) ? '\\b' : '';
  const end = sources.every((source) => /(?<!\\)\\b$/.test(source)) ? '\\b' : '';
  const bare = sources.map((source) => source.slice(start.length, source.length - end.length));
  return `(?:${start}${bare.length === 1 ? bare[0] : `(?:${bare.join('|')})`}${end})`;
}
