import Button from '@atlaskit/button/new';
import type { DataSourceActions } from '../../sections/actions/useDataSourceActions';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { DeleteDataSource } from './DeleteDataSource';

interface DataSourceButtonsProps {
  state: DataSourceFormState;
  actions: DataSourceActions;
  onClose: () => void;
  onDeleted: (message: string) => void;
}

/** The buttons below the form. */
export function DataSourceButtons({ state, actions, onClose, onDeleted }: DataSourceButtonsProps) {
  const { busy } = actions;
  const unchanged = state.stored !== undefined && !state.dirty;
  return (
    <div className="form-buttons">
      <Button type="submit" appearance="primary" isLoading={busy === 'save'}>
        Save
      </Button>
      <Button onClick={() => void actions.saveAndTest()} isLoading={busy === 'save-and-test'}>
        Save &amp; test
      </Button>
      <Button onClick={() => void actions.test()} isLoading={busy === 'test'}>
        Test
      </Button>
      <Button appearance="subtle" onClick={onClose}>
        {unchanged ? 'Close' : 'Cancel'}
      </Button>
      <DeleteDataSource stored={state.stored} actions={actions} onDeleted={onDeleted} />
    </div>
  );
}
