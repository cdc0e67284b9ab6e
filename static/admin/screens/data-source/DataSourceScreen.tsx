import { useState } from 'react';
import { callAdmin } from '../../../shared/call';
import { ProblemNote } from '../../../shared/ProblemNote';
import { useCall } from '../../../shared/useCall';
import { Loading } from '../../fields/Loading';
import type { Navigate } from '../route';
import '../../styles/form.css';
import '../../styles/result.css';
import { DataSourceEditor } from './DataSourceEditor';
import { StartScreen, type DataSourceStart } from './StartScreen';

interface DataSourceScreenProps {
  id: string | undefined;
  navigate: Navigate;
}

async function load(id: string | undefined) {
  const [context, opened] = await Promise.all([
    callAdmin('adminContext'),
    id === undefined ? undefined : callAdmin('getDataSource', { id }),
  ]);
  return { context, opened };
}

/** A data source in its form: a stored one by its id, or a new one after the choice of how it begins. */
export default function DataSourceScreen({ id, navigate }: DataSourceScreenProps) {
  const { call, reload } = useCall(id ?? '', () => load(id));
  const [start, setStart] = useState<DataSourceStart>();
  if (call.state === 'loading') return <Loading what="the data source" />;
  if (call.state === 'problem') {
    return (
      <ProblemNote problem={call.problem} viewer="admin" onRetry={reload}>
        <button type="button" className="link" onClick={() => navigate({ screen: 'list', tab: 'data-sources' })}>
          Back to data sources
        </button>
      </ProblemNote>
    );
  }
  if (id === undefined && !start) {
    return <StartScreen context={call.value.context} navigate={navigate} onStart={setStart} />;
  }
  return (
    <DataSourceEditor
      {...call.value}
      start={start}
      restart={() => setStart(undefined)}
      navigate={navigate}
      reload={reload}
    />
  );
}
