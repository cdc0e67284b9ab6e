import { useState } from 'react';
import type { PanelProposal } from '../../../../src/shared/contract';
import { countPhrase } from '../../../../src/shared/phrase';
import { adminReader } from '../../fields/admin-reader';
import { ConfirmDialog } from '../../fields/ConfirmDialog';
import { Tree } from '../tree/Tree';
import type { TreeLine } from '../tree/visible-lines';
import { useTree } from '../tree/useTree';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';
import { pathsToFirstRow } from './first-row';
import { PickBar } from './PickBar';
import { rowsPathOf } from './rows-path';
import { useBuilder } from './useBuilder';

const removed = {
  one: '{count} column and all filters belong to the rows chosen before and will be removed.',
  other: '{count} columns and all filters belong to the rows chosen before and will be removed.',
};

interface PickTreeProps {
  state: PanelFormState;
  proposal: PanelProposal;
  tree: string;
  document: unknown;
}

/** The response as a tree in which a click on a list chooses the rows, and a click on a value of a row a column. */
export function PickTree({ state, proposal, tree, document }: PickTreeProps) {
  const builder = useBuilder(state, document, proposal);
  const atFirst = builder.rows ?? rowsPathOf([{ selector: proposal.rowsSelector }], document);
  const view = useTree(tree, atFirst && pathsToFirstRow(document, atFirst));
  const [asking, setAsking] = useState<string>();
  const { columns, filters } = state.values;

  const take = (rowsSelector: string): void => {
    setAsking(undefined);
    builder.chooseRows(rowsSelector);
    const rows = rowsPathOf([{ selector: rowsSelector }], document);
    if (rows) view.reveal(pathsToFirstRow(document, rows));
  };
  const chooseRows = (rowsSelector: string): void => {
    if (columns.length > 0 || filters.length > 1) setAsking(rowsSelector);
    else take(rowsSelector);
  };
  const choose = (line: TreeLine): boolean => {
    const { click, rowsSelector, inRow } = builder.picksOf(line);
    if (click === 'rows' && rowsSelector !== undefined) chooseRows(rowsSelector);
    else if (click === 'column' && inRow) builder.toggleColumn(inRow);
    else return false;
    return true;
  };
  return (
    <>
      <Tree label="Response" view={view} onChoose={choose} markOf={builder.markOf} />
      <PickBar line={view.active} builder={builder} onRows={chooseRows} />
      <span role="status" className="visually-hidden">
        {builder.said}
      </span>
      {builder.rows ? null : (
        <p className="field-help">
          The filters were written by hand in a way that the tree cannot show. Choose rows here to start again.
        </p>
      )}
      {asking !== undefined ? (
        <ConfirmDialog
          title="Choose other rows?"
          confirmLabel="Choose these rows"
          onConfirm={() => take(asking)}
          onCancel={() => setAsking(undefined)}
        >
          {countPhrase(columns.length, removed, {}, { locale: adminReader.locale })}
        </ConfirmDialog>
      ) : null}
    </>
  );
}
