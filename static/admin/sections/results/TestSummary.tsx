import Lozenge from '@atlaskit/lozenge';
import type { TestReport } from '../../../../src/shared/contract';
import { countPhrase } from '../../../../src/shared/phrase';
import { adminReader } from '../../fields/admin-reader';
import { durationWords, sizeWords } from '../../fields/measure-words';
import { testText } from './test-text';

const requestsMade = { one: '{count} request made.', other: '{count} requests made.' };

/** Status, time, pages and rows of a test, and why reading ended; spoken when the test is done. */
export function TestSummary({ report }: { report: TestReport }) {
  const { status, durationMs, reading, problem } = report;
  const facts: [string, string][] = [['Time', durationWords(durationMs)]];
  if (status !== undefined) facts.unshift(['Status', String(status)]);
  if (reading) {
    facts.push(['Rows', reading.rowsRead.toLocaleString(adminReader.locale)]);
    facts.push(['Pages', reading.pagesRead.toLocaleString(adminReader.locale)]);
    facts.push(['Size', sizeWords(reading.bytesRead, adminReader)]);
  }
  return (
    <div className="test-summary" role="status">
      <Lozenge appearance={problem ? 'removed' : 'success'} isBold>
        {problem ? 'Failed' : 'Succeeded'}
      </Lozenge>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {reading ? (
        <p>
          {testText(reading, adminReader.locale)} {reading.warnings.join(' ')}
        </p>
      ) : null}
      <span className="visually-hidden">
        {countPhrase(report.requests.length, requestsMade, {}, { locale: adminReader.locale })}
      </span>
    </div>
  );
}
