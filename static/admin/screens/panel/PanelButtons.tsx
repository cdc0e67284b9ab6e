import Button from '@atlaskit/button/new';
import { DeletePanel } from './DeletePanel';
import type { LivePreview } from '../../sections/preview/useLivePreview';
import type { PanelActions } from '../../sections/actions/usePanelActions';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';

interface PanelButtonsProps {
  state: PanelFormState;
  actions: PanelActions;
  preview: LivePreview;
  onClose: () => void;
  onDeleted: (message: string) => void;
}

/** The buttons below the panel form. */
export function PanelButtons({ state, actions, preview, onClose, onDeleted }: PanelButtonsProps) {
  const unchanged = state.stored !== undefined && !state.dirty;
  return (
    <div className="form-buttons">
      <Button type="submit" appearance="primary" isLoading={actions.busy === 'save'}>
        Save
      </Button>
      <Button onClick={preview.refresh} isDisabled={preview.missing !== undefined}>
        Preview
      </Button>
      <Button appearance="subtle" onClick={onClose}>
        {unchanged ? 'Close' : 'Cancel'}
      </Button>
      <DeletePanel state={state} actions={actions} onDeleted={onDeleted} />
    </div>
  );
}
