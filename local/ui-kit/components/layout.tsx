import type { CSSProperties, ReactElement } from 'react';
import { CLICK } from '../events';
import type { Props } from '../forge-doc';
import type { NodeComponents, NodeProps } from '../node-component';
import { Nodes } from '../NodeView';
import { callback, flag, text } from '../props';
import { styleOf, tokenValue } from '../xcss';

const ALIGN: Record<string, string> = {
  start: 'flex-start',
  end: 'flex-end',
  center: 'center',
  stretch: 'stretch',
  baseline: 'baseline',
};

const PADDINGS = [
  'padding',
  'paddingBlock',
  'paddingBlockStart',
  'paddingBlockEnd',
  'paddingInline',
  'paddingInlineStart',
  'paddingInlineEnd',
];

function Group({ node }: NodeProps): ReactElement {
  return <Nodes nodes={node.children} />;
}

function boxStyle(props: Props): CSSProperties {
  const paddings = PADDINGS.filter((name) => text(props, name) !== undefined);
  return {
    ...Object.fromEntries(paddings.map((name) => [name, tokenValue(props[name])])),
    ...styleOf({ backgroundColor: props.backgroundColor }),
    ...styleOf(props.xcss),
  };
}

function Box({ node }: NodeProps): ReactElement {
  return (
    <div className="uik-box" style={boxStyle(node.props)} data-testid={text(node.props, 'testId')}>
      <Nodes nodes={node.children} />
    </div>
  );
}

function Pressable({ node }: NodeProps): ReactElement {
  const { props } = node;
  return (
    <button
      type="button"
      className="uik-pressable"
      style={boxStyle(props)}
      disabled={flag(props, 'isDisabled')}
      onClick={() => callback(props, 'onClick')(CLICK)}
    >
      <Nodes nodes={node.children} />
    </button>
  );
}

function flexStyle(props: Props): CSSProperties {
  const spread = text(props, 'spread') === 'space-between' ? 'space-between' : undefined;
  return {
    display: 'flex',
    columnGap: tokenValue(props.space) as string,
    rowGap: tokenValue(props.rowSpace ?? props.space) as string,
    flexGrow: text(props, 'grow') === 'fill' ? 1 : undefined,
    justifyContent: spread,
  };
}

function Inline({ node }: NodeProps): ReactElement {
  const { props } = node;
  const style: CSSProperties = {
    ...flexStyle(props),
    flexWrap: flag(props, 'shouldWrap') ? 'wrap' : undefined,
    alignItems: ALIGN[text(props, 'alignBlock') ?? 'start'],
    justifyContent: flexStyle(props).justifyContent ?? ALIGN[text(props, 'alignInline') ?? 'start'],
  };
  const separator = text(props, 'separator');
  return (
    <div className="uik-inline" style={style}>
      {separator === undefined ? <Nodes nodes={node.children} /> : <Separated {...{ node, separator }} />}
    </div>
  );
}

function Separated({ node, separator }: NodeProps & { separator: string }): ReactElement {
  return (
    <>
      {node.children.map((child, index) => (
        <span key={child.key}>
          {index > 0 && <span aria-hidden="true">{separator} </span>}
          <Nodes nodes={[child]} />
        </span>
      ))}
    </>
  );
}

function Stack({ node }: NodeProps): ReactElement {
  const { props } = node;
  const style: CSSProperties = {
    ...flexStyle(props),
    flexDirection: 'column',
    alignItems: ALIGN[text(props, 'alignInline') ?? 'stretch'],
    justifyContent: flexStyle(props).justifyContent ?? ALIGN[text(props, 'alignBlock') ?? 'start'],
  };
  return (
    <div className="uik-stack" style={style}>
      <Nodes nodes={node.children} />
    </div>
  );
}

/** Reaches out of the padding around it, by the spacing tokens that the app names. */
function Bleed({ node }: NodeProps): ReactElement {
  const { all, inline = all, block = all } = node.props;
  const out = (token: unknown) => (token === undefined ? undefined : `calc(-1 * ${String(tokenValue(token))})`);
  return (
    <div style={{ marginInline: out(inline), marginBlock: out(block) }} data-testid={text(node.props, 'testId')}>
      <Nodes nodes={node.children} />
    </div>
  );
}

/** What holds and arranges other nodes. */
export const layoutComponents: NodeComponents = {
  Root: Group,
  Fragment: Group,
  ContentWrapper: Group,
  Box,
  Pressable,
  Inline,
  Stack,
  Bleed,
};
