import type { DataSourceSummary } from '../../../../src/shared/contract';
import { countPhrase } from '../../../../src/shared/phrase';
import { adminReader } from '../../fields/admin-reader';
import { dayWords } from '../../fields/measure-words';
import { Notice } from '../../fields/Notice';
import { sourceWarnings } from '../../sections/health/source-warnings';
import type { Navigate } from '../route';

interface SourceWarningsProps {
  sources: DataSourceSummary[];
  navigate: Navigate;
}

/** On the start screen: what needs an admin before pages show no new rows. */
export function SourceWarnings({ sources, navigate }: SourceWarningsProps) {
  const warnings = sourceWarnings(sources, Date.now(), (iso) => dayWords(iso, adminReader));
  if (warnings.length === 0) return null;
  const count = new Set(warnings.map(({ id }) => id)).size;
  return (
    <div className="list-warnings">
      <Notice look={warnings.some(({ isUrgent }) => isUrgent) ? 'error' : 'warning'} title={titleOf(count)}>
        <ul>
          {warnings.map(({ id, name, text }) => (
            <li key={`${id} ${text}`}>
              <button type="button" className="link" onClick={() => navigate({ screen: 'data-source', id })}>
                {name}
              </button>
              : {text}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function titleOf(count: number): string {
  const forms = { one: 'A data source needs you', other: '{count} data sources need you' };
  return countPhrase(count, forms, {}, { locale: adminReader.locale });
}
