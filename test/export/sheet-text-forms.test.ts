// CSV and HTML whatever the texts are: nothing is calculated, nothing becomes markup, nothing gets lost unseen.
import fc from 'fast-check';
import { Window } from 'happy-dom';
import { parse } from 'papaparse';
import { describe, expect, it } from 'vitest';
import { cleanText } from '@/lib/export/clean-text';
import { exampleView } from '../report/example-view';
import { exampleFile, textOf } from './example-export';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((codes) => String.fromCharCode(...codes)),
  fc.constantFrom(
    '=1+1',
    '+1',
    '-1+2',
    '@SUM(A1)',
    '\t=1',
    ' =1',
    '＝1',
    '</td><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '&lt;b&gt;',
    "'",
    '<!--',
    ']]>',
    '</style>',
  ),
);

function viewSaying(text: string) {
  const view = exampleView();
  const noted = view.verdicts.find((verdict) => verdict.criterionId === 'd2a.2');
  if (noted) noted.note = text;
  view.subject.name = text || '某站';
  const [evidence] = view.evidence;
  if (evidence) evidence.caption = text;
  for (const run of view.runs) {
    run.title = text;
    for (const finding of run.results.flatMap((result) => result.findings)) {
      finding.message = text;
      finding.locator.selector = text;
    }
  }
  return view;
}

describe('CSV', () => {
  it('is UTF-8 with BOM and CRLF', async () => {
    const { bytes } = await exampleFile('csv');
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = textOf(await exampleFile('csv'));
    expect(text.endsWith('\r\n')).toBe(true);
    const rows = parse<string[]>(text.slice(1).trimEnd()).data;
    expect(rows).toHaveLength(1 + 9 + 1);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([14]));
  });

  it('keeps any note readable and never lets it be calculated', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const csv = textOf(await exampleFile('csv', viewSaying(text)));
        const rows = parse<string[]>(csv.slice(1).replace(/\r\n$/, ''), { newline: '\r\n' }).data;
        const note = rows.find((row) => row[6] === '栏目名称不准确')?.[12] ?? '(no such row)';
        expect([cleanText(text), `'${cleanText(text)}`]).toContain(note);
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+@＝＋＠]|^\s*-(?!\d+(\.\d+)?$)/u);
      }),
      { numRuns: 60 },
    );
  });
});

describe('HTML', () => {
  it('runs and loads nothing', async () => {
    const text = textOf(await exampleFile('html'));
    expect(text).toContain('default-src &#39;none&#39;; img-src data:; style-src &#39;sha256-');
    expect(text).not.toMatch(/<script|\son\w+=|<link|<iframe|style="/i);
    expect(
      [...text.matchAll(/\s(?:src|href)="([^"]*)"/g)].every(([, url]) =>
        url?.startsWith('data:image/jpeg;base64,'),
      ),
    ).toBe(true);
  });

  it('shows any text as text', async () => {
    const count = (document: { querySelectorAll(selector: string): { length: number } }) =>
      ['tr', 'td', 'img', 'p', 'li', 'figure', 'style'].map((tag) => document.querySelectorAll(tag).length);
    const parseHtml = (source: string) => {
      const window = new Window({ settings: { disableJavaScriptEvaluation: true } });
      window.document.write(source);
      return window.document;
    };
    const expected = count(parseHtml(textOf(await exampleFile('html', viewSaying('普通文字')))));
    await fc.assert(
      fc.asyncProperty(
        anyText.filter((text) => text.trim() !== ''),
        async (text) => {
          const document = parseHtml(textOf(await exampleFile('html', viewSaying(text))));
          expect(count(document)).toEqual(expected);
          expect(document.querySelectorAll('script').length).toBe(0);
          const squeeze = (s: string) => s.replace(/\s+/g, ' ').trim();
          expect(squeeze(document.querySelector('h1')?.textContent ?? '')).toBe(
            squeeze(`${cleanText(text)}检查评分表`),
          );
        },
      ),
      { numRuns: 30 },
    );
  });
});
