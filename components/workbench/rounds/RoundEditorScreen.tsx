// Makes a round, or changes an open one: name, days, sets, previous round; a new one also its subjects.
import {
  ActionIcon,
  Alert,
  Button,
  Group,
  NativeSelect,
  Paper,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type FormEvent, useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import { sentenceOf, useDeskClient, useDeskQuery, useSettings } from '@/components/client';
import type { RoundPlan } from '@/lib/desk/calls/rounds';
import type { SetRow } from '@/lib/desk/calls/sets';
import type { SubjectKind } from '@/lib/model/primitives';
import type { SubjectGroup } from '@/lib/model/register';
import type { Round, RoundSet } from '@/lib/model/round';
import { useNotices } from '../shell/notices';
import screen from '../shell/screen.module.css';
import { Failure, Loading, NotFound, ScreenHead } from '../shell/screen-states';
import { DrawFields } from './DrawFields';
import { drawDraftOf, drawOf } from './draw-draft';
import { nextRule, planOf, proposedPlan } from './plan-draft';
import classes from './Rounds.module.css';
import { GROUP_WORD, KIND_WORD } from './round-words';

/** `#/rounds/new` and `#/rounds/ID/edit`. */
export function RoundEditorScreen({ params }: { params: Record<string, string | undefined> }) {
  const client = useDeskClient();
  const { settings, known } = useSettings();
  const roundId = params.id === undefined ? undefined : decodeURIComponent(params.id);
  const ask = useCallback(
    async () => ({ rounds: await client.desk.listRounds({}), sets: await client.desk.listSets({}) }),
    [client],
  );
  const { value, error, reload } = useDeskQuery(ask, () => false);
  const round = value?.rounds.find(({ id }) => id === roundId);
  const title = roundId === undefined ? '新建轮次' : '轮次设置';
  return (
    <div className={screen.screen}>
      <ScreenHead title={title} />
      {error && <Failure message={error} onRetry={() => void reload()} />}
      {(!value || !known) && !error && <Loading what="轮次设置" />}
      {value && roundId !== undefined && !round && (
        <NotFound what="检查轮次" back="/rounds" backName="回到轮次列表" />
      )}
      {value && known && (roundId === undefined || round) && (
        <PlanForm
          round={round}
          initial={
            round
              ? planOf(round)
              : proposedPlan(client.now(), value.rounds, settings.defaultSetId, value.sets)
          }
          rounds={value.rounds}
          sets={value.sets}
        />
      )}
    </div>
  );
}

function PlanForm(props: { round: Round | undefined; initial: RoundPlan; rounds: Round[]; sets: SetRow[] }) {
  const { round, rounds, sets } = props;
  const client = useDeskClient();
  const notices = useNotices();
  const { settings } = useSettings();
  const [, navigate] = useLocation();
  const [plan, setPlan] = useState(props.initial);
  const [draw, setDraw] = useState(() => drawDraftOf(undefined, props.initial.name));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const by = settings.inspector;
  const setDay = (field: 'startDay' | 'endDay' | 'dueDay', day: string) => {
    const { [field]: _, ...rest } = plan;
    setPlan(day ? { ...rest, [field]: day } : rest);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const chosen = round ? undefined : drawOf(draw);
    if (typeof chosen === 'string') return setError(chosen);
    setBusy(true);
    setError(undefined);
    try {
      const saved = round
        ? await client.desk.updateRound({ roundId: round.id, plan, by })
        : await client.desk.createRound({ plan, ...(chosen && { draw: chosen }), by });
      notices.done(round ? '轮次设置已保存。' : `已建立轮次“${saved.name}”。`);
      navigate(`/rounds/${encodeURIComponent(saved.id)}`);
    } catch (reason) {
      setError(sentenceOf(reason));
      setBusy(false);
    }
  };
  const more = nextRule(plan.sets, sets);
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <Paper withBorder p="md">
          <Stack gap="sm">
            <TextInput
              label="名称"
              required
              maxLength={100}
              value={plan.name}
              onChange={(event) => setPlan({ ...plan, name: event.currentTarget.value })}
            />
            <div className={classes.fields}>
              {(
                [
                  ['startDay', '开始日期'],
                  ['endDay', '结束日期'],
                  ['dueDay', '检查截止日'],
                ] as const
              ).map(([field, label]) => (
                <TextInput
                  key={field}
                  type="date"
                  label={label}
                  value={plan[field] ?? ''}
                  onChange={(event) => setDay(field, event.currentTarget.value)}
                />
              ))}
              <NativeSelect
                label="上一轮次（用于环比）"
                value={plan.previousId ?? ''}
                onChange={(event) => setPlan({ ...plan, previousId: event.currentTarget.value || null })}
                data={[
                  { value: '', label: '不比较' },
                  ...rounds
                    .filter(({ id }) => id !== round?.id)
                    .map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            </div>
          </Stack>
        </Paper>
        <Paper withBorder p="md" component="section" aria-labelledby="round-sets">
          <Title order={2} size="h4" id="round-sets" mb="xs">
            指标体系
          </Title>
          <Text size="sm" c="dimmed" mb="sm">
            指定了分组的优先，其余按“全部分组”的一行。已开始的检查沿用原来的指标体系。
          </Text>
          <Stack gap="sm">
            {plan.sets.map((rule, index) => (
              <RuleFields
                // biome-ignore lint/suspicious/noArrayIndexKey: rules have no identity but their place
                key={index}
                number={index + 1}
                rule={rule}
                sets={sets}
                onChange={(next) =>
                  setPlan({ ...plan, sets: plan.sets.map((old, at) => (at === index ? next : old)) })
                }
                onRemove={() => setPlan({ ...plan, sets: plan.sets.filter((_, at) => at !== index) })}
              />
            ))}
            {more && (
              <Group>
                <Button variant="default" onClick={() => setPlan({ ...plan, sets: [...plan.sets, more] })}>
                  添加一行
                </Button>
              </Group>
            )}
          </Stack>
        </Paper>
        {!round && (
          <Paper withBorder p="md">
            <DrawFields draft={draw} onChange={setDraw} />
          </Paper>
        )}
        {error && (
          <Alert role="alert" color="red">
            {error}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={busy}>
            {round ? '保存' : '建立轮次'}
          </Button>
          <Button
            variant="default"
            onClick={() => navigate(round ? `/rounds/${encodeURIComponent(round.id)}` : '/rounds')}
          >
            取消
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const GROUPS: SubjectGroup[] = ['district', 'department', 'own', 'other'];

function RuleFields(props: {
  number: number;
  rule: RoundSet;
  sets: SetRow[];
  onChange: (rule: RoundSet) => void;
  onRemove: () => void;
}) {
  const { number, rule, sets, onChange } = props;
  const choices = (kind: SubjectKind) => {
    const titles = new Map(
      sets.filter(({ appliesTo }) => appliesTo === kind).map(({ id, title }) => [id, title] as const),
    );
    return [...titles].map(([value, label]) => ({ value, label }));
  };
  return (
    <fieldset
      style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}
      aria-label={`指标体系第 ${number} 行`}
    >
      <div className={classes.rule}>
        <NativeSelect
          label="类别"
          value={rule.kind}
          onChange={(event) => {
            const kind = event.currentTarget.value as SubjectKind;
            onChange({ ...rule, kind, setId: choices(kind)[0]?.value ?? rule.setId });
          }}
          data={Object.entries(KIND_WORD).map(([value, label]) => ({ value, label }))}
        />
        <NativeSelect
          label="分组"
          value={rule.group ?? ''}
          onChange={(event) => {
            const { group: _, ...rest } = rule;
            const group = event.currentTarget.value as SubjectGroup | '';
            onChange(group ? { ...rest, group } : rest);
          }}
          data={[
            { value: '', label: '全部分组' },
            ...GROUPS.map((value) => ({ value, label: GROUP_WORD[value] ?? value })),
          ]}
        />
        <NativeSelect
          label="指标体系"
          value={rule.setId}
          onChange={(event) => onChange({ ...rule, setId: event.currentTarget.value })}
          data={choices(rule.kind)}
        />
        <ActionIcon
          variant="subtle"
          color="red"
          size={36}
          aria-label={`删除指标体系第 ${number} 行`}
          title="删除"
          onClick={props.onRemove}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </div>
    </fieldset>
  );
}
