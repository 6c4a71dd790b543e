// The cooperative runner starts only on internals that look as read; anything else means one plain run.
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { internalsOf } from '@/lib/accessibility/axe-internals';
import type { AxeApi } from '@/lib/accessibility/axe-types';

const real = axe as unknown as AxeApi;
/** The real axe with something changed; the original stays as it is. */
const changed = (changes: object) => Object.create(axe, Object.getOwnPropertyDescriptors(changes)) as AxeApi;

describe('internalsOf', () => {
  it('accepts the installed axe', () => {
    expect(internalsOf(real)).not.toBeNull();
  });

  it.each([
    ['another version', { version: '4.15.0' }],
    ['no audit', { _audit: undefined }],
    ['no test hooks', { _thisWillBeDeletedDoNotUse: undefined }],
    ['no virtual node', { VirtualNode: undefined }],
    ['no grid', { commons: { dom: {}, aria: {}, matches() {} } }],
    ['no cache', { _cache: {} }],
    ['rules of another shape', { _audit: { rules: [{ id: 'x' }], checks: {} } }],
  ])('refuses %s', (_name, changes) => {
    expect(internalsOf(changed(changes))).toBeNull();
  });
});
