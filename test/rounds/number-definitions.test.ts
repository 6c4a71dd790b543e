// The definitions on screen and in the documentation are the same sentences.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { numberDefinitions } from '@/lib/rounds/number-definitions';

describe('definitions of the numbers', () => {
  const page = readFileSync('docs/rounds.md', 'utf8');

  it.each(numberDefinitions.map(({ term, text }) => [term, text]))(
    '%s is in docs/rounds.md',
    (term, text) => {
      expect(page).toContain(`**${term}** ${text}`);
    },
  );
});
