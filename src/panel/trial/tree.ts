import { shorten } from '../../visuals/shorten';

const mostItems = 50;
const mostMembers = 200;
const mostValues = 4000;
const longestText = 300;

/**
 * The value as JSON text that can be shown as a tree: its beginning, with lists, objects and texts shortened, and whole
 * as JSON whatever is left out. A last item that is a text with an ellipsis says how many more there are.
 */
export function treeText(document: unknown): string {
  const budget = { left: mostValues };
  return JSON.stringify(shortened(document, budget));
}

function shortened(value: unknown, budget: { left: number }): unknown {
  budget.left--;
  if (typeof value === 'string') return shorten(value, longestText);
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? shortList(value, budget) : shortObject(value as Record<string, unknown>, budget);
}

function shortList(list: readonly unknown[], budget: { left: number }): unknown[] {
  const shown: unknown[] = [];
  for (const item of list.slice(0, mostItems)) {
    if (budget.left <= 0) break;
    shown.push(shortened(item, budget));
  }
  const missing = list.length - shown.length;
  return missing === 0 ? shown : [...shown, `… ${missing.toLocaleString('en')} more`];
}

function shortObject(object: Record<string, unknown>, budget: { left: number }): Record<string, unknown> {
  const shown = Object.create(null) as Record<string, unknown>;
  const members = Object.entries(object);
  let count = 0;
  for (const [name, member] of members.slice(0, mostMembers)) {
    if (budget.left <= 0) break;
    shown[name] = shortened(member, budget);
    count++;
  }
  if (count < members.length) shown['…'] = `… ${(members.length - count).toLocaleString('en')} more`;
  return shown;
}
