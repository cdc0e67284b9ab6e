import { useEffect, useRef, useState } from 'react';
import type { DataSourceForm, PanelPreview, ProblemReply, ReadyPanel } from '../../../../src/shared/contract';
import { callAdmin } from '../../../shared/call';
import { problemOf } from '../../../shared/call-error';
import { readyPreview } from '../../form-model/start/ready-settings';

export interface ReadyPreview {
  made?: PanelPreview;
  problem?: ProblemReply;
}

/** The first rows of the panel on the form as it stands when the panel is offered; empty while they are not there. */
export function useReadyPreview(panel: ReadyPanel, form: () => DataSourceForm): ReadyPreview & { refresh: () => void } {
  const [preview, setPreview] = useState<ReadyPreview>({});
  const [turn, setTurn] = useState(0);
  const latest = useRef(form);
  latest.current = form;
  useEffect(() => {
    let isOver = false;
    const take = (next: ReadyPreview): void => (isOver ? undefined : setPreview(next));
    setPreview({});
    callAdmin('previewPanel', { settings: readyPreview(panel), form: latest.current() }).then(
      (made) => take({ made }),
      (error: unknown) => take({ problem: problemOf(error) }),
    );
    return () => {
      isOver = true;
    };
  }, [panel, turn]);
  return { ...preview, refresh: () => setTurn((now) => now + 1) };
}
