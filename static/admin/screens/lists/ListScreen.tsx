import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useEffect, useState } from 'react';
import { callAdmin } from '../../../shared/call';
import { useCall } from '../../../shared/useCall';
import type { ListTab, Navigate, Route } from '../route';
import { ScreenTitle } from '../../fields/ScreenTitle';
import { Notice } from '../../fields/Notice';
import '../../styles/list.css';
import { DataSourceList } from './DataSourceList';
import { PanelList } from './PanelList';
import { SourceWarnings } from './SourceWarnings';

const tabs: ListTab[] = ['data-sources', 'panels'];

interface ListScreenProps {
  route: Extract<Route, { screen: 'list' }>;
  navigate: Navigate;
}

let firstView = true;

/** Data sources and panels, each on its tab. */
export function ListScreen({ route, navigate }: ListScreenProps) {
  const [selected, select] = useState(tabs.indexOf(route.tab));
  const sources = useCall('data-sources', () => callAdmin('listDataSources'));
  const panels = useCall('panels', () => callAdmin('listPanels'));
  const takesFocus = !firstView;
  useEffect(() => {
    firstView = false;
  }, []);
  return (
    <>
      <ScreenTitle takesFocus={takesFocus} hidden>
        External Data
      </ScreenTitle>
      {route.message ? (
        <Notice look="success" live>
          {route.message}
        </Notice>
      ) : null}
      {sources.call.state === 'value' ? <SourceWarnings sources={sources.call.value} navigate={navigate} /> : null}
      <Tabs id="lists" selected={selected} onChange={select} shouldUnmountTabPanelOnChange>
        <TabList>
          <Tab>Data sources</Tab>
          <Tab>Panels</Tab>
        </TabList>
        <TabPanel>
          <DataSourceList {...sources} panels={panels.call} navigate={navigate} />
        </TabPanel>
        <TabPanel>
          <PanelList {...panels} sources={sources.call} navigate={navigate} />
        </TabPanel>
      </Tabs>
    </>
  );
}
