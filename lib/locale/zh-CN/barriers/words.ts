// The words of every own accessibility rule, gathered from the themes.
import { formWords } from './forms';
import { keyboardWords } from './keyboard';
import { linkWords } from './links';
import { mediaWords } from './media';
import { structureWords } from './structure';
import { textWords } from './text';

/** By rule id: `title` says what is seen, `advice` what to do; plain Chinese. */
export const barrierWords = {
  ...formWords,
  ...keyboardWords,
  ...linkWords,
  ...mediaWords,
  ...structureWords,
  ...textWords,
};
