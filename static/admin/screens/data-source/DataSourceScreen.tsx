import { useState } from 'react';
import { callAdmin } from '../../../shared/call';
import { ProblemNote } from '../../../shared/ProblemNote';
import { useCall } from '../../../shared/useCall';
import { Loading } from '../../fields/Loading';
import type { CopyOf, Navigate } from '../route';
import '../../styles/form.css';
import '../../styles/result.css';
import { DataSourceEditor } from './DataSourceEditor';
import { StartScreen, type DataSourceStart } from './StartScreen';
import { copyOfSource } from '../../form-model/data-source/copy-of-source';

interface DataSourceScreenProps {
  id: string | undefined;
  copy: CopyOf | undefined;
  navigate: Navigate;
}

async function load(id: string | undefined, copy: CopyOf | undefined) {
  const wanted = id ?? copy?.id;
  const [context, found] = await Promise.all([
    callAdmin('adminContext'),
    wanted === undefined ? undefined : callAdmin('getDataSource', { id: wanted }),
  ]);
  if (id !== undefined || !copy || !found) return { context, opened: found };
  return { context, opened: undefined, copied: copyOfSource(found.settings, copy.name) };
}

/** A data source in its form: a stored one by its id, or a new one as a copy or after the choice of how it begins. */
export default function DataSourceScreen({ id, copy, navigate }: DataSourceScreenProps) {
  const { call, reload } = useCall(id ?? '', () => load(id, copy));
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
  const { context, opened, copied } = call.value;
  if (id === undefined && !copied && !start) {
    return <StartScreen context={context} navigate={navigate} onStart={setStart} />;
  }
  return (
    <DataSourceEditor
      context={context}
      opened={opened}
      start={copied ? { copy: copied } : start}
      restart={() => setStart(undefined)}
      navigate={navigate}
      reload={reload}
    />
  );
}
