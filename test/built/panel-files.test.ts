// What the panel loads before its first picture, read from the built page: few files, and nothing that only later screens need.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = '.output/chrome-mv3';
const page = readFileSync(`${FOLDER}/sidepanel.html`, 'utf8');
const scripts = [...page.matchAll(/(?:src|href)="\/(chunks\/[^"]+\.js)"/g)].map(([, file = '']) => file);
const styles = [...page.matchAll(/href="\/(assets\/[^"]+\.css)"/g)].map(([, file = '']) => file);
const codeOf = (file: string) => readFileSync(`${FOLDER}/${file}`, 'utf8');

describe('the panel’s first files', () => {
  it('are few, and all that its screens need is fetched at once', () => {
    expect(scripts.length).toBeLessThanOrEqual(6);
    expect(styles).toHaveLength(1);
    const needed = scripts.flatMap((file) =>
      [...codeOf(file).matchAll(/(?:from|^import)\s*"\.\/([^"]+\.js)"/gm)].map(
        ([, name]) => `chunks/${name}`,
      ),
    );
    expect(needed.length).toBeGreaterThan(2);
    expect(scripts).toEqual(expect.arrayContaining(needed));
    expect(scripts.map(codeOf).join('')).toContain('一键检查');
  });

  it('are without the list of public suffixes, the probes’ facts and the table of the desk’s calls', () => {
    const code = scripts.map(codeOf).join('');
    // One suffix of the list, one message of the road into the page, one call that only the workbench makes.
    expect(code).not.toContain('myshopify');
    expect(code).not.toContain('页面给出的检查数据不合格式');
    expect(code).not.toContain('典型做法不能超过 500 字');
  });

  it('put our styles after the library’s, so that ours hold', () => {
    const css = styles.map(codeOf).join('');
    const [ours] = css.match(/\._root_\w+/) ?? [];
    expect(ours).toBeDefined();
    expect(css.lastIndexOf('.m_')).toBeLessThan(css.indexOf(`${ours}`));
  });

  it('lets the workbench draw no panel', () => {
    const workbench = readFileSync(`${FOLDER}/workbench.html`, 'utf8');
    const [entry = ''] = scripts;
    expect(entry).toMatch(/sidepanel/);
    expect(workbench).not.toContain(entry);
    expect(workbench).not.toContain('panel-screens');
  });
});
