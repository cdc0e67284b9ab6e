import AtlaskitPagination from '@atlaskit/pagination';
import { ProgressTracker as AtlaskitProgressTracker } from '@atlaskit/progress-tracker';
import type { ReactElement } from 'react';
import type { Props } from '../forge-doc';
import type { NodeComponents, NodeProps } from '../node-component';
import { Nodes } from '../NodeView';
import { callback, flag, list, number, oneOf, text } from '../props';
import { linkTarget } from './text';

const SPACINGS = ['cozy', 'comfortable', 'compact'] as const;
const STATUSES = ['unvisited', 'visited', 'current', 'disabled'] as const;

function Pagination({ node }: NodeProps): ReactElement {
  const { props } = node;
  return (
    <AtlaskitPagination
      pages={list(props, 'pages').map(Number)}
      defaultSelectedIndex={number(props, 'defaultSelectedIndex')}
      selectedIndex={number(props, 'selectedIndex')}
      max={number(props, 'max')}
      label={text(props, 'label')}
      nextLabel={text(props, 'nextLabel')}
      previousLabel={text(props, 'previousLabel')}
      pageLabel={text(props, 'pageLabel')}
      testId={text(props, 'testId')}
      onChange={(_event, page) => callback(props, 'onChange')(page)}
    />
  );
}

function ProgressTracker({ node }: NodeProps): ReactElement {
  const { props } = node;
  return (
    <AtlaskitProgressTracker
      items={list(props, 'items').map((item) => stageOf(item as Props))}
      animated={flag(props, 'animated')}
      label={text(props, 'label')}
      spacing={oneOf(props, 'spacing', SPACINGS)}
      testId={text(props, 'testId')}
    />
  );
}

function stageOf(item: Props) {
  const { href } = linkTarget(text(item, 'href'));
  return {
    id: text(item, 'id') ?? '',
    label: text(item, 'label') ?? '',
    percentageComplete: number(item, 'percentageComplete') ?? 0,
    status: oneOf(item, 'status', STATUSES),
    noLink: flag(item, 'noLink'),
    href,
    ...(typeof item.onClick === 'function' && { onClick: callback(item, 'onClick') }),
  };
}

function Breadcrumbs({ node }: NodeProps): ReactElement {
  return (
    <nav aria-label={text(node.props, 'label') ?? 'Breadcrumbs'} data-testid={text(node.props, 'testId')}>
      <ol className="uik-breadcrumbs">
        <Nodes nodes={node.children} />
      </ol>
    </nav>
  );
}

function BreadcrumbsItem({ node }: NodeProps): ReactElement {
  const { props } = node;
  const href = text(props, 'href');
  return <li>{href === undefined ? text(props, 'text') : <a {...linkTarget(href)}>{text(props, 'text')}</a>}</li>;
}

/** Where somebody is among several places or steps. */
export const wayComponents: NodeComponents = { Pagination, ProgressTracker, Breadcrumbs, BreadcrumbsItem };
