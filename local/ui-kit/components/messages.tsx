import AtlaskitEmptyState from '@atlaskit/empty-state';
import AtlaskitSectionMessage, { SectionMessageAction as AtlaskitAction } from '@atlaskit/section-message';
import type { ReactElement } from 'react';
import { CLICK } from '../events';
import type { ForgeNode } from '../forge-doc';
import { nodesInProp } from '../forge-doc';
import type { NodeComponents, NodeProps } from '../node-component';
import { Nodes, Slot } from '../NodeView';
import { callback, flag, number, oneOf, text } from '../props';

const WIDTHS = ['wide', 'narrow'] as const;
const APPEARANCES = ['information', 'warning', 'error', 'success', 'discovery'] as const;

function isAction(node: ForgeNode): boolean {
  return node.type === 'SectionMessageAction';
}

/** Actions come as a prop or as children; either way they stand below the text. */
function SectionMessage({ node }: NodeProps): ReactElement {
  const { props } = node;
  const actions = [...nodesInProp(props.actions), ...node.children].filter(isAction);
  return (
    <AtlaskitSectionMessage
      appearance={oneOf(props, 'appearance', APPEARANCES)}
      title={text(props, 'title')}
      testId={text(props, 'testId')}
      actions={actions.map((action) => (
        <SectionMessageAction key={action.key} node={action} />
      ))}
    >
      <Nodes nodes={node.children.filter((child) => !isAction(child))} />
    </AtlaskitSectionMessage>
  );
}

function SectionMessageAction({ node }: NodeProps): ReactElement {
  const { props } = node;
  return (
    <AtlaskitAction href={text(props, 'href')} onClick={() => callback(props, 'onClick')(CLICK)}>
      <Nodes nodes={node.children} />
    </AtlaskitAction>
  );
}

function EmptyState({ node }: NodeProps): ReactElement {
  const { props } = node;
  const slot = (name: string): ReactElement | undefined =>
    props[name] === undefined ? undefined : <Slot value={props[name]} />;
  return (
    <AtlaskitEmptyState
      header={text(props, 'header') ?? ''}
      headingLevel={number(props, 'headingLevel')}
      description={slot('description')}
      primaryAction={slot('primaryAction')}
      secondaryAction={slot('secondaryAction')}
      tertiaryAction={slot('tertiaryAction')}
      isLoading={flag(props, 'isLoading')}
      width={oneOf(props, 'width', WIDTHS)}
      testId={text(props, 'testId')}
    />
  );
}

/** Messages that stand by themselves. */
export const messageComponents: NodeComponents = { SectionMessage, SectionMessageAction, EmptyState };
