import type { DataSourceSummary, PanelSummary } from '../../../../src/shared/contract';
import { countPhrase } from '../../../../src/shared/phrase';
import { ProblemNote } from '../../../shared/ProblemNote';
import type { CallState } from '../../../shared/useCall';
import { adminReader } from '../../fields/admin-reader';
import type { Navigate } from '../route';
import { EmptyPanels } from './EmptyPanels';
import { ListHead } from './ListHead';
import { ListSkeleton } from './ListSkeleton';

interface PanelListProps {
  call: CallState<PanelSummary[]>;
  reload: () => void;
  /** A panel needs a data source: without one the way leads there first. */
  sources: CallState<DataSourceSummary[]>;
  navigate: Navigate;
}

const pagesText = (count: number) =>
  countPhrase(count, { one: '{count} page', other: '{count} pages' }, {}, { locale: adminReader.locale });

/** All panels, or what to do where there is none. */
export function PanelList({ call, reload, sources, navigate }: PanelListProps) {
  if (call.state === 'loading') return <ListSkeleton what="panels" />;
  if (call.state === 'problem') return <ProblemNote problem={call.problem} viewer="admin" onRetry={reload} />;
  if (call.value.length === 0) {
    return <EmptyPanels hasSources={sources.state !== 'value' || sources.value.length > 0} navigate={navigate} />;
  }
  return (
    <div className="list">
      <ListHead
        text="What editors choose from in the External Data macro."
        action="Add panel"
        onAction={() => navigate({ screen: 'panel' })}
      />
      <div className="list-scroll">
        <table>
          <caption className="visually-hidden">Panels</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Description</th>
              <th scope="col">Data source</th>
              <th scope="col">Shown on</th>
            </tr>
          </thead>
          <tbody>
            {call.value.map((panel) => (
              <tr key={panel.id}>
                <th scope="row">
                  <button type="button" className="link" onClick={() => navigate({ screen: 'panel', id: panel.id })}>
                    {panel.name}
                  </button>
                </th>
                <td className="description">{panel.description}</td>
                <td>
                  <button
                    type="button"
                    className="link"
                    onClick={() => navigate({ screen: 'data-source', id: panel.dataSourceId })}
                  >
                    {panel.dataSourceName}
                  </button>
                </td>
                <td>{panel.pageCount === 0 ? '–' : pagesText(panel.pageCount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
