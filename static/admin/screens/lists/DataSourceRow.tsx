import type { DataSourceSummary } from '../../../../src/shared/contract';
import { authenticationLabel } from '../../form-model/data-source/authentication-values';
import { HealthLines } from '../../sections/health/HealthLines';
import { refreshTokenWords } from '../../sections/health/health-words';
import { BadgeLozenge } from '../../sections/authentication/BadgeLozenge';

interface DataSourceRowProps {
  source: DataSourceSummary;
  open: () => void;
}

/** One data source in the list; its name opens the form. */
export function DataSourceRow({ source, open }: DataSourceRowProps) {
  const { name, host, authenticationType, badge, health, panelCount } = source;
  const refreshToken = refreshTokenWords(badge);
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link" onClick={open}>
          {name}
        </button>
        <p className="list-note">{host}</p>
      </th>
      <td>
        {authenticationLabel(authenticationType)}
        {refreshToken ? <p className="list-note">{refreshToken}</p> : null}
      </td>
      <td>
        <BadgeLozenge state={badge.state} />
        {badge.reason ? <p className="list-note">{badge.reason}</p> : null}
      </td>
      <td className="health-cell">
        <HealthLines health={health} />
      </td>
      <td className="number">{panelCount}</td>
    </tr>
  );
}
