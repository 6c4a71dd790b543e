// What the bulletin says of problems and good practice: whole paragraphs with counts and examples.
import type { SubjectKind } from '@/lib/model/primitives';
import type { BookEntry } from '@/lib/model/round-book';
import type { ProblemTally, ScopeNumbers } from '@/lib/model/round-numbers';
import { isFinished } from '@/lib/rounds/counted-entries';
import { scopeOf } from '@/lib/rounds/round-numbers';
import type { Block } from '../blocks';
import { KIND_WORDS, missing, type PaperMaterial } from './material';

/** Indicators that get a paragraph; the others are counted. */
const MOST_INDICATORS = 8;
/** Kinds of problem told of each indicator, and examples of each. */
const MOST_CRITERIA = 3;
const MOST_EXAMPLES = 2;

/** One paragraph per indicator, most frequent first. */
export function problemBlocks(material: PaperMaterial, kind: SubjectKind): Block[] {
  const scope = scopeOf(material.numbers, kind, 'all');
  const { name, counted } = KIND_WORDS[kind];
  if (!scope || scope.finished.length === 0) {
    return [{ kind: 'paragraph', text: missing(`${name}存在的问题（尚无已完成的检查）`) }];
  }
  const { problems } = scope;
  if (problems.length === 0) return [{ kind: 'paragraph', text: `本轮检查未发现${name}存在问题。` }];
  const entries = new Map(material.book.entries.map((entry) => [entry.subject.id, entry]));
  const told: Block[] = problems.slice(0, MOST_INDICATORS).map((problem, index) => ({
    kind: 'paragraph',
    lead: { level: 3, text: `${index + 1}.${problem.indicator}。` },
    text: problemText(problem, counted, entries),
  }));
  const left = problems.length - told.length;
  if (left > 0) {
    told.push({ kind: 'paragraph', text: `此外，还有${left}项指标存在个别问题，详见附表。` });
  }
  return told;
}

function problemText(
  { subjectIds, occurrences, criteria }: ProblemTally,
  counted: string,
  entries: ReadonlyMap<string, BookEntry>,
): string {
  const kinds = criteria.slice(0, MOST_CRITERIA).map((criterion) => {
    const shown = criterion.subjectIds.slice(0, MOST_EXAMPLES).flatMap((id) => {
      const entry = entries.get(id);
      return entry ? [exampleText(entry, criterion.criterionId)] : [];
    });
    const more = criterion.subjectIds.length > shown.length ? '等' : '';
    return `${withoutStop(criterion.text)}（${criterion.subjectIds.length}个${counted}、${criterion.occurrences}处，如${shown.join('、')}${more}）`;
  });
  const more = criteria.length > MOST_CRITERIA ? `；其他问题${criteria.length - MOST_CRITERIA}类` : '';
  return `涉及${subjectIds.length}个${counted}、${occurrences}处，主要表现为：${kinds.join('；')}${more}。`;
}

function exampleText({ subject, problems }: BookEntry, criterionId: string): string {
  const note = problems.find((problem) => problem.criterionId === criterionId)?.note.trim() ?? '';
  return note ? `${subject.name}“${withoutStop(note.replace(/\s+/g, ' '))}”` : subject.name;
}

/** Good practice of a kind, one paragraph with a sentence for each subject; asks for it when there is none. */
export function practiceBlocks(material: PaperMaterial, kind: SubjectKind): Block[] {
  const scope = scopeOf(material.numbers, kind, 'all');
  const practice = scope ? inBookOrder(material, scope) : [];
  const { name } = KIND_WORDS[kind];
  if (practice.length === 0) return [{ kind: 'paragraph', text: missing(`${name}典型做法`) }];
  return [
    { kind: 'paragraph', text: practice.map(({ text }) => text).join('') },
    ...practice.flatMap(({ evidenceId, subject }): Block[] =>
      evidenceId ? [{ kind: 'picture', id: evidenceId, caption: `${subject}典型做法` }] : [],
    ),
  ];
}

function inBookOrder({ book }: PaperMaterial, { kind }: ScopeNumbers) {
  return book.entries.flatMap((entry) => {
    const { subject, goodPractice } = entry;
    if (subject.kind !== kind || !goodPractice || !isFinished(entry)) return [];
    const who = kind === 'new-media' ? `“${subject.name}”` : subject.name;
    return [
      {
        subject: subject.name,
        text: `${who}${withoutStop(goodPractice.text.trim())}。`,
        evidenceId: goodPractice.evidenceId,
      },
    ];
  });
}

function withoutStop(text: string): string {
  return text.trim().replace(/[。；;.]+$/, '');
}
