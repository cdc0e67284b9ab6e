import { useMemo } from 'react';
import type { PanelProposal, View } from '../../../../src/shared/contract';
import { valuesOf } from '../../form-model/items';
import { proposalFor, rowsOf } from '../../form-model/panel/chosen-rows';
import type { KeyedColumn } from '../../form-model/panel/column-keys';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';
import { foundValues } from './found-values';
import { rowsPathOf } from './rows-path';
import type { Sample } from './useSample';

/** What gives the different values that a column has in the response and in the preview. */
export function useFoundValues(
  { values }: PanelFormState,
  { document }: Pick<Sample, 'document'>,
  proposals: readonly (PanelProposal | undefined)[],
  view: View | undefined,
): (column: KeyedColumn) => string[] {
  const { filters } = values;
  const proposal = proposalFor(rowsOf(values), proposals);
  return useMemo(() => {
    const found = { document, rows: rowsPathOf(valuesOf(filters), document), proposal, view };
    return (column) => foundValues(column, found);
  }, [filters, proposal, document, view]);
}
