import Button from '@atlaskit/button/new';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useEffect, useRef } from 'react';
import type { TestReport } from '../../../src/contract';
import { ProblemNote } from '../../shared/ProblemNote';
import { bringIntoView } from '../app/bring-into-view';
import { PreviewTable } from './PreviewTable';
import { RawResponse } from './RawResponse';
import { RequestList } from './RequestList';
import { TestSummary } from './TestSummary';

interface TestResultProps {
  report: TestReport;
  addPanelLabel: string;
  onAddPanel: () => void;
  isBusy: boolean;
}

/** What a test gave: how it went, the first rows, the raw response and each request. */
export function TestResult({ report, addPanelLabel, onAddPanel, isBusy }: TestResultProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => (heading.current ? bringIntoView(heading.current) : undefined), [report]);
  const { problem, table, raw, requests } = report;
  return (
    <section className="result" aria-labelledby="result-title">
      <h2 id="result-title" ref={heading}>
        Test result
      </h2>
      <TestSummary report={report} />
      {problem ? <ProblemNote problem={problem} viewer="admin" /> : null}
      {report.proposal ? (
        <div className="result-action">
          <Button appearance="primary" onClick={onAddPanel} isLoading={isBusy}>
            {addPanelLabel}
          </Button>
        </div>
      ) : null}
      <Tabs id="test-result">
        <TabList>
          <Tab>First rows</Tab>
          <Tab>Raw response</Tab>
          <Tab>Requests ({requests.length})</Tab>
        </TabList>
        <TabPanel>
          <div className="tab-body">
            {table ? <PreviewTable title="First rows" view={table} /> : <p>There are no rows to show.</p>}
          </div>
        </TabPanel>
        <TabPanel>
          <div className="tab-body">{raw ? <RawResponse raw={raw} /> : <p>No response came.</p>}</div>
        </TabPanel>
        <TabPanel>
          <div className="tab-body">
            <RequestList requests={requests} />
          </div>
        </TabPanel>
      </Tabs>
    </section>
  );
}
