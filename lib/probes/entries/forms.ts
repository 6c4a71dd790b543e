// Reads the fields and forms of a frame: search boxes, what a search form sends, and fields for personal data.
import type { EntryTrace, PersonalForm, SearchForm } from '@/lib/model/facts/entries';
import { isSearchField } from '@/lib/text/entry-names';
import type { ProbeContext } from '../define-probe';
import { isVisible, shortText } from '../dom/appearance';
import { attribute, baseOf, closest, localNameOf, parentElementOf, queryAll, textOf } from '../dom/native';

const FIELDS = 'input, textarea';
const MAX_FIELDS = 2_000;
const MAX_FORMS = 20;

const ID_CARD = /身份证|证件号|id_?card|sfz/i;
const PHONE = /手机|联系电话|电话号码|mobile|phone|^tel$/i;
const PERSON = /姓名|真实姓名|联系人|您的名字|real_?name|xingming|^(?:user)?xm$/i;
const ADDRESS = /通讯地址|联系地址|家庭住址|电子邮箱|电子邮件|e-?mail/i;

interface Field {
  element: Element;
  type: string;
  names: string[];
  hints: string[];
}

/** What the fields of these trees tell. */
export async function readForms(
  roots: readonly (Document | ShadowRoot)[],
  context: ProbeContext,
): Promise<{ traces: EntryTrace[]; searchForms: SearchForm[]; personalForms: PersonalForm[] }> {
  const traces: EntryTrace[] = [];
  const searchForms: SearchForm[] = [];
  const groups = new Map<Element | null, Field[]>();
  for (const root of roots)
    for (const element of queryAll(root, FIELDS, MAX_FIELDS)) {
      await context.breathe();
      if (context.isOwn(element)) continue;
      const field = describe(element);
      if (!field) continue;
      const form = closest(element, 'form');
      const action = actionOf(form, element);
      if (isSearchField({ ...field, action: (form && attribute(form, 'action')) ?? '' })) {
        traces.push({
          entry: 'search',
          form: 'field',
          text: shortText(field.hints[0] ?? '', 60),
          address: action,
          visible: isVisible(element),
          selector: context.selectorOf(element),
        });
        const known = form && toSearchForm(form, field, action, context);
        if (known && searchForms.length < MAX_FORMS) searchForms.push(known);
      } else {
        const known = groups.get(form);
        if (known) known.push(field);
        else groups.set(form, [field]);
      }
    }
  const personalForms: PersonalForm[] = [];
  for (const [form, fields] of groups) {
    await context.breathe();
    const asking = toPersonalForm(form, fields, context);
    if (asking && personalForms.length < MAX_FORMS) personalForms.push(asking);
  }
  return { traces, searchForms, personalForms };
}

const TYPED = /^(?:|text|search|password|tel|email|url|number)$/;

function describe(element: Element): Field | null {
  const type =
    localNameOf(element) === 'textarea'
      ? 'textarea'
      : (attribute(element, 'type') ?? '').trim().toLowerCase();
  if (type !== 'textarea' && !TYPED.test(type)) return null;
  const read = (name: string) => (attribute(element, name) ?? '').trim().slice(0, 100);
  const hints = [read('placeholder'), read('aria-label'), read('title'), labelOf(element)];
  // Old pages write the prompt into the field and take it out on focus.
  if (type !== 'password') hints.push(read('value'));
  return { element, type, names: [read('name'), read('id')].filter(Boolean), hints: hints.filter(Boolean) };
}

/** The label around or for the field, else the short text before it in the same cell or line. */
function labelOf(element: Element): string {
  const around = closest(element, 'label');
  if (around) return shortText(textOf(around), 40);
  const id = attribute(element, 'id');
  const label = id ? queryAll(element.ownerDocument, `label[for="${CSS.escape(id)}"]`, 1)[0] : undefined;
  if (label) return shortText(textOf(label), 40);
  const line = parentElementOf(element);
  const text = shortText(line && textOf(line), 40);
  if (text && text.length <= 20) return text;
  const row = line && closest(line, 'tr, dl, li');
  return row && row !== line ? shortText(textOf(row), 20) : '';
}

function actionOf(form: Element | null, element: Element): string {
  if (!form) return '';
  const written = (attribute(form, 'action') ?? '').trim();
  if (/^(?:#|javascript:)/i.test(written)) return '';
  try {
    const url = new URL(written || baseOf(element), baseOf(element));
    return /^https?:$/.test(url.protocol) ? url.href.slice(0, 500) : '';
  } catch {
    return '';
  }
}

function toSearchForm(form: Element, field: Field, action: string, context: ProbeContext): SearchForm | null {
  const name = attribute(field.element, 'name');
  // Without an address of its own the form is sent by script.
  if (!name || !action || !(attribute(form, 'action') ?? '').trim()) return null;
  const others: SearchForm['others'] = [];
  for (const other of queryAll(form, 'input[name], select[name]', 50)) {
    if (other === field.element) continue;
    const type = (attribute(other, 'type') ?? '').toLowerCase();
    const chosen =
      localNameOf(other) === 'select' ? queryAll(other, 'option[selected], option', 1)[0] : other;
    const unticked = /^(?:radio|checkbox)$/.test(type) && attribute(other, 'checked') === null;
    if (unticked || /^(?:submit|button|image|reset|file|password)$/.test(type) || !chosen) continue;
    others.push({
      name: (attribute(other, 'name') ?? '').slice(0, 100),
      value: (attribute(chosen, 'value') ?? '').slice(0, 500),
    });
  }
  const charset =
    (attribute(form, 'accept-charset') ?? '').split(/[\s,]+/)[0] || context.document.characterSet;
  return {
    action,
    method: /^post$/i.test((attribute(form, 'method') ?? '').trim()) ? 'post' : 'get',
    field: name.slice(0, 100),
    others,
    encoding: String(charset).toLowerCase().slice(0, 30),
    selector: context.selectorOf(form),
  };
}

function toPersonalForm(
  form: Element | null,
  fields: readonly Field[],
  context: ProbeContext,
): PersonalForm | null {
  const password = fields.find(({ type }) => type === 'password');
  const of = (pattern: RegExp) =>
    fields.find(({ names, hints }) =>
      [...hints, ...names].some((text) => text.length <= 30 && pattern.test(text)),
    );
  const card = of(ID_CARD);
  const [phone, person, address] = [of(PHONE), of(PERSON), of(ADDRESS)];
  const telling = password
    ? [password]
    : [card, phone, person, address].filter((field) => field !== undefined);
  // One field alone may be a query; who asks for two kinds of data takes them down.
  if (!password && !card && telling.length < 2) return null;
  const [first] = telling;
  if (!first) return null;
  return {
    asks: password ? 'password' : 'personal',
    fields: [...new Set(telling.map(({ names, hints }) => shortText(hints[0] ?? names[0] ?? '', 20)))]
      .filter(Boolean)
      .slice(0, 5),
    action: actionOf(form, first.element),
    visible: isVisible(first.element),
    selector: context.selectorOf(form ?? first.element),
  };
}
