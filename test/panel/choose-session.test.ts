// Which inspection a page belongs to, and the subject made from a page alone.
import { describe, expect, it } from 'vitest';
import { adHocSubject, hostOf, proposedName, subjectForHost } from '@/components/panel/choose-session';
import { Subject } from '@/lib/model/session';

const subject = (id: string, host: string, aliases: string[] = []): Subject => ({
  id,
  kind: 'website',
  name: id,
  host,
  aliases,
  adHoc: false,
  hasServices: true,
});

describe('the registered subject of a host', () => {
  const list = [subject('city', 'www.shili.gov.cn', ['shili.gov.cn']), subject('tax', 'tax.shili.gov.cn')];
  it('is the most specific one', () => {
    expect(subjectForHost(list, 'tax.shili.gov.cn')?.id).toBe('tax');
    expect(subjectForHost(list, 'zwfw.shili.gov.cn')?.id).toBe('city');
  });
  it('is never one that merely ends alike', () => {
    expect(subjectForHost(list, 'notshili.gov.cn')).toBeUndefined();
  });
});

describe('a subject made from the page', () => {
  const page = {
    url: 'http://www.shili.gov.cn:8080/zwgk/index.html?x=1',
    title: ' 政务公开 - 示例市 ',
    viewport: { width: 1, height: 1, ratio: 1 },
  };
  it('takes the SiteName tag, else the title, else the host', () => {
    expect(proposedName({ ...page, siteName: '示例市人民政府' })).toBe('示例市人民政府');
    expect(proposedName(page)).toBe('示例市');
    expect(proposedName({ ...page, url: 'http://www.shili.gov.cn/', title: '示例 - 开放之城' })).toBe('示例');
    expect(proposedName({ ...page, title: '首页' })).toBe('www.shili.gov.cn');
    expect(proposedName({ ...page, title: ' ' })).toBe('www.shili.gov.cn');
  });
  it('is a valid record with the home page as address', () => {
    const made = adHocSubject(page, { name: ' 示例市 ', siteIdCode: ' 1234567890 ', hasServices: false });
    expect(Subject.omit({ id: true }).parse(made)).toEqual(made);
    expect(made).toMatchObject({
      name: '示例市',
      siteIdCode: '1234567890',
      host: 'www.shili.gov.cn',
      url: 'http://www.shili.gov.cn:8080/',
      adHoc: true,
      hasServices: false,
    });
  });
});

it('knows hosts of web pages only', () => {
  expect(hostOf('https://WWW.Shili.gov.cn/')).toBe('www.shili.gov.cn');
  expect(hostOf('chrome://extensions/')).toBeUndefined();
  expect(hostOf('')).toBeUndefined();
});
