// The office's own list of hosts that count as government ones.
import { Button, Group, Text, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import type { Settings } from '@/lib/model/settings';
import { useNotices } from '../shell/notices';
import { type HostProblem, readHostList } from './host-list';
import { Section } from './Section';

export function HostsSection({
  settings,
  change,
}: {
  settings: Settings;
  change: (part: Partial<Settings>) => Promise<void>;
}) {
  const notices = useNotices();
  const stored = settings.governmentHosts.join('\n');
  const [text, setText] = useState(stored);
  const [problems, setProblems] = useState<HostProblem[]>([]);
  const [busy, setBusy] = useState(false);
  useEffect(() => setText(stored), [stored]);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const read = readHostList(text);
    setProblems(read.problems);
    if (read.problems.length > 0) return;
    setBusy(true);
    try {
      await change({ governmentHosts: read.hosts });
      setText(read.hosts.join('\n'));
      notices.done(`已保存 ${read.hosts.length} 个域名。`);
    } catch (reason) {
      notices.failed(reason);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Section title="按政府网站对待的域名">
      <form onSubmit={(event) => void save(event)}>
        <Text size="sm" mb="xs">
          *.gov.cn、*.政务、*.公益
          已按政府网站对待。其他不需要外链提示的域名在此填写，下级域名一并适用；下一次自动检查起生效。
        </Text>
        <Textarea
          label="域名，每行一个"
          placeholder={'例如：\nwww.example.org.cn'}
          autosize
          minRows={4}
          maxRows={14}
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setProblems([]);
          }}
          error={
            problems.length > 0 && (
              <span role="alert">
                {problems.map(({ line, message }) => (
                  <span key={line} style={{ display: 'block' }}>
                    {message}
                  </span>
                ))}
              </span>
            )
          }
        />
        <Group mt="sm">
          <Button type="submit" loading={busy} disabled={text === stored}>
            保存域名
          </Button>
        </Group>
      </form>
    </Section>
  );
}
