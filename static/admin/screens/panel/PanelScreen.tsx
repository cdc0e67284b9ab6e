import { callAdmin } from '../../../shared/call';
import { ProblemNote } from '../../../shared/ProblemNote';
import { useCall } from '../../../shared/useCall';
import { Loading } from '../../fields/Loading';
import type { CopyOf, Navigate } from '../route';
import type { PanelStart } from '../../form-model/panel/panel-start';
import '../../styles/form.css';
import '../../styles/panel.css';
import '../../styles/result.css';
import { PanelEditor } from './PanelEditor';

interface PanelScreenProps {
  id: string | undefined;
  start: PanelStart | undefined;
  copy: CopyOf | undefined;
  navigate: Navigate;
}

async function load(id: string | undefined, copy: CopyOf | undefined) {
  const wanted = id ?? copy?.id;
  const [sources, found] = await Promise.all([
    callAdmin('listDataSources'),
    wanted === undefined ? undefined : callAdmin('getPanel', { id: wanted }),
  ]);
  if (id !== undefined || !copy || !found) return { sources, opened: found };
  const { settings } = found;
  const start: PanelStart = { dataSourceId: settings.dataSourceId, settings: { ...settings, name: copy.name } };
  return { sources, opened: undefined, start };
}

/** A panel in its form: a stored one by its id, or a new one, which may begin as a copy. */
export default function PanelScreen({ id, start, copy, navigate }: PanelScreenProps) {
  const { call, reload } = useCall(id ?? '', () => load(id, copy));
  if (call.state === 'loading') return <Loading what="the panel" />;
  if (call.state === 'problem') {
    return (
      <ProblemNote problem={call.problem} viewer="admin" onRetry={reload}>
        <button type="button" className="link" onClick={() => navigate({ screen: 'list', tab: 'panels' })}>
          Back to panels
        </button>
      </ProblemNote>
    );
  }
  return <PanelEditor start={start} {...call.value} navigate={navigate} reload={reload} />;
}
