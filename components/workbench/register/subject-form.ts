// A subject as texts in a form, read back with the same rules as a row of a file.
import { type ImportRow, planImport } from '@/lib/import/import-plan';
import type { Subject } from '@/lib/model/session';
import { REGISTER_FIELDS, type RegisterField } from '@/lib/register/fields';
import { withHost } from '@/lib/register/merge';
import { readRegisterEntry } from '@/lib/register/read-entry';
import { sameSubject } from '@/lib/register/same-subject';
import { KIND_WORD } from '@/lib/register/words';
import { FILING_WORD } from '@/lib/text/filing-words';
import { GROUP_WORD, PLATFORM_WORD } from '@/lib/text/subject-words';

/** Texts as typed; choices by their code, '' = none. */
export type SubjectForm = Record<Exclude<RegisterField, 'hasServices' | 'phone'>, string> & {
  hasServices: boolean;
};

/** The form of a subject, or the empty one. */
export function toForm(subject?: Subject): SubjectForm {
  const { filing } = subject ?? {};
  return {
    kind: subject?.kind ?? 'website',
    name: subject?.name ?? '',
    unit: subject?.unit ?? '',
    group: subject?.group ?? '',
    platform: subject?.platform ?? '',
    account: subject?.account ?? '',
    url: subject?.url ?? '',
    siteIdCode: subject?.siteIdCode ?? '',
    aliases: subject?.aliases.join('、') ?? '',
    sponsor: subject?.sponsor ?? '',
    filing: filing?.state ?? '',
    openedDay: filing?.openedDay ?? '',
    changedDay: filing?.changedDay ?? '',
    closedDay: filing?.closedDay ?? '',
    contact: subject?.contact ?? '',
    note: subject?.note ?? '',
    hasServices: subject?.hasServices ?? true,
  };
}

/**
 * What the form says of the subject; an emptied field is emptied.
 * @param before the subject that is edited; left out = a new one.
 * @throws Error with one Chinese sentence when something is wrong, or another line of the register is the same subject.
 */
export function readForm(
  form: SubjectForm,
  before: Subject | undefined,
  register: readonly Subject[],
): Omit<Subject, 'id'> {
  const words: Record<string, Readonly<Record<string, string>>> = {
    kind: KIND_WORD,
    group: GROUP_WORD,
    platform: PLATFORM_WORD,
    filing: FILING_WORD,
  };
  const isAccount = form.kind === 'new-media';
  const hidden = isAccount ? ['siteIdCode', 'aliases', 'hasServices'] : ['platform', 'account'];
  const cells = REGISTER_FIELDS.map(({ name }) => {
    if (name === 'phone' || hidden.includes(name)) return '';
    if (name === 'hasServices') return form.hasServices ? '是' : '否';
    return words[name]?.[form[name]] ?? form[name];
  });
  const mapping = Object.fromEntries(REGISTER_FIELDS.map(({ name }, column) => [name, column]));
  const plan = planImport([cells], -1, mapping, (row: ImportRow<RegisterField>) => readRegisterEntry(row));
  const [bad] = plan.bad;
  if (bad) throw new Error(`${bad.reasons.join('；')}。`);
  const entry = plan.good[0]?.record;
  if (!entry) throw new Error('没有填写名称。');
  const same = sameSubject(
    register.filter(({ id }) => id !== before?.id),
    entry,
  );
  if (same) throw new Error(`台账中已有“${same.name}”，与所填的标识码、网址或账号相同，请核对。`);
  return withHost({
    aliases: [],
    hasServices: before?.hasServices ?? true,
    ...entry,
    adHoc: false,
  });
}
