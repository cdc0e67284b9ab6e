import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { PanelProposal } from '../../../src/contract';
import { counted } from '../../visuals/reading-text';
import { adminReader } from '../app/admin-reader';
import { ConfirmDialog } from '../fields/ConfirmDialog';
import { Section } from '../fields/Section';
import { TextInput } from '../fields/TextInput';
import { errorWithin } from '../fields/field-errors';
import { OtherRows } from './OtherRows';
import type { PanelActions } from './usePanelActions';
import type { PanelFormState } from './usePanelForm';

interface RowsSectionProps {
  state: PanelFormState;
  actions: PanelActions;
}

const howSelectorsWork = (
  <>
    A JSONPath to the list of rows, for example <code>$.value[*]</code>. Leave it to <em>Propose from response</em> if
    you are not sure.
  </>
);

function foundText({ rowCount, columns }: PanelProposal): string {
  const { locale } = adminReader;
  return `${counted(rowCount, 'row', locale)} and ${counted(columns.length, 'column', locale)} found.`;
}

/** Which values of the response are the rows; a button reads them off a response. */
export function RowsSection({ state, actions }: RowsSectionProps) {
  const { values, errors, change } = state;
  const [asking, setAsking] = useState<{ rowsSelector: string | undefined }>();
  const { proposal, busy } = actions;

  const propose = (rowsSelector: string | undefined): void => {
    if (values.columns.length > 0) setAsking({ rowsSelector });
    else void actions.propose(rowsSelector);
  };
  const replace = (): void => {
    setAsking(undefined);
    void actions.propose(asking?.rowsSelector);
  };
  return (
    <Section title="Rows">
      <TextInput
        label="Rows selector"
        value={values.rowsSelector}
        onChange={(rowsSelector) => change({ rowsSelector }, 'filters')}
        error={errorWithin(errors, 'filters')}
        help={howSelectorsWork}
        monospaced
      />
      <div className="row-of-buttons">
        <Button
          onClick={() => propose(values.rowsSelector.trim() || undefined)}
          isLoading={busy === 'propose'}
          isDisabled={values.dataSourceId === ''}
        >
          Propose from response
        </Button>
        <span role="status" className="field-help">
          {proposal ? foundText(proposal) : ''}
          {values.dataSourceId === '' ? 'Choose a data source first.' : ''}
        </span>
      </div>
      <OtherRows proposal={proposal} onChoose={propose} />
      {asking ? (
        <ConfirmDialog
          title="Replace the columns?"
          confirmLabel="Replace"
          onConfirm={replace}
          onCancel={() => setAsking(undefined)}
        >
          The proposal takes the place of the {counted(values.columns.length, 'column', adminReader.locale)} below.
        </ConfirmDialog>
      ) : null}
    </Section>
  );
}
