import AtlaskitLozenge from '@atlaskit/lozenge';
import AtlaskitSpinner from '@atlaskit/spinner';
import AtlaskitTile from '@atlaskit/tile';
import type { ReactElement } from 'react';
import { textBelow } from '../forge-doc';
import type { NodeComponents, NodeProps } from '../node-component';
import { Nodes } from '../NodeView';
import { callback, flag, number, oneOf, text } from '../props';
import { linkTarget } from './text';

const LOZENGES = ['default', 'success', 'removed', 'inprogress', 'new', 'moved'] as const;
const SPINNER_SIZES = ['medium', 'xsmall', 'small', 'large', 'xlarge'] as const;
const IMAGE_WIDTHS: Record<string, string> = {
  xsmall: '16px',
  small: '24px',
  medium: '32px',
  large: '48px',
  xlarge: '96px',
};

function Lozenge({ node }: NodeProps): ReactElement {
  return (
    <AtlaskitLozenge appearance={oneOf(node.props, 'appearance', LOZENGES)} isBold={flag(node.props, 'isBold')}>
      {textBelow(node)}
    </AtlaskitLozenge>
  );
}

/** A number above `max` (99 unless told otherwise) is cut to `99+`. */
function Badge({ node }: NodeProps): ReactElement {
  const { props } = node;
  const shown = textBelow(node) || (text(props, 'text') ?? '');
  const most = props.max === false ? Infinity : (number(props, 'max') ?? 99);
  return (
    <span className="uik-badge" data-appearance={text(props, 'appearance')}>
      {Number(shown) > most ? `${most}+` : shown}
    </span>
  );
}

function Tag({ node }: NodeProps): ReactElement {
  const { props } = node;
  const words = text(props, 'text') ?? textBelow(node);
  const href = text(props, 'href');
  return (
    <span className="uik-tag" data-color={text(props, 'color')} data-round={text(props, 'appearance') === 'rounded'}>
      {href === undefined ? words : <a {...linkTarget(href)}>{words}</a>}
      {typeof props.onAfterRemoveAction === 'function' && (
        <button
          type="button"
          aria-label={text(props, 'removeButtonLabel') ?? `Remove ${words}`}
          onClick={() => callback(props, 'onAfterRemoveAction')(words)}
        >
          ×
        </button>
      )}
    </span>
  );
}

function TagGroup({ node }: NodeProps): ReactElement {
  return (
    <span className="uik-tag-group" data-align={text(node.props, 'alignment')}>
      <Nodes nodes={node.children} />
    </span>
  );
}

function Spinner({ node }: NodeProps): ReactElement {
  return (
    <AtlaskitSpinner
      size={oneOf(node.props, 'size', SPINNER_SIZES)}
      label={text(node.props, 'label') ?? 'Loading'}
      testId={text(node.props, 'testId')}
    />
  );
}

function ProgressBar({ node }: NodeProps): ReactElement {
  const { props } = node;
  return (
    <progress
      className="uik-progress"
      data-appearance={text(props, 'appearance')}
      aria-label={text(props, 'ariaLabel') ?? 'Progress'}
      value={flag(props, 'isIndeterminate') ? undefined : (number(props, 'value') ?? 0)}
    />
  );
}

function Tooltip({ node }: NodeProps): ReactElement {
  return (
    <span className="uik-tooltip" title={text(node.props, 'content')}>
      <Nodes nodes={node.children} />
    </span>
  );
}

function Image({ node }: NodeProps): ReactElement {
  const { props } = node;
  return (
    <img
      className="uik-image"
      src={text(props, 'src')}
      alt={text(props, 'alt') ?? ''}
      width={text(props, 'width')}
      height={text(props, 'height')}
      style={{ width: IMAGE_WIDTHS[text(props, 'size') ?? ''] }}
    />
  );
}

const TILE_SIZES = ['medium', 'xxsmall', 'xsmall', 'small', 'large', 'xlarge'] as const;

function Tile({ node }: NodeProps): ReactElement {
  const { props } = node;
  return (
    <AtlaskitTile
      label={text(props, 'label') ?? ''}
      size={oneOf(props, 'size', TILE_SIZES)}
      hasBorder={flag(props, 'hasBorder')}
      isInset={flag(props, 'isInset')}
      testId={text(props, 'testId')}
    >
      <Nodes nodes={node.children} />
    </AtlaskitTile>
  );
}

/** Small marks that say one thing. */
export const markComponents: NodeComponents = {
  Lozenge,
  Badge,
  Tag,
  TagGroup,
  Spinner,
  ProgressBar,
  Tooltip,
  Image,
  Tile,
};
