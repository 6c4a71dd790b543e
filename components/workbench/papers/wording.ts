// The office's own words of papers, as the screen keeps them while they are edited.
import type { PaperTexts } from '@/lib/model/paper-template';

/** A template on the screen; without id the one that comes with the extension. */
export interface Wording extends PaperTexts {
  id?: string | undefined;
  name: string;
  office: string;
}
