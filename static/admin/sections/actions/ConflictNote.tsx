import Button from '@atlaskit/button/new';
import type { DataSourceView } from '../../../../src/shared/contract';
import { callAdmin } from '../../../shared/call';
import { useCall } from '../../../shared/useCall';
import { adminReader } from '../../fields/admin-reader';
import { momentWords } from '../../fields/measure-words';
import { differingParts } from '../../form-model/data-source/differences';
import { toSettings } from '../../form-model/data-source/data-source-values';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';

interface ConflictNoteProps {
  state: DataSourceFormState;
  id: string;
  /** The form as it is goes on from the stored one. */
  onKeep: (stored: DataSourceView) => void;
  onLoad: () => void;
}

const list = new Intl.ListFormat('en');

/** Who saved the data source meanwhile and what differs, with both ways on. */
export function ConflictNote({ state, id, onKeep, onLoad }: ConflictNoteProps) {
  const { call } = useCall(`conflict ${id}`, () => callAdmin('getDataSource', { id }));
  if (call.state !== 'value') return null;
  const { saved, settings } = call.value;
  const parts = differingParts(toSettings(state.values), settings);
  return (
    <>
      <p>
        {saved.by ?? 'Somebody'} saved it, {momentWords(saved.at, adminReader)}.{' '}
        {parts.length > 0 ? `Your form differs in: ${list.format(parts)}.` : 'It says the same as your form.'}
      </p>
      <div className="row-of-buttons">
        <Button spacing="compact" onClick={() => onKeep(call.value)}>
          Keep mine and save
        </Button>
        <Button spacing="compact" appearance="subtle" onClick={onLoad}>
          Load theirs (your changes are lost)
        </Button>
      </div>
    </>
  );
}
