// The shortcuts stand where they were written for, and a version of axe-core that reads otherwise there stops the build.
// That they change no answer is proved in a browser: test/browser/accessibility.test.ts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { withShortcuts } from '@/scripts/build/axe-shortcuts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.js'), 'utf8');

describe('withShortcuts', () => {
  it('leaves a script that can be read, with every box as plain numbers', () => {
    const changed = withShortcuts(axe);
    expect(() => new Function(changed)).not.toThrow();
    expect(axe).toContain('new window.DOMRect(');
    expect(changed).not.toContain('new window.DOMRect(');
    expect(changed.split('function heldStyle(node)')).toHaveLength(2);
  });

  it('says what to look at when axe-core reads otherwise', () => {
    const other = axe.replace('new window.DOMRect(', 'new DOMRect(');
    expect(() => withShortcuts(other)).toThrow('"new window.DOMRect(" 5 times instead of 6');
    expect(() => withShortcuts(withShortcuts(axe))).toThrow('look at its changes');
  });
});
