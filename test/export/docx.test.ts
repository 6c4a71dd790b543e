// The DOCX writer, read back by another reader and part by part.
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { paperHtml } from '@/lib/export/blocks-html';
import { writeDocx } from '@/lib/export/docx';
import type { Picture } from '@/lib/export/pictures';
import type { Paper } from '@/lib/report/blocks';
import { tinyJpeg } from './pictures';

const AT = new Date('2026-01-05T02:00:00Z');
const HOSTILE = '<script>alert(1)</script>{ HYPERLINK "http://x" }\u0001&\ud800 =1+1';
const paper: Paper = {
  title: '关于检查情况的通报',
  blocks: [
    { kind: 'title', text: '关于检查情况的通报' },
    { kind: 'paragraph', text: '各区人民政府：', style: 'addressee' },
    { kind: 'heading', level: 1, text: '一、检查情况' },
    { kind: 'heading', level: 2, text: '（一）总体情况' },
    { kind: 'paragraph', lead: { level: 3, text: '1.政府网站。' }, text: '平均得分为104.05分。' },
    { kind: 'paragraph', text: HOSTILE },
    { kind: 'list', items: ['第一项', '第二项'] },
    { kind: 'picture', id: 'e1', caption: '图1　首页' },
    { kind: 'picture', id: 'gone', caption: '图2　栏目' },
    { kind: 'page-break' },
    {
      kind: 'table',
      caption: '附件1　排名',
      columns: [
        { title: '序号', width: 1, align: 'center' },
        { title: '网站', width: 4 },
      ],
      rows: [
        ['1', '甲区\n门户'],
        ['2', HOSTILE],
      ],
    },
    { kind: 'paragraph', text: '2026年1月5日', style: 'signature' },
  ],
};
const pictures = new Map<string, Picture>([
  ['e1', { bytes: tinyJpeg(), mime: 'image/jpeg', width: 1600, height: 900 }],
]);

describe('DOCX', async () => {
  const bytes = await writeDocx(paper, pictures, AT);
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]),
  );
  const document = parts['word/document.xml'] ?? '';
  const styles = parts['word/styles.xml'] ?? '';

  it('is read by another reader: headings, text, table and picture', async () => {
    const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    expect(value).toContain('<h1>一、检查情况</h1>');
    expect(value).toContain('<h2>（一）总体情况</h2>');
    expect(value).toContain('平均得分为104.05分。');
    expect(value).toMatch(/<table>.*甲区<br \/>门户.*<\/table>/s);
    expect(value).toContain('<img alt="图1　首页"');
    expect(value).toContain('图2　栏目（图片无法读取）');
  });

  it('has the page and the type of official papers', () => {
    // Twips: A4 and margins of 37, 35, 28 and 26 mm.
    expect(document).toMatch(
      /<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"|<w:pgSz [^>]*w:h="16838"[^>]*w:w="11906"/,
    );
    for (const [side, twips] of Object.entries({ top: 2098, bottom: 1984, left: 1587, right: 1474 })) {
      expect(document).toContain(`w:${side}="${twips}"`);
    }
    expect(styles).toContain('w:eastAsia="仿宋_GB2312"');
    expect(styles).toContain('w:eastAsia="黑体"');
    expect(styles).toContain('w:eastAsia="楷体_GB2312"');
    expect(styles).toContain('<w:sz w:val="32"/>');
    expect(styles).toMatch(/<w:spacing [^>]*w:line="560"[^>]*w:lineRule="exact"/);
    expect(document).toMatch(/w:eastAsia="方正小标宋简体"/);
    expect(document).toMatch(/w:firstLineChars="200"/);
    // 28 signs of 16 pt, each 0.25 pt closer, are not wider than 156 mm.
    expect(styles).toMatch(/<w:rPrDefault>.*<w:spacing w:val="-5"\/>.*<\/w:rPrDefault>/s);
    expect(28 * (16 - 0.25)).toBeLessThanOrEqual((156 / 25.4) * 72);
    expect(parts['word/fontTable.xml']).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
    const footers = Object.keys(parts).filter((path) => path.startsWith('word/footer'));
    expect(footers).toHaveLength(2);
    for (const path of footers) expect(parts[path]).toContain('PAGE');
  });

  it('begins an annex on a new page, and leaves no empty line at the head of any', async () => {
    const blocks: Paper['blocks'] = [
      { kind: 'paragraph', style: 'annex-list', text: '附件：1.甲\n2.乙' },
      { kind: 'paragraph', style: 'annex', text: '附件1' },
      { kind: 'page-break' },
      { kind: 'paragraph', text: '正文' },
    ];
    const { 'word/document.xml': part } = unzipSync(await writeDocx({ title: '', blocks }, new Map(), AT));
    const paragraphs = strFromU8(part ?? new Uint8Array()).match(/<w:p>.*?<\/w:p>/gs) ?? [];
    expect(paragraphs.map((one) => /<w:pageBreakBefore\/>/.test(one))).toEqual([false, true, true]);
    expect(paragraphs[0]).toMatch(/w:hanging="960"/);
    expect(paragraphs.join()).not.toContain('<w:br w:type="page"');
  });

  it('holds each picture as it is, not packed again', () => {
    const stored: string[] = [];
    const media = unzipSync(bytes, {
      filter: ({ name, compression }) => {
        if (compression === 0) stored.push(name);
        return name.startsWith('word/media/');
      },
    });
    const [[path, picture] = ['', new Uint8Array()], ...more] = Object.entries(media);
    expect(more).toEqual([]);
    expect(stored).toContain(path);
    expect(Buffer.compare(picture, tinyJpeg())).toBe(0);
  });

  it('keeps text text', () => {
    expect(document).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt;{ HYPERLINK &quot;http://x&quot; }␁&amp;\ufffd =1+1',
    );
    expect(document).not.toContain('fldChar');
    expect(document).not.toContain('instrText');
    expect(document).not.toContain('\u0001');
  });

  it('gives the same bytes for the same paper, whatever was written before', async () => {
    expect(Buffer.compare(await writeDocx(paper, pictures, AT), bytes)).toBe(0);
    expect(parts['docProps/core.xml']).toContain('2026-01-05T02:00:00Z');
  });
});

describe('HTML', () => {
  it('says the same, escaped, without anything to load or run', async () => {
    const html = await paperHtml(paper, pictures);
    expect(html).toContain('<h2>一、检查情况</h2>');
    expect(html).toContain('<span class="lead-3">1.政府网站。</span>平均得分为104.05分。');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain('<script');
    expect(html).toContain('src="data:image/jpeg;base64,');
    expect(html).toContain("default-src 'none'");
    expect(html).toMatch(/@page \{ size: A4; margin: 37mm 26mm 35mm 28mm; \}/);
    expect(html).toContain('图2　栏目（图片无法读取）');
  });
});
