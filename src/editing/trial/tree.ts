import { membersOf } from '../../shared/row-shapes/members';
import { shorten } from '../../shared/shorten';

const mostItems = 50;
const mostMembers = 200;
const mostValues = 4000;
const longestText = 300;
/** Of texts and names together; a reply has room for so many in any script. */
const mostCharacters = 100_000;

/** What may still be shown. */
interface Budget {
  values: number;
  characters: number;
}

/**
 * The value as JSON text that can be shown as a tree: its beginning, with lists, objects and texts shortened, and whole
 * as JSON whatever is left out. A last item that is a text with an ellipsis says how many more there are.
 */
export function treeText(document: unknown): string {
  return JSON.stringify(shortened(document, { values: mostValues, characters: mostCharacters }));
}

function shortened(value: unknown, budget: Budget): unknown {
  budget.values--;
  if (typeof value === 'string') return shortText(value, budget);
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? shortList(value, budget) : shortObject(value as Record<string, unknown>, budget);
}

const isSpent = ({ values, characters }: Budget) => values <= 0 || characters <= 0;

function shortText(text: string, budget: Budget): string {
  const shown = shorten(text, longestText);
  budget.characters -= shown.length;
  return shown;
}

function shortList(list: readonly unknown[], budget: Budget): unknown[] {
  const shown: unknown[] = [];
  for (const item of list.slice(0, mostItems)) {
    if (isSpent(budget)) break;
    shown.push(shortened(item, budget));
  }
  const missing = list.length - shown.length;
  return missing === 0 ? shown : [...shown, `… ${missing.toLocaleString('en')} more`];
}

function shortObject(object: Record<string, unknown>, budget: Budget): Record<string, unknown> {
  const shown = Object.create(null) as Record<string, unknown>;
  const { names } = membersOf(object);
  let count = 0;
  for (const name of names.slice(0, mostMembers)) {
    if (isSpent(budget)) break;
    const shownName = shortText(name, budget);
    shown[shownName] = shortened(object[name], budget);
    count++;
  }
  if (count < names.length) shown['…'] = `… ${(names.length - count).toLocaleString('en')} more`;
  return shown;
}
