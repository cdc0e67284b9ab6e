import { useMemo, useState } from 'react';
import type { BodyNode, HostPage, MacroNode, ModuleInfo } from '../../shared/api';
import { type Caret, withConfig, withInline, withoutInline, withWords } from './sentence';

/** A body node with a name of its own, so that what is typed stays with it when it moves. */
export interface DraftNode {
  id: string;
  node: BodyNode;
}

export interface PageDraft {
  title: string;
  nodes: DraftNode[];
  setTitle(title: string): void;
  addText(kind: 'paragraph' | 'heading'): void;
  /** Adds the macro after the node last chosen, or at the end; an inline one in the text where the cursor was. */
  addMacro(module: ModuleInfo): MacroNode;
  setText(id: string, text: string): void;
  setWords(id: string, part: number, words: string): void;
  setConfig(localId: string, config: Record<string, unknown>): void;
  setBody(localId: string, body: unknown): void;
  removeInline(localId: string): void;
  move(id: string, by: -1 | 1): void;
  remove(id: string): void;
  /** Notes where the next thing goes. */
  choose(id: string, caret?: Caret): void;
}

/** The node last chosen, and where in its text the cursor was. */
interface Chosen {
  id: string;
  caret?: Caret | undefined;
}

function named(node: BodyNode): DraftNode {
  return { id: node.kind === 'macro' ? node.localId : crypto.randomUUID(), node };
}

/** The list with `item` behind the one named `after`, or last when no item has that name. */
export function insertAfter(nodes: DraftNode[], item: DraftNode, after: string | null): DraftNode[] {
  const at = nodes.findIndex((one) => one.id === after);
  return at < 0 ? [...nodes, item] : [...nodes.slice(0, at + 1), item, ...nodes.slice(at + 1)];
}

/** The list with the named item one place further up (-1) or down (1); at either end it stays. */
export function moveBy(nodes: DraftNode[], id: string, by: -1 | 1): DraftNode[] {
  const from = nodes.findIndex((one) => one.id === id);
  const item = nodes[from];
  const to = from + by;
  if (!item || to < 0 || to >= nodes.length) return nodes;
  const rest = nodes.filter((one) => one !== item);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** The list with an inline macro in the text last chosen, or in a new one behind the node last chosen. */
export function insertInline(nodes: DraftNode[], macro: MacroNode, chosen: Chosen | null): DraftNode[] {
  const target = nodes.find((one) => one.id === chosen?.id);
  if (!target || target.node.kind === 'macro' || target.node.kind === 'heading') {
    const fresh = withInline({ kind: 'paragraph', text: '' }, macro, undefined);
    return insertAfter(nodes, named(fresh), chosen?.id ?? null);
  }
  const sentence = withInline(target.node, macro, chosen?.caret);
  return nodes.map((one) => (one === target ? { ...one, node: sentence } : one));
}

/** The body that is saved: texts that hold nothing but spaces are left out. */
export function bodyOf(nodes: DraftNode[]): BodyNode[] {
  return nodes.map((one) => one.node).filter((node) => !('text' in node) || node.text.trim() !== '');
}

function configured(node: BodyNode, localId: string, config: Record<string, unknown>): BodyNode {
  if (node.kind === 'sentence') return withConfig(node, localId, config);
  return node.kind === 'macro' && node.localId === localId ? { ...node, config } : node;
}

/** The page under edit, not saved until it is published. A page without text starts with one empty paragraph. */
export function useDraft(page: HostPage): PageDraft {
  const [title, setTitle] = useState(page.title);
  const [nodes, setNodes] = useState(() =>
    (page.body.length > 0 ? page.body : [{ kind: 'paragraph' as const, text: '' }]).map(named),
  );
  const [chosen, setChosen] = useState<Chosen | null>(null);
  return useMemo(() => {
    const add = (node: BodyNode): void => {
      const item = named(node);
      setNodes((now) => insertAfter(now, item, chosen?.id ?? null));
      setChosen({ id: item.id });
    };
    const addMacro = ({ key, layout }: ModuleInfo): MacroNode => {
      const macro: MacroNode = { kind: 'macro', localId: crypto.randomUUID(), moduleKey: key, config: undefined };
      if (layout === 'inline' || layout === 'inline-bodied') setNodes((now) => insertInline(now, macro, chosen));
      else add(macro);
      return macro;
    };
    const changeAll = (edit: (node: BodyNode) => BodyNode): void =>
      setNodes((now) => now.map((one) => ({ ...one, node: edit(one.node) })));
    const change = (id: string, edit: (node: BodyNode) => BodyNode): void =>
      setNodes((now) => now.map((one) => (one.id === id ? { ...one, node: edit(one.node) } : one)));
    return {
      title,
      nodes,
      setTitle,
      choose: (id, caret) => setChosen({ id, caret }),
      addText: (kind) => void add({ kind, text: '' }),
      addMacro,
      setText: (id, text) => change(id, (node) => ('text' in node ? { ...node, text } : node)),
      setWords: (id, part, words) =>
        change(id, (node) => (node.kind === 'sentence' ? withWords(node, part, words) : node)),
      setConfig: (localId, config) => changeAll((node) => configured(node, localId, config)),
      setBody: (localId, body) =>
        changeAll((node) => (node.kind === 'macro' && node.localId === localId ? { ...node, body } : node)),
      removeInline: (localId) => changeAll((node) => (node.kind === 'sentence' ? withoutInline(node, localId) : node)),
      move: (id, by) => setNodes((now) => moveBy(now, id, by)),
      remove: (id) => setNodes((now) => now.filter((one) => one.id !== id)),
    };
  }, [title, nodes, chosen]);
}
