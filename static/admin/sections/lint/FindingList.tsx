import Button from '@atlaskit/button/new';
import type { Finding } from '../../../../src/shared/contract';
import { countPhrase } from '../../../../src/shared/phrase';
import { fromOAuth2 } from '../../form-model/data-source/authentication/oauth2';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { adminReader } from '../../fields/admin-reader';
import type { Findings } from './useFindings';

const severities: Record<Finding['severity'], string> = { problem: 'Problem', warning: 'Warning', hint: 'Hint' };

interface FindingListProps {
  findings: Findings;
  state: DataSourceFormState;
}

/** What will not work or may stop working, worst first, each with a button that puts it right where one can. */
export function FindingList({ findings: { found, isCurrent }, state }: FindingListProps) {
  const said =
    found.length > 0
      ? countPhrase(
          found.length,
          { one: '{count} finding', other: '{count} findings' },
          {},
          { locale: adminReader.locale },
        )
      : '';
  return (
    <div className="findings">
      <span role="status" className="visually-hidden">
        {said}
      </span>
      {found.length > 0 ? (
        <ul aria-label="Findings">
          {found.map(({ code, severity, message, fix }) => (
            <li key={code} className={`finding finding-${severity}`}>
              <span className="finding-severity">{severities[severity]}</span>
              <span className="finding-message">{message}</span>
              {fix ? (
                <Button
                  spacing="compact"
                  isDisabled={!isCurrent}
                  onClick={() => state.change(fromOAuth2(fix.patch), 'authentication')}
                >
                  {fix.label}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
