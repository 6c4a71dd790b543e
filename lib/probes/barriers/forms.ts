// Barriers of forms: labels that are missing, doubled or far away, groups without a name, hints and errors on their own.

import { plain } from '@/lib/text/barrier-words';
import { attribute, closest, localNameOf, nextOf, parentElementOf, queryAll, rootOf } from '../dom/native';
import { fieldPurpose, isCaptcha } from './field-purpose';
import { type Scene, type Theme, trimmed } from './scene';

const TEXT_TYPES = /^(?:|text|search|tel|email|url|password|number|date)$/;
const HINT_CLASS =
  /(?:^|[\s_-])(?:hint|help|help-?block|tips?|desc|description|note|prompt|form-text)(?:$|[\s_-])/i;
const ERROR_CLASS = /(?:^|[\s_-])(?:has-errors?|errors?|err|invalid|is-invalid)(?:$|[\s_-])/i;
const ERROR_TEXT = /错误|不正确|有误|无效|不能为空|请重新|格式不|error|invalid|fix|incorrect|not valid/i;

export function formTheme(scene: Scene): Theme {
  const groups = new Map<string, Element[]>();
  const labelFor = new Map<string, Element>();
  const labelled = new Map<string, string>();
  const forms: Element[] = [];
  const labelsIn = new Map<Node, Map<Element, Element[]>>();
  const groupTexts = new Map<Element, string>();

  /** The control's labels in the order of the page. A control's own list would search the whole page for each control. */
  function labelsOf(control: Element): Element[] {
    const root = rootOf(control);
    let known = labelsIn.get(root);
    if (!known) {
      known = new Map();
      for (const label of queryAll(root, 'label')) {
        const target = (label as HTMLLabelElement).control;
        if (target) known.set(target, [...(known.get(target) ?? []), label]);
      }
      labelsIn.set(root, known);
    }
    return known.get(control) ?? [];
  }

  function judgeLabel(control: Element, type: string): void {
    const labels = labelsOf(control);
    const text = labels
      .map((label) => scene.text(label, 80))
      .join(' ')
      .trim();
    const aria = trimmed(control, 'aria-label') || trimmed(control, 'aria-labelledby');
    const title = trimmed(control, 'title');
    const placeholder = trimmed(control, 'placeholder');
    if (!text && !aria) {
      if (title) scene.note('label-title-only', control);
      else if (placeholder) scene.note('label-placeholder-only', control, placeholder);
    }
    const name = text || trimmed(control, 'aria-label');
    const form = closest(control, 'form');
    if (name && !/^(?:radio|checkbox)$/.test(type)) {
      const key = `${form ? forms.indexOf(form) : -1} ${groupOf(control)} ${plain(name)}`;
      const known = labelled.get(key);
      if (known !== undefined) scene.note('label-duplicate', control, name);
      labelled.set(key, name);
    }
    const required = attribute(control, 'required') !== null || trimmed(control, 'aria-required') === 'true';
    const near = `${text} ${placeholder} ${beforeText(control)}`;
    if (!required && /[*＊✱]|必填/.test(near) && !/^(?:radio|checkbox)$/.test(type))
      scene.note('required-unmarked', control);
    const [label] = labels;
    if (label && scene.visible(label) && scene.visible(control) && !label.contains(control))
      judgeDistance(control, label);
    judgePurpose(control, type, `${name} ${placeholder} ${title} ${text ? '' : beforeText(control)}`);
  }

  function beforeText(control: Element): string {
    const before = (control as Element).previousElementSibling;
    return before && /^(?:span|em|i|b|font|label)$/.test(localNameOf(before)) ? scene.text(before, 40) : '';
  }

  function groupOf(control: Element): string {
    const group = closest(control, 'fieldset,[role=group],[role=radiogroup],table,section');
    if (!group) return '';
    // A table with a field in each row is long: its text is read once.
    const text = groupTexts.get(group) ?? scene.text(group, 30);
    groupTexts.set(group, text);
    return text;
  }

  function judgeDistance(control: Element, label: Element): void {
    const a = scene.rect(label);
    const b = scene.rect(control);
    if (a.width === 0 || b.width === 0) return;
    // A block label is as wide as its row: only its text counts.
    const end =
      scene.style(label).display === 'inline' || a.width < 200
        ? a.right
        : a.left + scene.text(label, 80).length * 16;
    const across = Math.max(b.left - end, a.left - b.right);
    const down = Math.max(b.top - a.bottom, a.top - b.bottom);
    if (across > 240 || down > 120)
      scene.note('label-far', control, `相距约 ${Math.round(Math.max(across, down))} 像素`);
  }

  function judgePurpose(control: Element, type: string, words: string): void {
    if (localNameOf(control) !== 'input' || !/^(?:|text|tel|email|number)$/.test(type)) return;
    const purpose = fieldPurpose(`${words} ${trimmed(control, 'name')} ${trimmed(control, 'id')}`);
    if (!purpose) return;
    const auto = trimmed(control, 'autocomplete').toLowerCase();
    if (auto === '' || auto === 'off' || auto === 'on') scene.note('field-no-autocomplete', control, purpose);
    if ((purpose === 'email' && type !== 'email') || (purpose === 'tel' && type !== 'tel'))
      scene.note('field-input-type', control, purpose);
  }

  function judgeHints(control: Element): void {
    const described =
      attribute(control, 'aria-describedby') !== null || attribute(control, 'aria-errormessage') !== null;
    const before = (control as Element).previousElementSibling;
    const after = nextOf(control);
    if (!described)
      for (const aside of [before, after]) {
        if (
          !aside ||
          !/^(?:p|span|small|div|em|i|font)$/.test(localNameOf(aside)) ||
          queryAll(aside, 'input,select,label,a', 1).length > 0
        )
          continue;
        const text = scene.text(aside, 160);
        const kind = `${trimmed(aside, 'class')} ${trimmed(aside, 'id')}`;
        if (text.length < 4) continue;
        if (HINT_CLASS.test(kind) || (aside === before && localNameOf(aside) === 'p' && text.length >= 8))
          scene.note('hint-unlinked', control, text);
        else if (ERROR_CLASS.test(kind) || /error|err-|msg/i.test(kind))
          scene.note('error-unlinked', control, text);
      }
    if (ERROR_CLASS.test(trimmed(control, 'class')) && attribute(control, 'aria-invalid') === null)
      scene.note('error-by-look', control);
    if (attribute(control, 'pattern') !== null && !described && !trimmed(control, 'title'))
      scene.note('error-no-help', control, trimmed(control, 'pattern'));
  }

  function judgeSelect(control: Element): void {
    const handler = trimmed(control, 'onchange');
    if (/location|open\(|submit|href|jump/i.test(handler)) {
      scene.note('select-jumps', control, handler.slice(0, 80));
      return;
    }
    const form = closest(control, 'form');
    const button =
      form && queryAll(form, 'button,input[type=submit],input[type=image],input[type=button]', 1).length > 0;
    if (!button && scene.visible(control)) scene.note('select-alone', control);
  }

  function judgeLabelElement(label: Element): void {
    const target = attribute(label, 'for');
    const inner = queryAll(label, 'input,select,textarea,button', 1).length > 0;
    const text = scene.text(label, 60);
    if (!text && queryAll(label, 'img[alt],svg,input,select,textarea', 1).length === 0)
      scene.note('label-empty', label);
    if (target) {
      if (labelFor.has(target)) scene.note('label-shared', label, target);
      labelFor.set(target, label);
      if (!inner && queryAll(scene.document, `[id="${CSS.escape(target)}"]`, 1).length === 0)
        scene.note('label-dangling', label, target);
    } else if (!inner && text) scene.note('label-dangling', label);
  }

  function judgeForm(form: Element): void {
    const controls = queryAll(form, 'input,select,textarea', 60);
    const texts = controls.filter(
      (control) =>
        localNameOf(control) !== 'input' || TEXT_TYPES.test(trimmed(control, 'type').toLowerCase()),
    );
    const submits = queryAll(
      form,
      'button,input[type=submit],input[type=image],input[type=button],[onclick],a[href^="javascript"]',
      1,
    );
    if (texts.length > 0 && submits.length === 0 && scene.visible(form)) scene.note('form-no-submit', form);
    const alert = queryAll(form, '[role=alert],[class*="error-summary"],[class*="validation-summary"]', 1)[0];
    if (
      alert &&
      ERROR_TEXT.test(scene.text(alert, 200)) &&
      queryAll(form, '[aria-invalid=true]', 1).length === 0
    )
      scene.note('error-not-identified', form);
  }

  return {
    visit(element, name) {
      if (name === 'label') judgeLabelElement(element);
      if (name === 'form') forms.push(element);
      if (name === 'fieldset') {
        const legend = queryAll(element, ':scope > legend', 1)[0];
        const named = trimmed(element, 'aria-label') || trimmed(element, 'aria-labelledby');
        if (!legend && !named) scene.note('fieldset-no-legend', element);
        else if (legend && !scene.text(legend, 20) && queryAll(legend, 'img[alt]', 1).length === 0)
          scene.note('legend-empty', legend);
      }
      if (name === 'img' && isCaptcha(element, trimmed)) {
        const form = closest(element, 'form') ?? parentElementOf(element);
        if (
          form &&
          queryAll(form, 'audio,[class*="audio"],[title*="语音"],[aria-label*="语音"]', 1).length === 0
        )
          scene.note('captcha-image', element);
      }
      if (!/^(?:input|select|textarea|button)$/.test(name)) return;
      const type = trimmed(element, 'type').toLowerCase();
      if (type === 'hidden') return;
      if (type === 'reset') scene.note('form-reset', element);
      if (name === 'button' || /^(?:submit|button|image|reset)$/.test(type)) return;
      if (type === 'radio' || type === 'checkbox') {
        const key = `${type} ${trimmed(element, 'name')}`;
        if (trimmed(element, 'name')) groups.set(key, [...(groups.get(key) ?? []), element]);
      }
      if (!scene.visible(element)) return;
      judgeLabel(element, type);
      judgeHints(element);
      if (name === 'select') judgeSelect(element);
    },
    *finish() {
      for (const form of forms) {
        judgeForm(form);
        yield;
      }
      for (const [key, members] of groups) {
        const [first] = members;
        if (!first || members.length < 2) continue;
        if (!closest(first, 'fieldset,[role=group],[role=radiogroup]'))
          scene.note('group-unnamed', first, key);
      }
    },
  };
}
