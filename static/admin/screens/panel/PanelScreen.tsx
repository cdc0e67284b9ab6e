import { callAdmin } from '../../../shared/call';
import { ProblemNote } from '../../../shared/ProblemNote';
import { useCall } from '../../../shared/useCall';
import { Loading } from '../../fields/Loading';
import type { Navigate } from '../route';
import type { PanelStart } from '../../form-model/panel/panel-start';
import '../../styles/form.css';
import '../../styles/panel.css';
import '../../styles/result.css';
import { PanelEditor } from './PanelEditor';

interface PanelScreenProps {
  id: string | undefined;
  start: PanelStart | undefined;
  navigate: Navigate;
}

async function load(id: string | undefined) {
  const [sources, opened] = await Promise.all([
    callAdmin('listDataSources'),
    id === undefined ? undefined : callAdmin('getPanel', { id }),
  ]);
  return { sources, opened };
}

/** A panel in its form: a stored one by its id, or a new one. */
export default function PanelScreen({ id, start, navigate }: PanelScreenProps) {
  const { call, reload } = useCall(id ?? '', () => load(id));
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
  return <PanelEditor {...call.value} start={start} navigate={navigate} reload={reload} />;
}
