/** One node of the document that `@forge/react` sends with `reconcile`. */
export interface ForgeNode {
  type: string;
  props: Props;
  children: ForgeNode[];
  key: string;
}

export type Props = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a document node, or null when it is none. */
export function readNode(value: unknown): ForgeNode | null {
  if (!isRecord(value) || typeof value.type !== 'string') return null;
  const props = isRecord(value.props) ? value.props : {};
  const children = Array.isArray(value.children) ? value.children.map(readNode) : [];
  return {
    type: value.type,
    props,
    children: children.filter((child) => child !== null),
    key: typeof value.key === 'string' ? value.key : value.type,
  };
}

/**
 * The nodes of what stands in a prop: text, numbers, React elements as they cross the bridge (`{type, props}`), or lists
 * of these. Anything else draws nothing.
 */
export function nodesInProp(value: unknown): ForgeNode[] {
  if (Array.isArray(value)) {
    return value.flatMap((part, index) => nodesInProp(part).map((node) => ({ ...node, key: `${index}-${node.key}` })));
  }
  if (typeof value === 'string' || typeof value === 'number') {
    return [{ type: 'String', props: { text: String(value) }, children: [], key: 'text' }];
  }
  if (!isRecord(value) || typeof value.type !== 'string') return [];
  const { children, ...props } = isRecord(value.props) ? value.props : {};
  const key = typeof value.key === 'string' ? value.key : value.type;
  return [{ type: value.type, props, children: nodesInProp(children), key }];
}

/** All text below a node, in reading order. */
export function textBelow(node: ForgeNode): string {
  if (node.type === 'String') return typeof node.props.text === 'string' ? node.props.text : '';
  return node.children.map(textBelow).join('');
}

/** The children of the node's `ContentWrapper` with this name; empty when there is none. */
export function wrapped(node: ForgeNode, name: string): ForgeNode[] {
  return node.children.find((child) => child.type === 'ContentWrapper' && child.props.name === name)?.children ?? [];
}
