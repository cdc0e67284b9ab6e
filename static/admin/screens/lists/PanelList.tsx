import type { DataSourceSummary, PanelSummary } from '../../../../src/shared/contract';
import { ProblemNote } from '../../../shared/ProblemNote';
import type { CallState } from '../../../shared/useCall';
import type { Navigate } from '../route';
import { EmptyPanels } from './EmptyPanels';
import { byName, copyName, shownRows, type ListRules } from './list-view';
import { ListHead } from './ListHead';
import { ListSearch } from './ListSearch';
import { ListSkeleton } from './ListSkeleton';
import { PanelRow } from './PanelRow';
import { SortHead } from './SortHead';
import { useListView } from './useListView';

interface PanelListProps {
  call: CallState<PanelSummary[]>;
  reload: () => void;
  /** A panel needs a data source: without one the way leads there first. */
  sources: CallState<DataSourceSummary[]>;
  navigate: Navigate;
}

type Order = 'name' | 'source' | 'pages';

const rules: ListRules<PanelSummary, Order> = {
  text: ({ name, description, dataSourceName }) => [name, description, dataSourceName].join('\n'),
  orders: {
    name: byName,
    source: (one, other) => one.dataSourceName.localeCompare(other.dataSourceName) || byName(one, other),
    pages: (one, other) => one.pageCount - other.pageCount || byName(one, other),
  },
};

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
      <PanelTable panels={call.value} navigate={navigate} />
    </div>
  );
}

function PanelTable({ panels, navigate }: { panels: PanelSummary[]; navigate: Navigate }) {
  const [view, setView] = useListView<Order>('panels', 'name');
  const shown = shownRows(panels, view, rules);
  const duplicate = ({ id, name }: PanelSummary): void => {
    const names = panels.map((each) => each.name);
    navigate({ screen: 'panel', copy: { id, name: copyName(name, names) } });
  };
  return (
    <>
      <ListSearch
        what="panels"
        value={view.search}
        found={shown.length}
        onChange={(search) => setView({ ...view, search })}
      />
      <div className="list-scroll" hidden={shown.length === 0}>
        <table>
          <caption className="visually-hidden">Panels</caption>
          <thead>
            <tr>
              <SortHead label="Name" order="name" view={view} onView={setView} />
              <th scope="col" className="list-wide">
                Description
              </th>
              <SortHead label="Data source" order="source" view={view} onView={setView} className="list-wide" />
              <SortHead label="Shown on" order="pages" view={view} onView={setView} />
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((panel) => (
              <PanelRow
                key={panel.id}
                panel={panel}
                open={() => navigate({ screen: 'panel', id: panel.id })}
                openSource={() => navigate({ screen: 'data-source', id: panel.dataSourceId })}
                duplicate={() => duplicate(panel)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
