import type { Authentication, DataSourceSummary } from '../../../src/contract';
import { BadgeLozenge } from './BadgeLozenge';

const authenticationNames: Record<Authentication['type'], string> = { none: 'None', oauth2: 'OAuth2' };

interface DataSourceRowProps {
  source: DataSourceSummary;
  open: () => void;
}

/** One data source in the list; its name opens the form. */
export function DataSourceRow({ source, open }: DataSourceRowProps) {
  const { name, host, authenticationType, badge, panelCount } = source;
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link" onClick={open}>
          {name}
        </button>
        <p className="list-note">{host}</p>
      </th>
      <td>{authenticationNames[authenticationType]}</td>
      <td>
        <BadgeLozenge state={badge.state} />
        {badge.reason ? <p className="list-note">{badge.reason}</p> : null}
      </td>
      <td className="number">{panelCount}</td>
    </tr>
  );
}
