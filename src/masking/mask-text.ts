import { layersOf, type ResolvedText } from './resolved-text';
import type { SecretForm } from './secret-forms';

export const mask = '[hidden]';

interface Span {
  from: number;
  to: number;
}

/** The text with every one of the forms masked, however it is escaped, and a beginning of one where the text was cut off. */
export function maskForms(text: string, forms: readonly SecretForm[]): string {
  if (forms.length === 0 || text.length < shortestForm(forms)) return text;
  const spans = layersOf(text).flatMap((layer) => spansIn(layer, forms));
  return withMasks(text, spans);
}

const shortestForm = (forms: readonly SecretForm[]) =>
  Math.min(shortestBeginning, ...forms.map((form) => form.text.length));

function spansIn(layer: ResolvedText, forms: readonly SecretForm[]): Span[] {
  const { characters, placeOf } = layer;
  const lower = characters.toLowerCase();
  const folded = lower.length === characters.length ? lower : characters;
  const found = forms.flatMap((form) => {
    const text = form.isFolded ? folded : characters;
    return [...wholeIn(text, form), ...cutIn(text, form)];
  });
  return found.map(({ from, to }) => ({ from: placeOf(from), to: placeOf(to) }));
}

function wholeIn(text: string, { text: form, isNumber }: SecretForm): Span[] {
  const spans: Span[] = [];
  for (let from = text.indexOf(form); from >= 0; from = text.indexOf(form, from + 1)) {
    const to = from + form.length;
    if (!isNumber || isWholeNumber(text, from, to)) spans.push({ from, to });
  }
  return spans;
}

const isWholeNumber = (text: string, from: number, to: number) =>
  !/[\d.]$/.test(text.slice(Math.max(0, from - 1), from)) && !/^\.?\d/.test(text.slice(to, to + 2));

/** A text this long may have been shortened; a beginning of a secret this long is worth hiding. */
const shortestCutText = 200;
const shortestBeginning = 8;

/** A beginning of the form where it fills the rest of the text, but for half an escape. */
function cutIn(text: string, { text: form }: SecretForm): Span[] {
  if (text.length < shortestCutText) return [];
  const end = text.replace(/…$/, '').length;
  const whole = text.slice(0, end).replace(/(?:%[0-9a-f]?|\\(?:u[0-9a-f]{0,3})?|&#?\w{0,6})$/i, '').length;
  const beginning = form.slice(0, shortestBeginning);
  for (let from = text.indexOf(beginning, Math.max(0, whole - form.length)); from >= 0;) {
    if (form.startsWith(text.slice(from, end)) || form.startsWith(text.slice(from, whole))) return [{ from, to: end }];
    from = text.indexOf(beginning, from + 1);
  }
  return [];
}

function withMasks(text: string, spans: readonly Span[]): string {
  const ordered = [...spans].sort((one, other) => one.from - other.from);
  let masked = '';
  let end = 0;
  for (const [index, { from, to }] of ordered.entries()) {
    if (index === 0 || from > end) masked += text.slice(end, from) + mask;
    end = Math.max(end, to);
  }
  return masked + text.slice(end);
}
