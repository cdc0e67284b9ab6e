import AtlaskitTabs, {
  Tab as AtlaskitTab,
  TabList as AtlaskitTabList,
  TabPanel as AtlaskitTabPanel,
} from '@atlaskit/tabs';
import type { ReactElement } from 'react';
import type { ForgeNode } from '../forge-doc';
import type { NodeComponents, NodeProps } from '../node-component';
import { Nodes } from '../NodeView';
import { callback, flag, number, text } from '../props';

/** Atlaskit's tabs look at their direct children, so lists and panels are laid out here and not node by node. */
function Tabs({ node }: NodeProps): ReactElement {
  const { props } = node;
  const headings = node.children.find((child) => child.type === 'TabList')?.children ?? [];
  const panels = node.children.filter((child) => child.type === 'TabPanel');
  return (
    <AtlaskitTabs
      id={text(props, 'id') ?? node.key}
      defaultSelected={number(props, 'defaultSelected')}
      selected={number(props, 'selected')}
      shouldUnmountTabPanelOnChange={flag(props, 'shouldUnmountTabPanelOnChange')}
      testId={text(props, 'testId')}
      onChange={(index: number) => callback(props, 'onChange')(index)}
    >
      <AtlaskitTabList>
        {headings.map((heading: ForgeNode) => (
          <AtlaskitTab key={heading.key} testId={text(heading.props, 'testId')}>
            <Nodes nodes={heading.children} />
          </AtlaskitTab>
        ))}
      </AtlaskitTabList>
      {panels.map((panel) => (
        <AtlaskitTabPanel key={panel.key}>
          <div className="uik-tab-panel">
            <Nodes nodes={panel.children} />
          </div>
        </AtlaskitTabPanel>
      ))}
    </AtlaskitTabs>
  );
}

/** Tabs; `TabList`, `Tab` and `TabPanel` are drawn by the tabs they stand in. */
export const tabComponents: NodeComponents = { Tabs };
