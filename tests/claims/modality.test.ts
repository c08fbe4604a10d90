import { describe, expect, it } from 'vitest';
import { modalityOf } from '../../src/claims/modality.js';
import { marked } from './helpers.js';

describe('modalityOf', () => {
  it.each([
    ['You have the right to «access» your data.', 'stated'],
    ['You may have the right to «access» your data.', 'hedged'],
    ['You may request «access» at any time.', 'stated'],
    ['You can request «deletion».', 'stated'],
    ['You may be entitled to «access».', 'hedged'],
    ['Depending on where you live, you can ask for «access».', 'hedged'],
    ['We may «use» analytics cookies.', 'hedged'],
    ['This policy applies from May 25, 2018 and «covers» all.', 'stated'],
    ['As of 3 May 2024 we «use» cookies.', 'stated'],
    ['You may not «copy» the data.', 'stated'],
    ['We might «share» your name.', 'hedged'],
    ['Depending on your country, you have the right to:\n\n- «object» to processing\n', 'hedged'],
    ['You may exercise the following rights:\n\n- «object» to processing\n', 'stated'],
    ['In some jurisdictions you can «object».', 'hedged'],
  ])('%s', async (text, modality) => {
    const { sentence } = await marked(text);
    expect(modalityOf(sentence)).toBe(modality);
  });

  it('counts a doubt only where it comes before the words in question', async () => {
    const { sentence, at, end } = await marked('You have the right to «access» your data, which may take a month.');
    expect(modalityOf(sentence, { start: at, end })).toBe('stated');
    expect(modalityOf(sentence)).toBe('hedged');
  });

  it.each([
    ['We send «offers» we think may interest you.', 'stated'],
    ['You can «correct» the data that we may hold about you.', 'stated'],
    ['We may update this policy and will post the «changes» here.', 'stated'],
    ['We keep «invoices» for six years or as required by law.', 'stated'],
    ['We keep «invoices» where required by law.', 'hedged'],
    ['We do not keep «photos», but we may keep their size.', 'stated'],
    ['We store your «name», which we may share with partners.', 'stated'],
    ['We store your name, which we may «share» with partners.', 'hedged'],
    ['«Names» and addresses may be shared.', 'hedged'],
    ['We may read your name, your mail and your «calendar».', 'hedged'],
    ['We may ask who you are, and we «log» the visit.', 'stated'],
    ['To «measure» visits, we may count them.', 'hedged'],
    ['The right to «correction» – that is, of what may be wrong.', 'stated'],
    ['We may share it to protect you, our users, or to «enforce» our terms.', 'hedged'],
    ['**Photos**: We may «keep» them.', 'hedged'],
    ['«Derived data»: We may also learn of you from others.', 'hedged'],
    ['«Names» that we learn may be shared.', 'hedged'],
    ['We show «offers» that our partners may have.', 'stated'],
    ['You can ask us to «delete» it in certain circumstances.', 'hedged'],
    ['We ask for your «age» and, in some cases, your size.', 'stated'],
    ['In certain cases, we «log» the visit.', 'hedged'],
    ['Generally, we «log» the visit.', 'hedged'],
    ['We may use any of these:\n\n- your «name»\n', 'hedged'],
    ['We ask for what we need, which may differ:\n\n- your «name»\n', 'hedged'],
  ])('of the words marked: %s', async (text, modality) => {
    const { sentence, at, end } = await marked(text);
    expect(modalityOf(sentence, { start: at, end })).toBe(modality);
  });
});
