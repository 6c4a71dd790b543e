// The papers of one round: which wording counts, what it looks like filled in, and the downloads.
import { useCallback, useMemo, useState } from 'react';
import { useDeskClient, useDeskQuery } from '@/components/client';
import type { RoundBook } from '@/lib/model/round-book';
import { DEFAULT_TEMPLATE_NAME, DEFAULT_TEXTS } from '@/lib/report/papers/default-template';
import type { PaperMaterial } from '@/lib/report/papers/material';
import { unitsOfRound } from '@/lib/report/papers/unit-papers';
import { roundNumbers } from '@/lib/rounds/round-numbers';
import { Failure, Loading } from '../shell/screen-states';
import { useKeptState } from '../shell/use-kept-state';
import { PaperDownloads } from './PaperDownloads';
import { TemplateEditor } from './TemplateEditor';
import type { Wording } from './wording';

const SHIPPED: Wording = { name: DEFAULT_TEMPLATE_NAME, office: '', ...DEFAULT_TEXTS };

export function PapersOfRound(props: {
  book: RoundBook;
  previous: RoundBook | undefined;
  onRefresh: () => Promise<void>;
}) {
  const client = useDeskClient();
  const ask = useCallback(() => client.desk.listPaperTemplates({}), [client]);
  const { value: own, error, reload } = useDeskQuery(ask, ({ what }) => what === 'paper-templates');
  const [chosen, choose] = useKeptState('papers.template', '');
  if (error && !own) return <Failure message={error} onRetry={() => void reload()} />;
  if (!own) return <Loading what="文书模板" />;
  // The office's own wording goes first when it has one.
  const stored = own.find(({ id }) => id === chosen) ?? (chosen === '' ? own[0] : undefined);
  return (
    <Wordings
      // Another template, or the same one stored anew, starts a fresh draft.
      key={stored ? `${stored.id} ${stored.at}` : ''}
      {...props}
      template={stored ?? SHIPPED}
      templates={[...own, SHIPPED]}
      onChoose={choose}
    />
  );
}

function Wordings({
  book,
  previous,
  onRefresh,
  template,
  templates,
  onChoose,
}: {
  book: RoundBook;
  previous: RoundBook | undefined;
  onRefresh: () => Promise<void>;
  template: Wording;
  templates: readonly Wording[];
  onChoose: (id: string) => void;
}) {
  const client = useDeskClient();
  const [draft, setDraft] = useState(template);
  const [due, setDue] = useState('');
  const numbers = useMemo(() => roundNumbers(book, previous), [book, previous]);
  const material = useMemo<PaperMaterial>(
    () => ({
      book,
      previous,
      numbers,
      office: draft.office,
      at: client.now(),
      ...(due ? { noticeDue: due } : {}),
      pictures: new Map(),
    }),
    [book, previous, numbers, draft.office, due, client],
  );
  const units = useMemo(() => unitsOfRound(material), [material]);
  const [unit, setUnit] = useState('');
  const shownUnit = unit || (units[0]?.unit ?? '');
  return (
    <>
      <PaperDownloads
        material={material}
        wording={draft}
        units={units}
        unit={shownUnit}
        onUnit={setUnit}
        due={due}
        onDue={setDue}
        onRefresh={onRefresh}
      />
      <TemplateEditor
        template={template}
        templates={templates}
        draft={draft}
        onDraft={setDraft}
        onChoose={onChoose}
        material={material}
        unit={shownUnit}
      />
    </>
  );
}
