/**
 * Triggers, which tell the sentences that an extractor wants to see, as phrases. A trigger is a word, or a beginning with `*`, or more than
 * that ("machine-readable", "18+"), in which signs stand for themselves.
 */
export function triggerPhrases(triggers: readonly string[]): { readonly words: readonly string[]; readonly longer: readonly string[] } {
  const phrases = triggers.map((trigger) => trigger.replace(/[^\w\s*']|\*(?!$)/g, '\\$&'));
  const isWord = (phrase: string): boolean => /^(?:\w+\*?|\\?[^\w\s\\])$/.test(phrase);
  return { words: phrases.filter(isWord), longer: phrases.filter((phrase) => !isWord(phrase)) };
}
