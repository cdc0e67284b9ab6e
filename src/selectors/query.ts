import { jsonpath } from 'json-p3';
import { Problem } from '../shared/problem';
import { isElement } from '../xml-element';
import { isContainer } from './comparison';
import { compileFilter } from './filter';
import type { Evaluation, CompiledQuery, Step } from './evaluation';

const { NameSelector, IndexSelector, SliceSelector, WildcardSelector, FilterSelector } = jsonpath.selectors;

const maxDepth = 200;

/** The segments of a path as a function from a value to the list of values it selects, in the order of RFC 9535 section 2.1.2. */
export function compileQuery(path: readonly jsonpath.JSONPathSegment[]): CompiledQuery {
  const segments = path.map((segment, at) => compileSegment(segment, path[at + 1]));
  return (value, evaluation) => {
    let values: readonly unknown[] = [value];
    for (const segment of segments) values = applyToAll(segment, values, evaluation);
    return values;
  };
}

function applyToAll(segment: Step, values: readonly unknown[], evaluation: Evaluation): readonly unknown[] {
  const found = wholeList(segment, values, evaluation) ?? collected(segment, values, evaluation);
  evaluation.budget.checkResults(found.length);
  return found;
}

/** All items of the only list are that list: most rows are found so, and need no copy. */
function wholeList(segment: Step, values: readonly unknown[], { budget }: Evaluation): readonly unknown[] | undefined {
  const [list] = values;
  if (segment !== allChildren || values.length > 1 || !Array.isArray(list)) return undefined;
  budget.visit(list.length);
  return list as readonly unknown[];
}

function collected(segment: Step, values: readonly unknown[], evaluation: Evaluation): readonly unknown[] {
  const found: unknown[] = [];
  for (const value of values) segment(value, evaluation, found);
  return found;
}

function compileSegment(segment: jsonpath.JSONPathSegment, next: jsonpath.JSONPathSegment | undefined): Step {
  const [selector, ...others] = segment.selectors;
  const isName = selector instanceof NameSelector && others.length === 0;
  if (isName && next && selectsItems(next)) return inDescendants(segment, listMember(selector.name));
  const children = together(segment.selectors.map(compileSelector));
  return inDescendants(segment, children);
}

function inDescendants(segment: jsonpath.JSONPathSegment, children: Step): Step {
  return isDescendant(segment) ? descendants(children) : children;
}

/** Whether a segment asks a list for its items: it is none of names, and none of descendants. */
export function selectsItems(segment: jsonpath.JSONPathSegment): boolean {
  return !isDescendant(segment) && !segment.selectors.some((selector) => selector instanceof NameSelector);
}

/** Whether it is `..` and what follows. The two classes of segments are not exported; their canonical text differs. */
export function isDescendant(segment: jsonpath.JSONPathSegment): boolean {
  return segment.toString().startsWith('..');
}

function together(steps: readonly Step[]): Step {
  const [first, ...others] = steps;
  if (first && others.length === 0) return first;
  return (value, evaluation, found) => steps.forEach((step) => step(value, evaluation, found));
}

function compileSelector(selector: jsonpath.JSONPathSelector): Step {
  if (selector instanceof NameSelector) return member(selector.name);
  if (selector instanceof IndexSelector) return element(selector.index);
  if (selector instanceof SliceSelector) return slice(selector.start, selector.stop, selector.step ?? 1);
  if (selector instanceof WildcardSelector) return allChildren;
  if (selector instanceof FilterSelector) return childrenThat(compileFilter(selector.expression));
  throw new Error('json-p3 yields a selector that RFC 9535 does not have');
}

function member(name: string): Step {
  return (value, _, found) => {
    if (isContainer(value) && !Array.isArray(value) && Object.hasOwn(value, name)) found.push(value[name]);
  };
}

/** A member that is requested its items; a child that stands alone in an XML element is a list of one. */
function listMember(name: string): Step {
  const plain = member(name);
  return (value, evaluation, found) => {
    if (!isElement(value)) return plain(value, evaluation, found);
    const child = value[name];
    if (Object.hasOwn(value, name)) found.push(Array.isArray(child) ? child : [child]);
  };
}

function element(index: number): Step {
  return (value, _, found) => {
    if (!Array.isArray(value)) return;
    const at = index < 0 ? value.length + index : index;
    if (at >= 0 && at < value.length) found.push(value[at]);
  };
}

/** Bounds as in RFC 9535 section 2.3.4.2.2. */
function slice(start: number | undefined, stop: number | undefined, step: number): Step {
  return (value, { budget }, found) => {
    if (!Array.isArray(value) || step === 0) return;
    const length = value.length;
    const [lowest, highest] = step > 0 ? [0, length] : [-1, length - 1];
    const bound = (at: number) => Math.min(Math.max(at < 0 ? length + at : at, lowest), highest);
    const from = start === undefined ? (step > 0 ? 0 : length - 1) : bound(start);
    const to = stop === undefined ? (step > 0 ? length : -1) : bound(stop);
    budget.visit(Math.abs(to - from));
    for (let at = from; step > 0 ? at < to : at > to; at += step) found.push(value[at]);
  };
}

const allChildren: Step = (value, { budget }, found) => {
  const children = childrenOf(value);
  budget.visit(children.length);
  for (const child of children) found.push(child);
};

function childrenThat(test: (value: unknown, evaluation: Evaluation) => boolean): Step {
  return (value, evaluation, found) => {
    const children = childrenOf(value);
    evaluation.budget.visit(children.length);
    for (const child of children) if (test(child, evaluation)) found.push(child);
  };
}

/** Parents before children, in document order, without recursion: depth comes from data. */
function descendants(children: Step): Step {
  return (value, evaluation, found) => {
    const waiting: { value: unknown; depth: number }[] = [{ value, depth: 1 }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      children(next.value, evaluation, found);
      const below = childrenOf(next.value);
      evaluation.budget.visit(below.length);
      for (let at = below.length - 1; at >= 0; at--) {
        if (isContainer(below[at])) waiting.push({ value: below[at], depth: deeper(next.depth) });
      }
    }
  };
}

function deeper(depth: number): number {
  if (depth < maxDepth) return depth + 1;
  throw new Problem('response-unreadable', `The response is nested deeper than ${maxDepth} levels.`);
}

function childrenOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isContainer(value) ? Object.values(value) : [];
}
