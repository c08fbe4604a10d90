import { describe, expect, it } from 'vitest';
import { topicScores } from '../../src/document/topics.js';
import { parse } from './helpers.js';

const WORDS = 'This part has a few words that say nothing of their own.';

async function topicsUnder(heading: string, words = WORDS): Promise<readonly string[]> {
  const document = await parse(`# Privacy Policy\n\n## ${heading}\n\n${words}\n`, 'markdown');
  const section = document.root.children[0]?.children[0];
  if (!section) throw new Error('no section');
  return section.topics;
}

describe('topics of a section', () => {
  it.each([
    ['EU Representative', 'representative'],
    ['Our representatives in the United Kingdom', 'representative'],
    ['3.2 Article 27', 'representative'],
    ['Data Protection Officer', 'dpo'],
    ['Contact Information', 'contact'],
    ['Contacts', 'contact'],
    ['How to reach us', 'contact'],
    ['Your Privacy Rights', 'rights'],
    ['Residents of the European Union', 'international'],
    ['GDPR', 'international'],
    ['Nevada Residents', 'state-rights'],
    ['Virginia privacy rights', 'state-rights'],
    ['7. Changes to this Privacy Policy', 'changes'],
  ])('%s: %s', async (heading, topic) => expect((await topicsUnder(heading))[0]).toBe(topic));

  it.each([
    ['Your Privacy Rights', 'introduction'],
    ['Residents of the European Union', 'state-rights'],
    ['Contact Information', 'collection'],
    ['Phone Number and Contacts', 'contact'],
    ['Comments', 'contact'],
    ['EU Representative', 'dpo'],
  ])('%s: not %s', async (heading, topic) => expect(await topicsUnder(heading)).not.toContain(topic));

  it.each([
    ['You can complain to the supervisory authority of the place where you live.', 'complaint'],
    ['Most browsers accept cookies; set your browser to refuse them all if you would prefer that.', 'choices'],
    ['We take part in the Safe Harbor scheme for data that leave Europe.', 'transfer'],
    ['Acme Ireland is our EU representative under Article 27.', 'representative'],
  ])('by its words: %s', async (words, topic) => expect(await topicsUnder('Further matters', words)).toContain(topic));
});

describe('topicScores', () => {
  it('puts the most first and leaves out what scores nothing', () => {
    const scores = topicScores('9.1 Cookies and security', 'heading');
    expect(scores.map(([topic]) => topic)).toEqual(expect.arrayContaining(['cookies', 'security']));
    expect(scores.every(([, score], i) => score > 0 && score <= (scores[i - 1]?.[1] ?? score))).toBe(true);
    expect(topicScores('lorem ipsum', 'content')).toEqual([]);
  });
});
