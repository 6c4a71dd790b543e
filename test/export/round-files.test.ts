// The files of a round's papers, read back by readers that are not their writers.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { PictureSource } from '@/lib/export/picture-source';
import { bundlePictures, readBundle, writeBundle } from '@/lib/export/round-bundle';
import {
  bulletinFile,
  noticesZip,
  type RoundPaperSource,
  roundPapers,
  workbookFile,
} from '@/lib/export/round-files';
import type { RoundBook } from '@/lib/model/round-book';
import { DEFAULT_TEXTS } from '@/lib/report/papers/default-template';
import { unitsOfRound } from '@/lib/report/papers/unit-papers';
import { goldenRound } from '../rounds/golden-round';
import { tinyJpeg } from './pictures';

const AT = new Date('2024-01-05T02:00:00Z');
const golden = goldenRound();
const book = withPictures(golden.book);
/** Without the accounts: enough for what does not count them. */
const sites: RoundBook = {
  ...book,
  entries: book.entries.filter(({ subject }) => subject.kind === 'website'),
};
const source: RoundPaperSource = {
  book,
  previous: golden.previous,
  office: '示例市政务服务局',
  texts: DEFAULT_TEXTS,
  at: AT,
  pictures: picturesFor(book),
};

describe('files of a round', () => {
  const papers = roundPapers(source);

  it('bulletin: another reader finds the figures; equal input gives equal bytes', async () => {
    const file = await bulletinFile(papers, 'docx');
    expect(file.name).toBe('2023年第四季度_示例市政务服务局_20240105_通报.docx');
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(file.bytes) });
    for (const figure of [
      '104.05分',
      '提升0.41分',
      '100.49分',
      '1753个',
      '99.71分',
      '下降0.13分',
      '84.58%',
    ]) {
      expect(value).toContain(figure);
    }
    const again = await bulletinFile(roundPapers(source), 'docx');
    expect(Buffer.compare(again.bytes, file.bytes)).toBe(0);
    const html = new TextDecoder().decode((await bulletinFile(papers, 'html')).bytes);
    expect(html).toContain('104.05分');
  });

  it('workbook: ranking, all sheets, problems, messages and accounts, numbers as numbers', async () => {
    const file = await workbookFile(papers);
    const read = new ExcelJS.Workbook();
    await read.xlsx.load(file.bytes.buffer as ArrayBuffer);
    expect(read.worksheets.map(({ name }) => name)).toEqual([
      '排名',
      '全部评分',
      '全部问题',
      '找错留言',
      '政务新媒体',
    ]);
    const rows = (name: string) => {
      const found: unknown[][] = [];
      read.getWorksheet(name)?.eachRow((row) => found.push(Array.isArray(row.values) ? row.values : []));
      return found;
    };
    expect(rows('全部评分')).toHaveLength(3 + 74 + 1753);
    expect(rows('找错留言')).toHaveLength(3 + 506);
    const band = rows('排名').map((row) => String(row[1]));
    expect(band).toContain('区政府门户网站（16 个，已完成 16 个，平均 104.05 分）');
    const totals = rows('全部评分')
      .filter((row) => row[2] === '政府网站' && row[3] === '区政府')
      .map((row) => Number(row[9]));
    expect(totals).toHaveLength(16);
    expect(totals.reduce((sum, one) => sum + one, 0) / 16).toBeCloseTo(104.05, 5);
    const problems = book.entries.flatMap(({ problems: all }) => all.filter(({ part }) => part !== 'bonus'));
    expect(rows('全部问题')).toHaveLength(3 + problems.length);
    expect(Buffer.compare((await workbookFile(papers)).bytes, file.bytes)).toBe(0);
  }, 60_000);

  it('notices: one document per unit with problems, safe names, pictures inside, told as it goes', async () => {
    const told: number[] = [];
    const papers = roundPapers({ ...source, book: sites });
    const file = await noticesZip(papers, { onProgress: (done) => told.push(done) });
    const parts = unzipSync(file.bytes);
    const units = unitsOfRound(papers.material).filter(({ problems }) => problems > 0);
    expect(Object.keys(parts)).toHaveLength(units.length);
    expect(told.at(-1)).toBe(units.length);
    for (const name of Object.keys(parts)) expect(name).not.toMatch(/[\\/:*?"<>|]/);
    const pictured = Object.entries(parts).find(([name]) => name.includes(unitOfPicture()));
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(pictured?.[1] ?? []) });
    expect(value).toContain('图1　问题截图');
    expect(value).toContain('<img');
  }, 60_000);

  it('notices stop when they are told to', async () => {
    const cancel = new AbortController();
    const work = noticesZip(papers, {
      signal: cancel.signal,
      onProgress: () => cancel.abort(new Error('停')),
    });
    await expect(work).rejects.toThrow('停');
  });
});

