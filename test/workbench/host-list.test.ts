// The list of government hosts: what people paste becomes hosts, what would let strangers in is refused.
import { describe, expect, it } from 'vitest';
import { readHostList } from '@/components/workbench/settings/host-list';
import { isGovernmentHost } from '@/lib/text/government-hosts';

describe('readHostList', () => {
  it('takes addresses, wildcards, capitals and full-width letters for the host they name, each once', () => {
    const { hosts, problems } = readHostList(
      'https://WWW.Example.org.cn:8080/a?b#c\n\n  *.example.com \r\n.example.com\nｗｗｗ．example．org．cn\n192.168.1.9',
    );
    expect(problems).toEqual([]);
    expect(hosts).toEqual(['www.example.org.cn', 'example.com', '192.168.1.9']);
  });

  it('keeps Chinese names, and the check understands them', () => {
    const { hosts, problems } = readHostList('中央党校.中国');
    expect(problems).toEqual([]);
    expect(hosts).toEqual(['中央党校.中国']);
    expect(isGovernmentHost(new URL('http://www.中央党校.中国/').hostname, hosts)).toBe(true);
  });

  it.each(['com.cn', 'cn', 'com', 'localhost'])(
    'refuses %s: it belongs to strangers or to nobody',
    (line) => {
      const { hosts, problems } = readHostList(`www.ok.cn\n${line}`);
      expect(hosts).toEqual(['www.ok.cn']);
      expect(problems).toHaveLength(1);
      expect(problems[0]?.line).toBe(2);
      expect(problems[0]?.message).toContain(`第 2 行“${line}”`);
    },
  );

  it.each(['市政府 网站', 'a..cn', '<b>', '？？', 'a_b@c.cn'])('refuses %s: it is no host', (line) => {
    const { hosts, problems } = readHostList(line);
    expect(hosts).toEqual([]);
    expect(problems).toHaveLength(1);
  });
});
