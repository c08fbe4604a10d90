import { describe, expect, it } from 'vitest';
import { concept, concepts, findConcepts, isA, type VocabularyName } from '../../src/data/ontology.js';

const names: VocabularyName[] = ['data', 'purposes', 'recipients', 'bases', 'rights'];

describe('ontology', () => {
  it.each(names)('%s: every broader concept exists and none is its own', (name) => {
    for (const entry of concepts(name)) {
      for (const broader of entry['is-a'] ?? []) {
        expect(concept(name, broader), `${entry.id} is-a ${broader}`).toBeDefined();
        expect(isA(name, broader, entry.id), `${entry.id} is-a ${broader}`).toBe(false);
      }
    }
  });

  it('knows narrower from broader', () => {
    expect(isA('data', 'email-address', 'personal-data')).toBe(true);
    expect(isA('data', 'personal-data', 'email-address')).toBe(false);
    expect(isA('data', 'anonymous-data', 'personal-data')).toBe(false);
  });

  it.each([
    ['your e-mail address and phone number', ['e-mail address', 'phone number']],
    ['email, ip addresses', ['email', 'ip addresses']],
    ['the name of your browser', ['name']],
  ])('finds the longest wording: %s', (text, expected) => {
    expect(findConcepts('data', text).map(({ range }) => text.slice(range.start, range.end))).toEqual(expect.arrayContaining(expected));
  });

  it('finds every phrase that begins with a word it was filed under', () => {
    expect(findConcepts('data', 'hashed passwords').map(({ id }) => id)).toEqual(['password']);
    expect(findConcepts('purposes', 'to prevent fraud').map(({ id }) => id)).toEqual(['fraud-prevention']);
    expect(findConcepts('recipients', 'our service providers')[0]?.id).toBe('service-providers');
  });

  it('keeps within the range asked for', () => {
    const text = 'name, email address';
    expect(findConcepts('data', text, 0, 11).map(({ id }) => id)).toEqual(['name', 'email-address']);
    expect(findConcepts('data', text, 6).map(({ range }) => text.slice(range.start, range.end))).toEqual(['email address']);
  });

  it('marks doubtful wording', () => {
    expect(findConcepts('data', 'name')[0]?.ambiguous).toBe(true);
    expect(findConcepts('data', 'full name')[0]?.ambiguous).toBe(false);
  });
});