describe('bundle', async () => {
  const head = {
    at: AT.toISOString(),
    office: '示例市政务服务局',
    texts: DEFAULT_TEXTS,
    book: sites,
    previous: golden.previous,
  };
  const text = new TextDecoder().decode(await writeBundle(head, source.pictures));

  it('comes back as it was, and makes the same bulletin', async () => {
    const bundle = readBundle(text);
    expect(bundle.book).toEqual(sites);
    const papers = roundPapers({ ...bundle, at: new Date(bundle.at), pictures: bundlePictures(bundle) });
    const direct = await bulletinFile(roundPapers({ ...source, book: sites }), 'docx');
    expect(Buffer.compare((await bulletinFile(papers, 'docx')).bytes, direct.bytes)).toBe(0);
    expect(bundlePictures(bundle).known.size).toBe(1);
  });

  it.each([
    ['not JSON', '{', '不是有效的 JSON'],
    ['a foreign file', '{"schema":"gov-site-inspector/inspection@1"}', '不是检查轮次数据包'],
    ['no schema', '[]', '不是检查轮次数据包'],
    ['the future', '{"schema":"gov-site-inspector/round@2"}', '请先升级本软件'],
    [
      'a part missing',
      '{"schema":"gov-site-inspector/round@1","at":"2024-01-05T02:00:00Z"}',
      '不完整或被改动过',
    ],
  ])('refuses %s with one sentence', (_, bad, part) => {
    expect(() => readBundle(bad)).toThrow(new RegExp(`^[^\\n]*${part}[^\\n]*。$`));
  });

  it('gives the same files on the command line, and refuses a bad file with exit code 1', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'papers-'));
    writeFileSync(join(folder, 'bundle.json'), text);
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', 'scripts/report.ts', ...args], { encoding: 'utf8' });
    const done = run(join(folder, 'bundle.json'), '--out', join(folder, 'out'));
    expect(done.stderr).toBe('');
    expect(done.status).toBe(0);
    const names = readdirSync(join(folder, 'out'));
    expect(names.map((name) => name.replace(/^.*_20240105_/, '')).sort()).toEqual([
      '工作簿.xlsx',
      '整改通知.zip',
      '自查情况',
      '通报.docx',
      '通报.html',
    ]);
    const docx = names.find((name) => name.endsWith('.docx')) ?? '';
    const direct = await bulletinFile(roundPapers({ ...source, book: sites }), 'docx');
    expect(Buffer.compare(readFileSync(join(folder, 'out', docx)), direct.bytes)).toBe(0);
    writeFileSync(join(folder, 'bad.json'), text.slice(0, 1000));
    const refused = run(join(folder, 'bad.json'), '--out', join(folder, 'none'));
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/^✘ [^\n]+。\n$/);
    expect(readdirSync(folder)).not.toContain('none');
  }, 120_000);
});

/** The golden round with one picture at the first problem of a website. */
function withPictures(plain: RoundBook): RoundBook {
  let left = 1;
  return {
    ...plain,
    entries: plain.entries.map((entry) => ({
      ...entry,
      problems: entry.problems.map((problem) =>
        entry.subject.kind === 'website' && problem.part !== 'bonus' && left-- > 0
          ? { ...problem, evidenceIds: ['e1'] }
          : problem,
      ),
    })),
  };
}

function picturesFor(pictured: RoundBook): PictureSource {
  const url = pictured.entries[0]?.subject.url ?? '';
  const picture = { bytes: tinyJpeg(), mime: 'image/jpeg' as const, width: 16, height: 9 };
  return {
    known: new Map([['e1', { id: 'e1', number: 1, caption: '问题截图', url }]]),
    load: async (ids) => new Map(ids.filter((id) => id === 'e1').map((id) => [id, picture])),
  };
}

function unitOfPicture(): string {
  const entry = book.entries.find(({ problems }) =>
    problems.some(({ evidenceIds }) => evidenceIds.length > 0),
  );
  return entry?.subject.unit ?? '';
}
