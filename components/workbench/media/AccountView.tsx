// The stand-alone checklist of an account that has no web page for the panel: notes, suggestions and every criterion.
import { Button, Group, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useDeskClient, useSettings } from '@/components/client';
import type { SessionView } from '@/lib/desk/protocol';
import { suggest } from '@/lib/indicators/suggest';
import { isEditable } from '@/lib/session/state-move';
import { useNotices } from '../shell/notices';
import { AccountNotesForm } from './AccountNotesForm';
import classes from './MediaScreen.module.css';
import { QuickChecklist } from './QuickChecklist';

export function AccountView({ view }: { view: SessionView }) {
  const { desk } = useDeskClient();
  const notices = useNotices();
  const { settings } = useSettings();
  const { session, subject, round, set } = view;
  const sessionId = session.id;
  const by = settings.inspector || session.inspector;
  const locked = !isEditable(session, round);
  const suggestions = useMemo(
    () => suggest(set, view.runs, view.decisions),
    [set, view.runs, view.decisions],
  );
  const texts = useMemo(
    () =>
      new Map(
        set.parts.flatMap((part) =>
          part.categories.flatMap((category) =>
            category.indicators.flatMap(({ criteria }) =>
              criteria.map(({ id, text }) => [id, text] as const),
            ),
          ),
        ),
      ),
    [set],
  );
  const attempt = async (act: () => Promise<unknown>, done?: string) => {
    try {
      await act();
      if (done) notices.done(done);
    } catch (failure) {
      notices.failed(failure);
    }
  };
  return (
    <div className={classes.account}>
      <AccountNotesForm
        key={session.account?.at ?? ''}
        subject={subject}
        session={session}
        locked={locked}
        onSave={(notes) => attempt(() => desk.setAccountNotes({ sessionId, by, notes }), '账号情况已保存。')}
      />
      {suggestions.length > 0 && (
        <section aria-label="待处理的建议">
          <Title order={2} size="h5">
            待处理的建议（{suggestions.length}）
          </Title>
          <ul className={classes.suggestions}>
            {suggestions.map((one) => (
              <li key={one.id}>
                <Text size="sm">
                  <strong>{texts.get(one.criterionId)}</strong> {one.why}
                </Text>
                <Group gap="xs">
                  {(['accepted', 'rejected'] as const).map((decision) => (
                    <Button
                      key={decision}
                      size="compact-sm"
                      variant={decision === 'accepted' ? 'filled' : 'default'}
                      disabled={locked}
                      onClick={() =>
                        void attempt(() =>
                          desk.decideSuggestions({ sessionId, by, decision, suggestions: [one] }),
                        )
                      }
                    >
                      {decision === 'accepted' ? '采纳' : '不采纳'}
                    </Button>
                  ))}
                </Group>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Group justify="space-between">
        <Title order={2} size="h5">
          检查表
        </Title>
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            disabled={!view.canUndo}
            onClick={() => void attempt(() => desk.undo({ sessionId, by }))}
          >
            撤销
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={!view.canRedo}
            onClick={() => void attempt(() => desk.redo({ sessionId, by }))}
          >
            重做
          </Button>
        </Group>
      </Group>
      <QuickChecklist
        set={set}
        verdicts={view.verdicts}
        locked={locked}
        onEdit={(edit) => void attempt(() => desk.setVerdicts({ sessionId, by, edits: [edit] }))}
      />
    </div>
  );
}
