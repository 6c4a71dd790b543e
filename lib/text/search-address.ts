// The address at which a search form sent by GET would answer to given words.
import type { SearchForm } from '@/lib/model/facts/entries';
import { encodeGbk } from './gbk';

/** Absolute address; the words are written in the form's own encoding. '' when the form's address is none. */
export function searchAddress(
  form: Pick<SearchForm, 'action' | 'field' | 'others' | 'encoding'>,
  words: string,
): string {
  const encode = /^gb|936/.test(form.encoding) ? encodeBytes : encodeURIComponent;
  let url: URL;
  try {
    url = new URL(form.action);
  } catch {
    return '';
  }
  const pairs = [...form.others, { name: form.field, value: words }].map(
    ({ name, value }) => `${encode(name)}=${encode(value)}`,
  );
  // As browsers do: the form's fields take the place of whatever stood behind the question mark.
  url.search = '';
  url.hash = '';
  return `${url.href}?${pairs.join('&')}`;
}

function encodeBytes(text: string): string {
  return [...encodeGbk(text)]
    .map((byte) =>
      /[\w.~-]/.test(String.fromCharCode(byte)) && byte < 0x80
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('');
}
