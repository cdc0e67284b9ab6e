import Button from '@atlaskit/button/new';
import { DeletePanel } from './DeletePanel';
import type { PanelActions } from '../../sections/actions/usePanelActions';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';

interface PanelButtonsProps {
  state: PanelFormState;
  actions: PanelActions;
  canPreview: boolean;
  onPreview: () => void;
  onClose: () => void;
  onDeleted: (message: string) => void;
}

/** The buttons below the panel form. */
export function PanelButtons({ state, actions, canPreview, onPreview, onClose, onDeleted }: PanelButtonsProps) {
  const unchanged = state.stored !== undefined && !state.dirty;
  return (
    <div className="form-buttons">
      <Button type="submit" appearance="primary" isLoading={actions.busy === 'save'}>
        Save
      </Button>
      <Button onClick={onPreview} isDisabled={!canPreview}>
        Preview
      </Button>
      <Button appearance="subtle" onClick={onClose}>
        {unchanged ? 'Close' : 'Cancel'}
      </Button>
      <DeletePanel state={state} actions={actions} onDeleted={onDeleted} />
    </div>
  );
}
