import { useMemo, useState } from 'react';
import type { BodyNode, HostPage, MacroNode, ModuleInfo } from '../../http/api';

/** A body node with a name of its own, so that what is typed stays with it when it moves. */
export interface DraftNode {
  id: string;
  node: BodyNode;
}

export interface Draft {
  title: string;
  nodes: DraftNode[];
  setTitle(title: string): void;
  addText(kind: 'paragraph' | 'heading'): void;
  /** Adds the macro after the node last chosen, or at the end; answers the new node's name. */
  addMacro(module: ModuleInfo): DraftNode;
  setText(id: string, text: string): void;
  setConfig(id: string, config: Record<string, unknown>): void;
  move(id: string, by: -1 | 1): void;
  remove(id: string): void;
  choose(id: string): void;
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

/** The body that is saved: texts that hold nothing but blanks are left out. */
export function bodyOf(nodes: DraftNode[]): BodyNode[] {
  return nodes.map((one) => one.node).filter((node) => node.kind === 'macro' || node.text.trim() !== '');
}

/** The page under edit, not saved until it is published. A page without text starts with one empty paragraph. */
export function useDraft(page: HostPage): Draft {
  const [title, setTitle] = useState(page.title);
  const [nodes, setNodes] = useState(() =>
    (page.body.length > 0 ? page.body : [{ kind: 'paragraph' as const, text: '' }]).map(named),
  );
  const [chosen, choose] = useState<string | null>(null);
  return useMemo(() => {
    const add = (node: BodyNode): DraftNode => {
      const item = named(node);
      setNodes((now) => insertAfter(now, item, chosen));
      choose(item.id);
      return item;
    };
    const change = (id: string, edit: (node: BodyNode) => BodyNode): void =>
      setNodes((now) => now.map((one) => (one.id === id ? { ...one, node: edit(one.node) } : one)));
    return {
      title,
      nodes,
      setTitle,
      choose,
      addText: (kind) => void add({ kind, text: '' }),
      addMacro: (module) =>
        add({
          kind: 'macro',
          localId: crypto.randomUUID(),
          moduleKey: module.key,
          config: undefined,
        } satisfies MacroNode),
      setText: (id, text) => change(id, (node) => (node.kind === 'macro' ? node : { ...node, text })),
      setConfig: (id, config) => change(id, (node) => (node.kind === 'macro' ? { ...node, config } : node)),
      move: (id, by) => setNodes((now) => moveBy(now, id, by)),
      remove: (id) => setNodes((now) => now.filter((one) => one.id !== id)),
    };
  }, [title, nodes, chosen]);
}
