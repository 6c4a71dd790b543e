// Whole files from one session: stable bytes, the agreed names and types, pictures rendered one at a time.
import { describe, expect, it } from 'vitest';
import { exportSheet } from '@/lib/export/export-sheet';
import { ExportError } from '@/lib/export/exported-file';
import { AT, exampleView, HOME, LIST } from '../report/example-view';
import { exampleDesk, exampleFile, JPEG_URL, textOf } from './example-export';
import { tinyJpeg } from './pictures';

const FORMATS = ['xlsx', 'csv', 'html', 'json'] as const;

describe('exportSheet', () => {
  it.each(FORMATS)('gives equal bytes for equal sessions: %s', async (format) => {
    const [a, b] = [await exampleFile(format), await exampleFile(format)];
    expect(Buffer.from(a.bytes).equals(Buffer.from(b.bytes))).toBe(true);
  });

  it.each(['json', 'csv', 'html'] as const)('still gives the agreed file: %s', async (format) => {
    await expect(textOf(await exampleFile(format))).toMatchFileSnapshot(`golden/example.${format}.txt`);
  });

  it('does not depend on the order of stored records', async () => {
    const reversed = exampleView();
    for (const list of [
      reversed.verdicts,
      reversed.decisions,
      reversed.runs,
      reversed.evidence,
      reversed.visits,
    ]) {
      list.reverse();
    }
    for (const run of reversed.runs) {
      run.results.reverse();
      run.skipped.reverse();
    }
    for (const format of FORMATS) {
      const [a, b] = [await exampleFile(format), await exampleFile(format, reversed)];
      expect(Buffer.from(a.bytes).equals(Buffer.from(b.bytes)), format).toBe(true);
    }
  });

  it('names files by round, site and day in Beijing', async () => {
    const late = new Date('2026-11-23T16:30:00Z');
    const file = await exportSheet({ desk: exampleDesk, view: exampleView(), format: 'xlsx', now: late });
    expect(file.name).toBe('2026年第四季度_示例市人民政府_20261124_评分表.xlsx');
    expect((await exampleFile('json')).name).toBe('2026年第四季度_示例市人民政府_20261123_检查结果.json');
    expect(new Set(await Promise.all(FORMATS.map(async (f) => (await exampleFile(f)).mime))).size).toBe(4);
  });

  it('renders pictures one after the other and embeds what comes back', async () => {
    let open = 0;
    const asked: string[] = [];
    const file = await exportSheet({
      desk: {
        evidenceImage: async ({ id }) => {
          asked.push(id);
          return JPEG_URL;
        },
      },
      view: exampleView(),
      format: 'html',
      now: AT,
      renderPicture: async (image, evidence) => {
        expect(image).toBe(JPEG_URL);
        expect(++open).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 1));
        open--;
        return { bytes: tinyJpeg(), width: evidence.number * 100, height: 50 };
      },
    });
    expect(asked).toEqual(['e1', 'e2', 'e4']);
    expect(textOf(file).match(/width="(\d+)"/g)).toEqual(['width="100"', 'width="200"', 'width="400"']);
  });

  it('says where a picture could not be read, and keeps the rest', async () => {
    const desk = {
      evidenceImage: async ({ id }: { id: string }) => {
        if (id === 'e2') throw new Error('lost');
        return id === 'e4' ? 'data:text/html;base64,PHNjcmlwdD4=' : JPEG_URL;
      },
    };
    const text = textOf(await exportSheet({ desk, view: exampleView(), format: 'html', now: AT }));
    expect(text).toContain('<p>图2（图片无法读取）</p>');
    expect(text).toMatch(/图4　适老化[^<]*（图片无法读取）/);
    expect(text.match(/<img /g)).toHaveLength(1);
    expect(text).not.toContain('PHNjcmlwdD4');
  });

  it('exports the latest run as JSON, or the page asked for by its first or final address', async () => {
    const urlOf = async (url?: string) =>
      JSON.parse(
        textOf(
          await exportSheet({
            desk: exampleDesk,
            view: exampleView(),
            format: 'json',
            now: AT,
            ...(url ? { url } : {}),
          }),
        ),
      ).url;
    expect(await urlOf()).toBe(LIST);
    expect(await urlOf(HOME)).toBe(HOME);
    expect(await urlOf(`${HOME}index.html`)).toBe(HOME);
    await expect(urlOf('http://other.gov.cn/')).rejects.toThrow(ExportError);
    const empty = { ...exampleView(), runs: [] };
    await expect(exampleFile('json', empty)).rejects.toThrow(/还没有运行过自动检查/);
  });

  it('exports a session in which nothing was done yet', async () => {
    const fresh = { ...exampleView(), verdicts: [], decisions: [], runs: [], visits: [], evidence: [] };
    expect(textOf(await exampleFile('html', fresh))).toContain('没有认定的问题。');
    expect((await exampleFile('xlsx', fresh)).bytes.length).toBeGreaterThan(1000);
    expect(textOf(await exampleFile('csv', fresh))).toContain('未检');
  });
});
