import type { DataSourceSummary, PanelSummary } from '../../../../src/shared/contract';
import { ProblemNote } from '../../../shared/ProblemNote';
import type { CallState } from '../../../shared/useCall';
import { authenticationLabel } from '../../form-model/data-source/authentication-values';
import { sourceState } from '../../sections/health/source-state';
import { UpkeepLine } from '../../sections/health/UpkeepLine';
import type { Navigate } from '../route';
import { DataSourceRow } from './DataSourceRow';
import { FirstSteps } from './FirstSteps';
import { byName, copyName, shownRows, type ListRules } from './list-view';
import { ListHead } from './ListHead';
import { ListSearch } from './ListSearch';
import { ListSkeleton } from './ListSkeleton';
import { SortHead } from './SortHead';
import { useListView } from './useListView';

interface DataSourceListProps {
  call: CallState<DataSourceSummary[]>;
  reload: () => void;
  /** What stands on them, for their details. */
  panels: CallState<PanelSummary[]>;
  navigate: Navigate;
}

type Order = 'name' | 'state' | 'panels';

const rules: ListRules<DataSourceSummary, Order> = {
  text: (source) =>
    [source.name, source.host, authenticationLabel(source.authenticationType), stateOf(source).label].join('\n'),
  orders: {
    name: byName,
    state: (one, other) => stateOf(one).rank - stateOf(other).rank || byName(one, other),
    panels: (one, other) => one.panelCount - other.panelCount || byName(one, other),
  },
};

const stateOf = (source: DataSourceSummary) => sourceState(source, Date.now());

/** All data sources with their state, or the first steps where there is none. */
export function DataSourceList({ call, reload, panels, navigate }: DataSourceListProps) {
  const add = (): void => navigate({ screen: 'data-source' });
  if (call.state === 'loading') return <ListSkeleton what="data sources" />;
  if (call.state === 'problem') return <ProblemNote problem={call.problem} viewer="admin" onRetry={reload} />;
  if (call.value.length === 0) return <FirstSteps onStart={add} />;
  return (
    <div className="list">
      <ListHead text="The APIs that panels read from." action="Add data source" onAction={add} />
      <SourceTable sources={call.value} panels={panels.state === 'value' ? panels.value : []} navigate={navigate} />
      <UpkeepLine />
    </div>
  );
}

interface SourceTableProps {
  sources: DataSourceSummary[];
  panels: PanelSummary[];
  navigate: Navigate;
}

function SourceTable({ sources, panels, navigate }: SourceTableProps) {
  const [view, setView] = useListView<Order>('data-sources', 'name');
  const shown = shownRows(sources, view, rules);
  const duplicate = ({ id, name }: DataSourceSummary): void => {
    const names = sources.map((each) => each.name);
    navigate({ screen: 'data-source', copy: { id, name: copyName(name, names) } });
  };
  return (
    <>
      <ListSearch
        what="data sources"
        value={view.search}
        found={shown.length}
        onChange={(search) => setView({ ...view, search })}
      />
      <div className="list-scroll" hidden={shown.length === 0}>
        <table>
          <caption className="visually-hidden">Data sources</caption>
          <thead>
            <tr>
              <SortHead label="Name and host" order="name" view={view} onView={setView} />
              <th scope="col" className="list-wide">
                Authentication
              </th>
              <SortHead label="State" order="state" view={view} onView={setView} />
              <SortHead label="Panels" order="panels" view={view} onView={setView} className="number list-wide" />
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((source) => (
              <DataSourceRow
                key={source.id}
                source={source}
                panels={panels.filter(({ dataSourceId }) => dataSourceId === source.id)}
                open={() => navigate({ screen: 'data-source', id: source.id })}
                openPanel={(id) => navigate({ screen: 'panel', id })}
                duplicate={() => duplicate(source)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
