import { describe, expect, test } from 'vitest';
import { escapeHtml, link, scriptJson } from '../../../src/report/html/escape.js';

describe('escapeHtml', () => {
  test.each([
    ['<script>alert(1)</script>', '&#60;script&#62;alert(1)&#60;/script&#62;'],
    ['" onmouseover="x', '&#34; onmouseover=&#34;x'],
    ["' & `", '&#39; &#38; &#96;'],
    ['a\nb\tc', 'a\nb\tc'],
  ])('%j', (text, html) => expect(escapeHtml(text)).toBe(html));

  test('what turns the reading direction becomes visible', () => {
    expect(escapeHtml('a\u202eb\0')).toBe('a\ufffdb\u2400');
  });
});

describe('scriptJson', () => {
  test('cannot end its script, and reads back as it was', () => {
    const value = { text: '</script><!-- & \u2028\u2029' };
    const json = scriptJson(value);
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(json)).toEqual(value);
  });
});

describe('link', () => {
  test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'http://evil.example', ' javascript:x', ''])(
    '%j is no link',
    (url) => expect(link(url, 'text')).toBe('text'),
  );
  test.each(['https://eur-lex.europa.eu/x?a=1&b', '../rules.html#rule-a'])('%j is one', (url) =>
    expect(link(url, 'text')).toContain('<a href="'),
  );
});
