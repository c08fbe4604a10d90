import { describe, expect, it } from 'vitest';
import { detectLanguage, languagesOf } from '../../src/document/language.js';

const texts: readonly (readonly [language: string, text: string])[] = [
  ['en', 'we keep the address that you give us for as long as your account is open and we do not sell it to any of the others'],
  ['de', 'wir löschen ihre daten, wenn sie ihr konto nicht mehr nutzen, und wir geben sie nicht an andere weiter, die damit werben'],
  ['fr', 'nous ne vendons pas les données que vous nous confiez et nous les effaçons dès que vous fermez le compte sur notre site'],
  ['ru', 'мы храним адрес электронной почты до тех пор, пока учетная запись не закрыта, и не передаем его никому'],
  ['uk', 'ми зберігаємо адресу електронної пошти доти, доки обліковий запис не закрито, і не передаємо її нікому'],
  ['ja', '当社は、利用者の氏名、住所、電話番号その他の個人情報を、本サービスの提供に必要な範囲でのみ利用いたします。'],
];

describe('the language of a text', () => {
  it.each(texts)('is told by its stop words or its script: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });
  it('is not guessed from fewer than twenty words', () => {
    const twenty = `${'the and of to '.repeat(5).trim()}`;
    expect(detectLanguage(twenty)).toBe('en');
    expect(detectLanguage(twenty.slice(4))).toBe('und');
  });
  it('counts runs of letters as words, a long one in parts of thirty', () => {
    expect(detectLanguage(`the and of ${'x'.repeat(30 * 17)}`)).toBe('en');
    expect(detectLanguage(`the and of ${'x'.repeat(30 * 16)}`)).toBe('und');
  });
  it('stands apart from quotation marks and dashes of other ranges', () => {
    expect(detectLanguage(`“${'we’ll keep the data – for you and us – '.repeat(4)}”`)).toBe('en');
  });
  it('may be two', () => {
    const [english = '', german = ''] = texts.map(([, text]) => `${text}. `.repeat(6));
    expect(languagesOf(german)).toEqual(['de']);
    expect(languagesOf(german + english)).toEqual(['de', 'en']);
    expect(languagesOf(english.repeat(9) + german)).toEqual(['en']);
  });
});
