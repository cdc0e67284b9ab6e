import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import type { Pagination, TestReport } from '../../../../src/shared/contract';
import { ProblemNote } from '../../../shared/ProblemNote';
import { bringIntoView } from '../../fields/bring-into-view';
import { PaginationProposalNote } from './PaginationProposalNote';
import { ResultTabs } from './ResultTabs';
import { rungText } from './rung-words';
import { SecretNote } from './SecretNote';
import { TestSummary } from './TestSummary';

interface TestResultProps {
  report: TestReport;
  addPanelLabel: string;
  onAddPanel: () => void;
  isBusy: boolean;
  onRetry: () => void;
  /** What the form says now. */
  pagination: Pagination;
  onUsePagination: (pagination: Pagination) => void;
}

/** What a test gave: how it went, how its pages go on, the first rows, the response and each request. */
export function TestResult(props: TestResultProps) {
  const { report, addPanelLabel, onAddPanel, isBusy, onRetry, pagination, onUsePagination } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => (heading.current ? bringIntoView(heading.current) : undefined), [report]);
  return (
    <section className="result" aria-labelledby="result-title">
      <h2 id="result-title" ref={heading}>
        Test result
      </h2>
      <TestSummary report={report} />
      {report.secret ? <SecretNote proof={report.secret} /> : null}
      {report.problem ? (
        <ProblemNote problem={report.problem} viewer="admin" onRetry={onRetry}>
          <p className="problem-note-detail">{rungText(report.problem)}</p>
        </ProblemNote>
      ) : null}
      {report.pagination ? (
        <PaginationProposalNote
          key={report.diagnostic}
          proposal={report.pagination}
          pagination={pagination}
          onUse={onUsePagination}
        />
      ) : null}
      {report.proposal ? (
        <div className="result-action">
          <Button appearance="primary" onClick={onAddPanel} isLoading={isBusy}>
            {addPanelLabel}
          </Button>
        </div>
      ) : null}
      <ResultTabs report={report} />
    </section>
  );
}
