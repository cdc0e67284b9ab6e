import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import type { DataSourceForm, ReadyPanel } from '../../../../src/shared/contract';
import { ProblemNote } from '../../../shared/ProblemNote';
import { bringIntoView } from '../../fields/bring-into-view';
import { Loading } from '../../fields/Loading';
import { Notice } from '../../fields/Notice';
import { PreviewVisual } from '../results/PreviewVisual';
import { useReadyPreview } from './useReadyPreview';

interface ReadyPanelCardProps {
  panel: ReadyPanel;
  form: () => DataSourceForm;
  /** The panel that was saved of it. */
  savedId: string | undefined;
  isBusy: boolean;
  onAdd: () => void;
  onOpen: (id: string) => void;
}

/** A ready panel with its first rows, and the button that saves it. */
export function ReadyPanelCard({ panel, form, savedId, isBusy, onAdd, onOpen }: ReadyPanelCardProps) {
  const { made, problem, refresh } = useReadyPreview(panel, form);
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => (savedId && card.current ? bringIntoView(card.current, 'nearest') : undefined), [savedId]);
  return (
    <li className="ready-panel" ref={card} aria-label={panel.name}>
      <h3>{panel.name}</h3>
      <p className="field-help">{panel.description}</p>
      {made ? <PreviewVisual title={panel.name} view={made.view} rowsPerPage={5} /> : null}
      {problem ? <ProblemNote problem={problem} viewer="admin" onRetry={refresh} /> : null}
      {!made && !problem ? <Loading what="the preview" /> : null}
      {savedId ? (
        <Notice
          look="success"
          live
          actions={
            <Button spacing="compact" onClick={() => onOpen(savedId)}>
              Open panel
            </Button>
          }
        >
          Saved. Editors can now choose the panel in the External Data macro.
        </Notice>
      ) : (
        <div>
          <Button onClick={onAdd} isLoading={isBusy}>
            {`Add panel ${panel.name}`}
          </Button>
        </div>
      )}
    </li>
  );
}
