// @vitest-environment happy-dom
// Selectors lead back to their element, in shadow roots too, and stay cheap on large pages.
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSelectorReader, elementAt, selectorOf } from '@/lib/probes/dom/selector';

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('selectorOf', () => {
  it('prefers a unique id and numbers siblings of one name', () => {
    document.body.innerHTML =
      '<div id="a"><p></p><p><b></b></p></div><div id="dup"></div><div id="dup"><i></i></div>';
    expect(selectorOf(document.querySelector('b') as Element)).toBe('#a > p:nth-of-type(2) > b');
    const twin = document.querySelector('i') as Element;
    expect(selectorOf(twin)).toBe('html > body > div:nth-of-type(3) > i');
    expect(elementAt(selectorOf(twin), document)).toBe(twin);
  });

  it('names elements inside open shadow roots step by step', () => {
    document.body.innerHTML = '<div id="host"></div><p></p>';
    const root = (document.querySelector('#host') as Element).attachShadow({ mode: 'open' });
    root.innerHTML = '<span></span><span><em id="in"></em><b></b></span>';
    expect(selectorOf(root.querySelector('b') as Element)).toBe('#host >>> :host > span:nth-of-type(2) > b');
    const inner = root.querySelector('#in') as Element;
    expect(selectorOf(inner)).toBe('#host >>> #in');
    expect(elementAt('#host >>> #in', document)).toBe(inner);
  });

  it('is empty for a detached element', () => {
    expect(selectorOf(document.createElement('p'))).toBe('');
    expect(elementAt('', document)).toBeNull();
    expect(elementAt('p[', document)).toBeNull();
    expect(elementAt('#none >>> a', document)).toBeNull();
  });

  it('leads back on any tree', () => {
    const tree = (depth: number): fc.Arbitrary<string> =>
      fc
        .tuple(
          fc.constantFrom('div', 'b', 'span', 'section'),
          fc.option(fc.constantFrom('a', 'b', 'c')),
          depth > 0 ? fc.array(tree(depth - 1), { maxLength: 4 }) : fc.constant([]),
        )
        .map(
          ([name, id, inner]) => `<${name}${id === null ? '' : ` id="${id}"`}>${inner.join('')}</${name}>`,
        );
    fc.assert(
      fc.property(fc.array(tree(3), { maxLength: 5 }), (parts) => {
        document.body.innerHTML = parts.join('');
        const read = createSelectorReader();
        for (const element of document.querySelectorAll('body, body *')) {
          expect(read(element)).toBe(selectorOf(element));
          expect(elementAt(read(element), document)).toBe(element);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('createSelectorReader', () => {
  it('counts ids once and each row of siblings once, however many elements are asked', () => {
    document.body.innerHTML = `<ul>${'<li id="x"><a>1</a></li>'.repeat(2000)}</ul>`;
    const queries = vi.spyOn(Document.prototype, 'querySelectorAll');
    const links = [...document.body.querySelectorAll('a')];
    const read = createSelectorReader();
    const steps = new Set(links.map(read));
    expect(steps.size).toBe(2000);
    expect(queries).toHaveBeenCalledTimes(1);
    queries.mockRestore();
  });
});
