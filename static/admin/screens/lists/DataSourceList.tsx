import type { DataSourceSummary } from '../../../../src/shared/contract';
import { ProblemNote } from '../../../shared/ProblemNote';
import type { CallState } from '../../../shared/useCall';
import { UpkeepLine } from '../../sections/health/UpkeepLine';
import type { Navigate } from '../route';
import { DataSourceRow } from './DataSourceRow';
import { FirstSteps } from './FirstSteps';
import { ListHead } from './ListHead';
import { ListSkeleton } from './ListSkeleton';

interface DataSourceListProps {
  call: CallState<DataSourceSummary[]>;
  reload: () => void;
  navigate: Navigate;
}

/** All data sources with their state, or the first steps where there is none. */
export function DataSourceList({ call, reload, navigate }: DataSourceListProps) {
  const add = (): void => navigate({ screen: 'data-source' });
  if (call.state === 'loading') return <ListSkeleton what="data sources" />;
  if (call.state === 'problem') return <ProblemNote problem={call.problem} viewer="admin" onRetry={reload} />;
  if (call.value.length === 0) return <FirstSteps onStart={add} />;
  return (
    <div className="list">
      <ListHead text="The APIs that panels read from." action="Add data source" onAction={add} />
      <div className="list-scroll">
        <table>
          <caption className="visually-hidden">Data sources</caption>
          <thead>
            <tr>
              <th scope="col">Name and host</th>
              <th scope="col">Authentication</th>
              <th scope="col">State</th>
              <th scope="col">Health</th>
              <th scope="col" className="number">
                Panels
              </th>
            </tr>
          </thead>
          <tbody>
            {call.value.map((source) => (
              <DataSourceRow
                key={source.id}
                source={source}
                open={() => navigate({ screen: 'data-source', id: source.id })}
              />
            ))}
          </tbody>
        </table>
      </div>
      <UpkeepLine />
    </div>
  );
}
