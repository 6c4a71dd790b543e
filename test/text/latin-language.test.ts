// The language of short Latin texts: right where sure, silent where not.
import { expect, it } from 'vitest';
import { guessLatinLanguage } from '@/lib/text/latin-language';

it('tells common languages by their common words', () => {
  expect(guessLatinLanguage('This is the page that you were looking for', 4)).toBe('en');
  expect(guessLatinLanguage('Les concombres sont verts et les tomates rouges, mais pas toutes', 3)).toBe(
    'fr',
  );
  expect(guessLatinLanguage('Allons, Madame plaisante!', 2)).toBe('fr');
  expect(guessLatinLanguage('Die Stadt ist nicht weit von hier und sie ist schön', 3)).toBe('de');
});

it('stays silent when unsure', () => {
  expect(guessLatinLanguage('', 1)).toBe('');
  expect(guessLatinLanguage('IPv6 WTO GDP', 1)).toBe('');
  expect(guessLatinLanguage('本县人民政府', 1)).toBe('');
});
