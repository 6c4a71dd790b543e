// What `npm run inspect` was asked to do: its arguments, checked before a browser is started, and the files' names.
import { accessSync, constants, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const USAGE =
  '用法：npm run inspect -- 网址… --out 目录 [--set 指标体系编号] [--list 网址清单文件] [--host-map "MAP *.gov.cn 127.0.0.1:端口"]';

export interface InspectCall {
  urls: string[];
  /** Folder for the files; it is there and may be written to. */
  out: string;
  set?: string;
  hostMap?: string;
}

const SETS = resolve('lib/indicators/sets');
/** Rules of Chromium's `--host-resolver-rules`. A wrong one is ignored by the browser, and the pages would not open. */
const HOST_RULE = /^(MAP\s+\S+\s+\S+|EXCLUDE\s+\S+)$/i;

/** Throws an Error with one Chinese sentence when the call cannot be carried out; null when only help is wanted. */
export function readCall(args: readonly string[]): InspectCall | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const urls = [...positionals, ...(values.list === undefined ? [] : readList(values.list))];
  const wrong = urls.find((url) => !/^https?:\/\//.test(url) || !URL.canParse(url));
  if (wrong !== undefined) throw new Error(`“${wrong}”不是完整的网址，请以 http:// 或 https:// 开头`);
  if (urls.length === 0) throw new Error('没有给出要检查的网址');
  const sets = shippedSets();
  if (values.set !== undefined && !sets.includes(values.set))
    throw new Error(`没有编号为“${values.set}”的指标体系，可用：${sets.join('、')}`);
  const hostMap = values['host-map'];
  const badRule = hostMap?.split(',').find((rule) => !HOST_RULE.test(rule.trim()));
  if (badRule !== undefined)
    throw new Error(`--host-map 中的“${badRule.trim()}”写法不对，应如 MAP *.gov.cn 127.0.0.1:4100`);
  if (!values.out) throw new Error('没有给出存放结果的目录（--out）');
  return {
    urls,
    out: usableFolder(values.out),
    ...(values.set === undefined ? {} : { set: values.set }),
    ...(hostMap ? { hostMap } : {}),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        set: { type: 'string' },
        'host-map': { type: 'string' },
        list: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    const option = /'(-[^\s']*)/.exec(error instanceof Error ? error.message : '')?.[1];
    throw new Error(option ? `选项 ${option} 不认识，或没有给出它的内容` : '参数写法不对');
  }
}

function readList(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\s+/)
      .filter(Boolean);
  } catch {
    throw new Error(`读不到网址清单 ${file}，请核对路径`);
  }
}

function shippedSets(): string[] {
  return readdirSync(SETS)
    .filter((file) => file.endsWith('.json'))
    .map((file) => basename(file, '.json'))
    .sort();
}

function usableFolder(given: string): string {
  const out = resolve(given);
  try {
    mkdirSync(out, { recursive: true });
    accessSync(out, constants.W_OK);
  } catch {
    throw new Error(`目录 ${out} 不能写入，请换一个目录或检查权限`);
  }
  return out;
}

/** `host`, and `host-2`, `host-3` … for further addresses of the same host; no two are equal. */
export function fileNames(urls: readonly string[]): string[] {
  const hosts = urls.map((url) => new URL(url).hostname.replace(/[^\w.-]/g, '_'));
  const taken = new Set(hosts);
  const first = new Set<string>();
  return hosts.map((host) => {
    if (!first.has(host)) {
      first.add(host);
      return host;
    }
    let count = 2;
    while (taken.has(`${host}-${count}`)) count += 1;
    taken.add(`${host}-${count}`);
    return `${host}-${count}`;
  });
}

/** Path of a result without its ending. */
export function resultPath(call: InspectCall, index: number): string {
  return join(call.out, fileNames(call.urls)[index] ?? String(index));
}
