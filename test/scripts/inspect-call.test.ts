// A wrong call of `npm run inspect` ends in one sentence before any browser starts; results never share a name.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileNames, readCall } from '@/scripts/inspect-call';
import { reasonOf } from '@/scripts/open-page';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gov-site-inspector-call-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const URL = 'http://www.shili.gov.cn/';

describe('readCall', () => {
  it('reads addresses from the line and from a list, even one that begins with a byte order mark', () => {
    const list = join(folder, 'list.txt');
    writeFileSync(list, '\uFEFFhttp://a.gov.cn/\r\n\r\nhttps://b.gov.cn/x\r\n');
    const out = join(folder, 'new', 'deep');
    const hostMap = 'MAP *.gov.cn 127.0.0.1:4100, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';
    const args = [URL, '--list', list, '--out', out, '--set', 'city-website', '--host-map', hostMap];
    const urls = [URL, 'http://a.gov.cn/', 'https://b.gov.cn/x'];
    expect(readCall(args)).toEqual({ urls, out, set: 'city-website', hostMap });
  });

  it('asks for nothing when help is wanted', () => {
    expect(readCall(['--help'])).toBeNull();
  });

  it.each([
    [['www.shili.gov.cn'], '“www.shili.gov.cn”不是完整的网址'],
    [['http://'], '“http://”不是完整的网址'],
    [['javascript:alert(1)'], '不是完整的网址'],
    [[], '没有给出要检查的网址'],
    [[URL], '没有给出存放结果的目录'],
    [[URL, '--set', 'nonsense'], '没有编号为“nonsense”的指标体系，可用：city-new-media'],
    [[URL, '--host-map', 'MAP *.gov.cn'], '“MAP *.gov.cn”写法不对'],
    [[URL, '--host-map', 'MAP * x:1,nonsense'], '“nonsense”写法不对'],
    [[URL, '--list', '/no/such/list'], '读不到网址清单 /no/such/list'],
    [[URL, '--colour'], '选项 --colour 不认识'],
    [[URL, '--out'], '选项 --out 不认识，或没有给出它的内容'],
  ])('refuses %j', (args, sentence) => {
    expect(() => readCall(args)).toThrow(sentence);
  });

  it('refuses a folder that cannot be written to', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(() => readCall([URL, '--out', join(file, 'below')])).toThrow('不能写入');
    const locked = join(folder, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o500);
    // The superuser may write everywhere.
    if (process.getuid?.() !== 0) expect(() => readCall([URL, '--out', locked])).toThrow('不能写入');
  });
});

describe('fileNames', () => {
  it('numbers further addresses of a host and leaves the names of other hosts free', () => {
    const urls = ['http://a.gov.cn/', 'http://a.gov.cn/x', 'http://a.gov.cn-2/', 'http://a.gov.cn:81/'];
    expect(fileNames(urls)).toEqual(['a.gov.cn', 'a.gov.cn-3', 'a.gov.cn-2', 'a.gov.cn-4']);
  });

  it('never gives one name twice', () => {
    const host = fc.constantFrom('a', 'a-2', 'a-3', 'b', 'a-2-2');
    fc.assert(
      fc.property(fc.array(host, { maxLength: 12 }), (hosts) => {
        const names = fileNames(hosts.map((each) => `http://${each}/`));
        expect(new Set(names).size).toBe(names.length);
        hosts.forEach((each, index) => {
          expect(names[index]?.startsWith(each)).toBe(true);
        });
      }),
    );
  });
});

describe('reasonOf', () => {
  it.each([
    ['page.goto: net::ERR_NAME_NOT_RESOLVED at http://x/', '域名解析不到（ERR_NAME_NOT_RESOLVED）'],
    [
      'page.goto: net::ERR_CERT_DATE_INVALID at https://x/',
      '网站的安全证书或加密连接有问题（ERR_CERT_DATE_INVALID）',
    ],
    ['page.goto: Download is starting\nCall log', '这个地址是下载文件，不是网页'],
    ['page.goto: Timeout 60000ms exceeded.', '等待太久没有回答'],
    ['page.goto: net::ERR_SOMETHING_NEW at http://x/', 'ERR_SOMETHING_NEW'],
  ])('%s', (message, sentence) => {
    expect(reasonOf(message)).toBe(sentence);
  });
});

it('the sets that can be named are those that the extension ships', () => {
  const { id } = JSON.parse(readFileSync('lib/indicators/sets/national-website.json', 'utf8')) as {
    id: string;
  };
  expect(readCall([URL, '--set', id, '--out', folder])?.set).toBe(id);
});
