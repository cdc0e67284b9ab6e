import AtlaskitButton from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import { CLICK } from '../events';
import type { NodeComponents, NodeProps } from '../node-component';
import { Nodes } from '../NodeView';
import { callback, flag, oneOf, text } from '../props';
import { linkTarget } from './text';

const APPEARANCES = ['default', 'primary', 'subtle', 'warning', 'danger', 'discovery'] as const;
const SPACINGS = ['default', 'compact'] as const;
const TYPES = ['button', 'submit', 'reset'] as const;

function Button({ node }: NodeProps): ReactElement {
  const { props } = node;
  return (
    <AtlaskitButton
      appearance={oneOf(props, 'appearance', APPEARANCES)}
      spacing={oneOf(props, 'spacing', SPACINGS)}
      type={oneOf(props, 'type', TYPES)}
      autoFocus={flag(props, 'autoFocus')}
      isDisabled={flag(props, 'isDisabled')}
      isLoading={flag(props, 'isLoading')}
      isSelected={flag(props, 'isSelected')}
      shouldFitContainer={flag(props, 'shouldFitContainer')}
      testId={text(props, 'testId')}
      onClick={() => callback(props, 'onClick')(CLICK)}
    >
      <Nodes nodes={node.children} />
    </AtlaskitButton>
  );
}

function LinkButton({ node }: NodeProps): ReactElement {
  const { props } = node;
  const target = flag(props, 'shouldOpenNewTab') ?? text(props, 'target') === '_blank';
  return (
    <a
      className="uik-link-button"
      data-appearance={oneOf(props, 'appearance', APPEARANCES)}
      {...linkTarget(text(props, 'href'), target)}
      onClick={() => callback(props, 'onClick')(CLICK)}
    >
      <Nodes nodes={node.children} />
    </a>
  );
}

function ButtonGroup({ node }: NodeProps): ReactElement {
  return (
    <div role="group" className="uik-button-group" aria-label={text(node.props, 'label')}>
      <Nodes nodes={node.children} />
    </div>
  );
}

/** Buttons. `Button` draws `LoadingButton` too: the two differ in whether the app passes `isLoading`. */
export const buttonComponents: NodeComponents = { Button, LoadingButton: Button, LinkButton, ButtonGroup };
