// Reads the user's list of government hosts, one per line, and says which lines cannot be used and why.
import { asciiHost, isIpHost, registrableDomain } from '@/lib/text/hosts';

export interface HostProblem {
  /** 1, 2, 3 … */
  line: number;
  message: string;
}

/**
 * Lines → hosts as the settings keep them: lower case, without scheme, path, port, `*.` or leading dot; each once, in
 * the order given. Empty lines are passed over. A suffix shared by strangers (`com.cn`) is refused.
 */
export function readHostList(text: string): { hosts: string[]; problems: HostProblem[] } {
  const hosts = new Map<string, string>();
  const problems: HostProblem[] = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.normalize('NFKC').trim();
    if (line === '') return;
    const bare = line.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/^\*?\.+/, '');
    const named = bare.replace(/[/?#:].*$/, '').toLowerCase();
    const host = asciiHost(named);
    const complain = (why: string) =>
      problems.push({ line: index + 1, message: `第 ${index + 1} 行“${line}”${why}` });
    if (host === '' || !isHostName(named)) complain('不是域名，请填写如 www.example.cn 的域名。');
    else if (!isIpHost(host) && registrableDomain(host) === null)
      complain('范围过大或不完整，请填写到具体单位的域名。');
    else if (!hosts.has(host)) hosts.set(host, named);
  });
  return { hosts: [...hosts.values()], problems };
}

/** Letters of any script, digits, hyphens and dots; no label empty. */
function isHostName(text: string): boolean {
  return /^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*$/u.test(text);
}
