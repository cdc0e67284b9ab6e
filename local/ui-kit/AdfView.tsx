import type { ReactElement, ReactNode } from 'react';
import { createElement } from 'react';

interface AdfNode {
  type: string;
  text?: string;
  content?: unknown[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  attrs?: Record<string, unknown>;
}

/** Nodes of the Atlassian Document Format that are drawn as one element around their content. */
const ELEMENTS: Readonly<Record<string, string>> = {
  doc: 'div',
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  codeBlock: 'pre',
  panel: 'aside',
  expand: 'section',
  tableRow: 'tr',
  tableHeader: 'th',
  tableCell: 'td',
};
const MARKS: Readonly<Record<string, string>> = {
  strong: 'strong',
  em: 'em',
  code: 'code',
  strike: 's',
  underline: 'u',
};

/** A document of the editor's format as plain elements; a node that is not known shows its name. */
export function AdfView({ node }: { node: unknown }): ReactElement {
  if (!isNode(node)) return <em className="export-fault">This is not a document.</em>;
  switch (node.type) {
    case 'text':
      return <>{marked(node)}</>;
    case 'hardBreak':
      return <br />;
    case 'rule':
      return <hr />;
    case 'heading':
      return createElement(`h${Math.min(6, Math.max(1, Number(node.attrs?.level) || 1))}`, {}, contentOf(node));
    case 'table':
      return (
        <table>
          <tbody>{contentOf(node)}</tbody>
        </table>
      );
    default: {
      const element = ELEMENTS[node.type];
      if (element) return createElement(element, { 'data-adf': node.type }, contentOf(node));
      return <em className="export-fault">[{node.type}]</em>;
    }
  }
}

function isNode(node: unknown): node is AdfNode {
  return typeof node === 'object' && node !== null && typeof (node as { type?: unknown }).type === 'string';
}

function contentOf({ content = [] }: AdfNode): ReactNode {
  return content.map((child, place) => <AdfView key={place} node={child} />);
}

function marked({ text = '', marks = [] }: AdfNode): ReactNode {
  return marks.reduce<ReactNode>((inner, { type, attrs }) => {
    const href = typeof attrs?.href === 'string' ? attrs.href : '';
    if (type === 'link' && /^(https?|mailto):/.test(href)) return <a href={href}>{inner}</a>;
    const element = MARKS[type];
    return element ? createElement(element, {}, inner) : inner;
  }, text);
}
