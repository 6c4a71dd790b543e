// Chromium and Firefox name the page behind a request in two ways.
import { describe, expect, it } from 'vitest';
import { askerOf } from '@/lib/browser/request-asker';

describe('who asked', () => {
  it.each([
    [{ initiator: 'chrome-extension://abc' }, 'chrome-extension://abc'],
    [{ originUrl: 'moz-extension://6d5f/sidepanel.html#token=1' }, 'moz-extension://6d5f'],
    [{ originUrl: 'http://www.shili.gov.cn:8080/a?b' }, 'http://www.shili.gov.cn:8080'],
    [{}, undefined],
  ])('of %j is %s', (details, asker) => expect(askerOf(details)).toBe(asker));
});
