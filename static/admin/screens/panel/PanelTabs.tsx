import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import type { ReactNode } from 'react';
import type { PanelTab } from '../../form-model/panel/panel-tabs';
import { panelTabs, tabFacts, tabsWithErrors } from '../../form-model/panel/panel-tabs';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';

interface PanelTabsProps {
  state: PanelFormState;
  chosen: PanelTab;
  onChoose: (tab: PanelTab) => void;
  contents: Record<PanelTab, ReactNode>;
}

/** The parts of a panel on a tab each; those in which something is wrong say so. */
export function PanelTabs({ state, chosen, onChoose, contents }: PanelTabsProps) {
  const broken = tabsWithErrors(state.errors);
  return (
    <Tabs
      id="panel-parts"
      selected={panelTabs.indexOf(chosen)}
      onChange={(index) => onChoose(panelTabs[index] ?? 'columns')}
    >
      <TabList>
        {panelTabs.map((tab) => (
          <Tab key={tab}>
            <span className={broken.includes(tab) ? 'tab-broken' : undefined}>
              {tabFacts[tab].title}
              {broken.includes(tab) ? <span className="visually-hidden"> (needs a change)</span> : null}
            </span>
          </Tab>
        ))}
      </TabList>
      {panelTabs.map((tab) => (
        <TabPanel key={tab}>
          <div className="tab-body">{contents[tab]}</div>
        </TabPanel>
      ))}
    </Tabs>
  );
}
