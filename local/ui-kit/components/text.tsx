import type { CSSProperties, ReactElement } from 'react';
import { AdfView } from '../AdfView';
import { CLICK } from '../events';
import type { NodeComponents, NodeProps } from '../node-component';
import { Nodes } from '../NodeView';
import { callback, flag, number, oneOf, text } from '../props';
import { tokenValue } from '../xcss';

const WEIGHTS: Record<string, number> = { regular: 400, medium: 500, semibold: 600, bold: 653 };
const SIZES = ['medium', 'small', 'large', 'UNSAFE_small'] as const;
const HEADING_SIZES = ['medium', 'xxlarge', 'xlarge', 'large', 'small', 'xsmall', 'xxsmall'] as const;
const HEADING_TAGS = ['h2', 'h1', 'h3', 'h4', 'h5', 'h6', 'div', 'span'] as const;
const TEXT_TAGS = ['span', 'p', 'strong', 'em', 'strike'] as const;

function Words({ node }: NodeProps): ReactElement {
  return <>{text(node.props, 'text')}</>;
}

function clamped(lines: number | undefined): CSSProperties {
  if (lines === undefined) return {};
  return { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: lines, overflow: 'hidden' };
}

function Text({ node }: NodeProps): ReactElement {
  const { props } = node;
  const as = oneOf(props, 'as', TEXT_TAGS);
  const Tag = as === 'strike' ? 's' : as === 'p' ? 'span' : as;
  const size = oneOf(props, 'size', SIZES);
  const style: CSSProperties = {
    font: size === 'medium' ? undefined : `var(--ds-font-body-${size.replace('UNSAFE_', '')})`,
    fontWeight: WEIGHTS[text(props, 'weight') ?? ''],
    color: tokenValue(text(props, 'color')) as string | undefined,
    textAlign: text(props, 'align') as CSSProperties['textAlign'],
    ...clamped(number(props, 'maxLines')),
  };
  return (
    <Tag className="uik-text" style={style} data-testid={text(props, 'testId')}>
      <Nodes nodes={node.children} />
    </Tag>
  );
}

function Heading({ node }: NodeProps): ReactElement {
  const { props } = node;
  const Tag = oneOf(props, 'as', HEADING_TAGS);
  const font = `var(--ds-font-heading-${oneOf(props, 'size', HEADING_SIZES)})`;
  return (
    <Tag id={text(props, 'id')} className="uik-heading" style={{ font, color: tokenValue(props.color) as string }}>
      <Nodes nodes={node.children} />
    </Tag>
  );
}

function wrapIn(Tag: 'strong' | 'em' | 's' | 'code') {
  return function Wrapped({ node }: NodeProps): ReactElement {
    return (
      <Tag className={Tag === 'code' ? 'uik-code' : undefined}>
        <Nodes nodes={node.children} />
      </Tag>
    );
  };
}

function CodeBlock({ node }: NodeProps): ReactElement {
  return (
    <pre className="uik-code-block" tabIndex={0}>
      <code>{text(node.props, 'text')}</code>
    </pre>
  );
}

/** A document of the editor's format; media, emoji and macros in it show their names. */
function AdfRenderer({ node }: NodeProps): ReactElement {
  return <AdfView node={node.props.document} />;
}

function List({ node }: NodeProps): ReactElement {
  const Tag = text(node.props, 'type') === 'ordered' ? 'ol' : 'ul';
  return (
    <Tag className="uik-list">
      <Nodes nodes={node.children} />
    </Tag>
  );
}

function ListItem({ node }: NodeProps): ReactElement {
  return (
    <li>
      <Nodes nodes={node.children} />
    </li>
  );
}

function Link({ node }: NodeProps): ReactElement {
  const { props } = node;
  return (
    <a
      {...linkTarget(text(props, 'href'), flag(props, 'openNewTab'))}
      onClick={() => callback(props, 'onClick')(CLICK)}
    >
      <Nodes nodes={node.children} />
    </a>
  );
}

/** The attributes of a link to `href`: addresses that are not web, mail or within the site lead nowhere. */
export function linkTarget(href = '', openNewTab = false): { href?: string; target?: string; rel?: string } {
  const isSafe = /^(https?:\/\/|mailto:|\/(?!\/)|#)/i.test(href);
  if (!isSafe) return {};
  return openNewTab ? { href, target: '_blank', rel: 'noopener noreferrer' } : { href };
}

/** Words in all their forms. */
export const textComponents: NodeComponents = {
  String: Words,
  Text,
  Heading,
  Strong: wrapIn('strong'),
  Em: wrapIn('em'),
  Strike: wrapIn('s'),
  Code: wrapIn('code'),
  CodeBlock,
  AdfRenderer,
  List,
  ListItem,
  Link,
};
