// Reads one row of a register file, or says what is wrong with it.

import { type ImportRow, shorten } from '@/lib/import/import-plan';
import type { Filing } from '@/lib/model/register';
import type { RegisterEntry } from '@/lib/model/register-entry';
import { FILING_WORD } from '@/lib/text/filing-words';
import { asciiHost } from '@/lib/text/hosts';
import { isSiteCode } from '@/lib/text/site-code';
import { GROUP_WORD } from '@/lib/text/subject-words';
import type { RegisterField } from './fields';
import { readFilingState, readGroup, readKind, readPlatform, readYesNo } from './words';

type Row = ImportRow<RegisterField>;

/** What offices write for nothing. */
const NOTHING = /^(?:[-—–/\\、.]+|无|暂无|没有|空|n\/?a|null)$/i;

/** The row's entry; undefined when it is wrong (said to the row) or a line of sums. Empty cells say nothing. */
export function readRegisterEntry(row: Row): RegisterEntry | undefined {
  if (/^(合计|总计|小计|共计)/.test(row.text('name') || row.text('unit'))) return undefined;
  const said = (field: RegisterField) => (NOTHING.test(row.text(field)) ? '' : row.text(field));
  const platform = platformOf(row, said);
  const url = readAddress(row, said('url'));
  const siteIdCode = readCode(row, said('siteIdCode'));
  const kind = kindOf(said, platform !== undefined, url !== undefined || siteIdCode !== undefined);
  const name = said('name') || (kind === 'website' ? '' : said('account'));
  if (name === '') row.wrong('没有填写名称');
  if (kind === undefined) row.wrong('看不出是网站还是新媒体，请填写网址或平台，或在“类型”列写明');
  const group = said('group') === '' ? undefined : readGroup(said('group'));
  if (said('group') !== '' && group === undefined) {
    row.wrong(`分组“${shorten(said('group'))}”不认识，只能填 ${Object.values(GROUP_WORD).join('、')}`);
  }
  const filing = readFiling(row);
  const hasServices = readServices(row, said('hasServices'));
  const aliases = readAliases(row, said('aliases'));
  if (kind === undefined) return undefined;
  if (kind === 'website' && platform !== undefined) row.wrong('网站不应填写新媒体平台，请核对“类型”和“平台”');
  if (kind === 'website' && url === undefined) row.warn(`“${name}”没有网址，不能直接打开检查`);
  if (kind === 'new-media' && platform === undefined) row.wrong('没有填写平台，请写明微信公众号、新浪微博等');
  const account = accountOf(kind, name, said('account'), platform?.name ?? '');
  return {
    kind,
    name,
    ...filled({ unit: said('unit'), sponsor: said('sponsor'), note: said('note'), account }),
    ...filled({ contact: [said('contact'), said('phone')].filter((one) => one !== '').join(' ') }),
    ...(group && { group }),
    ...(platform && { platform: platform.platform }),
    ...(url !== undefined && { url }),
    ...(siteIdCode !== undefined && { siteIdCode }),
    ...(aliases.length > 0 && { aliases }),
    ...(hasServices !== undefined && { hasServices }),
    ...(filing && { filing }),
  };
}

/** In the platform's column many lists also say that a line is a website. */
function platformOf(row: Row, said: (field: RegisterField) => string) {
  const text = said('platform');
  if (text === '') return readKind(row.text('kind')) === undefined ? platformInKind(said('kind')) : undefined;
  return readKind(text) === 'website' ? undefined : readPlatform(text);
}

/** 类型 may itself name the platform: 微信公众号, 抖音. */
function platformInKind(text: string) {
  const found = text === '' ? undefined : readPlatform(text);
  return found && found.platform !== 'other' ? found : undefined;
}

function kindOf(
  said: (field: RegisterField) => string,
  hasPlatform: boolean,
  hasSite: boolean,
): RegisterEntry['kind'] | undefined {
  const stated = readKind(said('kind'));
  if (stated) return stated;
  if (hasPlatform) return 'new-media';
  return hasSite || readKind(said('platform')) === 'website' ? 'website' : undefined;
}

/** An account on a platform that is not counted by itself keeps the platform's name in front: 快手：示例发布. */
function accountOf(kind: RegisterEntry['kind'], name: string, account: string, platform: string): string {
  if (kind === 'website') return '';
  if (platform === '') return account;
  return `${platform}：${account === '' ? name : account}`;
}

/** An http(s) address in the form browsers write it; a bare host counts. */
export function readAddress(row: Pick<Row, 'wrong'>, text: string): string | undefined {
  if (text === '') return undefined;
  const plain = text.normalize('NFKC').replace(/。/g, '.').trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(plain) ? plain : `http://${plain}`;
  const url =
    URL.canParse(address) && !/[\s<>"'\u4e00-\u9fff].*\s/.test(plain) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || !/[.:]|^localhost$/.test(url.hostname) || / /.test(plain)) {
    row.wrong(`网址“${shorten(text)}”不能识别，请写成 http://www.shili.gov.cn/ 的形式`);
    return undefined;
  }
  return url.href;
}

function readCode(row: Row, text: string): string | undefined {
  if (text === '') return undefined;
  const code = text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  if (!isSiteCode(code)) {
    row.wrong(`网站标识码“${shorten(text)}”不正确，应为 10 位数字，或 bm 加 8 位数字`);
    return undefined;
  }
  return code;
}

function readAliases(row: Row, text: string): string[] {
  const hosts = text.split(/[、，,；;\s]+/).filter((one) => one !== '');
  const read = hosts.map((one) => asciiHost(one));
  if (read.some((host) => !/[.:]/.test(host))) row.wrong(`其他域名“${shorten(text)}”不能识别，请用顿号隔开`);
  return [...new Set(read)];
}

function readServices(row: Row, text: string): boolean | undefined {
  // 无 and 否 say something here.
  const said = text === '' ? row.text('hasServices') : text;
  const answer = said === '' ? undefined : readYesNo(said);
  if (said !== '' && answer === undefined && !NOTHING.test(said)) {
    row.wrong(`提供办事服务“${shorten(said)}”不认识，只能填 是、否`);
  }
  return answer;
}

function readFiling(row: Row): Filing | undefined {
  const text = row.text('filing');
  const state = text === '' || /^[-—/]+$/.test(text) ? undefined : readFilingState(text);
  if (state === undefined && text !== '' && !/^[-—/]+$/.test(text)) {
    row.wrong(`备案状态“${shorten(text)}”不认识，只能填 ${Object.values(FILING_WORD).join('、')}`);
  }
  const openedDay = row.day('openedDay', '开设日期');
  const changedDay = row.day('changedDay', '变更日期');
  const closedDay = row.day('closedDay', '关停日期');
  if (state === undefined && !openedDay && !changedDay && !closedDay) return undefined;
  if (openedDay && closedDay && closedDay < openedDay) row.wrong('关停日期早于开设日期，请核对');
  return {
    state: state ?? (closedDay ? 'closed' : 'unknown'),
    ...(openedDay && { openedDay }),
    ...(changedDay && { changedDay }),
    ...(closedDay && { closedDay }),
  };
}

function filled<T extends Record<string, string>>(texts: T): Partial<T> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')) as Partial<T>;
}
