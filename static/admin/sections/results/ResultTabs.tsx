import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import type { ReactNode } from 'react';
import type { TestReport } from '../../../../src/shared/contract';
import { Diagnostic } from './Diagnostic';
import { PreviewVisual } from './PreviewVisual';
import { RawResponse } from './RawResponse';
import { RequestList } from './RequestList';
import { ResponseTree } from './ResponseTree';

const noResponse = <p>There was no response.</p>;

/** Rows, response, requests and diagnostic of a test, each on its tab. */
export function ResultTabs({ report }: { report: TestReport }) {
  const { table, raw, requests, diagnostic } = report;
  const tabs: [string, ReactNode][] = [
    ['First rows', table ? <PreviewVisual title="First rows" view={table} /> : <p>There are no rows to show.</p>],
    ['Tree', raw ? <ResponseTree raw={raw} /> : noResponse],
    ['Raw response', raw ? <RawResponse raw={raw} /> : noResponse],
    [`Requests (${requests.length})`, <RequestList key="requests" requests={requests} />],
    ['Diagnostic', <Diagnostic key="diagnostic" text={diagnostic} />],
  ];
  return (
    <Tabs id="test-result">
      <TabList>
        {tabs.map(([title]) => (
          <Tab key={title}>{title}</Tab>
        ))}
      </TabList>
      {tabs.map(([title, content]) => (
        <TabPanel key={title}>
          <div className="tab-body">{content}</div>
        </TabPanel>
      ))}
    </Tabs>
  );
}
