import Button from '@atlaskit/button/new';
import type { PanelProposal } from '../../../../src/shared/contract';
import { countPhrase } from '../../../../src/shared/phrase';
import { adminReader } from '../../fields/admin-reader';
import type { ChosenRows } from '../../form-model/panel/chosen-rows';

const leftOut = {
  one: 'The proposal leaves out {count} more field. Click its value in the response to add it.',
  other: 'The proposal leaves out {count} more fields. Click their values in the response to add them.',
};

interface ProposalNotesProps {
  proposal: PanelProposal;
  onUnfold: (rows: ChosenRows) => void;
}

/** What a proposal does not show by itself: fields beyond its columns, and lists inside the rows that could be rows. */
export function ProposalNotes({ proposal, onUnfold }: ProposalNotesProps) {
  const { rowsSelector, fieldsLeftOut = 0, unfoldable = [] } = proposal;
  return (
    <>
      {fieldsLeftOut > 0 ? (
        <p className="builder-hint">{countPhrase(fieldsLeftOut, leftOut, {}, { locale: adminReader.locale })}</p>
      ) : null}
      {unfoldable.map((unfold) => (
        <p className="builder-hint" key={unfold}>
          The rows hold entries of their own at <code>{unfold}</code>.{' '}
          <Button spacing="compact" appearance="subtle" onClick={() => onUnfold({ rowsSelector, unfold })}>
            Make each entry a row
          </Button>
        </p>
      ))}
    </>
  );
}
