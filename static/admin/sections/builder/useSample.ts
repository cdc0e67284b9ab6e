import { useEffect, useMemo, useRef } from 'react';
import type { PanelProposal } from '../../../../src/shared/contract';
import { callAdmin } from '../../../shared/call';
import type { CallState } from '../../../shared/useCall';
import { useCall } from '../../../shared/useCall';
import { valuesOf } from '../../form-model/items';
import type { PanelStart } from '../../form-model/panel/panel-start';
import type { PanelValues } from '../../form-model/panel/panel-values';
import { proposalPatch } from '../../form-model/panel/panel-values';
import { sampleRequest } from '../../form-model/panel/sample-values';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';

export interface Sample {
  /** What the app read off the response; no value while no data source is chosen. */
  call: CallState<PanelProposal | undefined>;
  /** The response as a value with long lists and texts cut; undefined where there is none that can be read. */
  document: unknown;
  reload(): void;
}

/** The response of the chosen data source to click on, requested when one is chosen; new panels take over its rows and columns. */
export function useSample(state: PanelFormState, start: PanelStart | undefined): Sample {
  const { values, change } = state;
  const given = useRef(start?.proposal?.tree === undefined ? undefined : start.proposal);
  const { call, reload } = useCall(values.dataSourceId, async () => {
    const opening = given.current;
    given.current = undefined;
    if (opening || values.dataSourceId === '') return opening;
    return callAdmin('proposePanel', sampleRequest(values));
  });
  const proposal = call.state === 'value' ? call.value : undefined;
  const taken = useRef<Chosen>();
  const isUntouched = useRef(true);
  isUntouched.current = isBlank(values) || isSame(values, taken.current);
  useEffect(() => {
    if (!proposal || !isUntouched.current) return;
    const proposed = proposalPatch(proposal);
    if (taken.current && textOf(proposed) === textOf(taken.current)) return;
    taken.current = proposed;
    change(proposed, 'filters', 'columns');
  }, [proposal, change]);
  const tree = proposal?.tree;
  const document = useMemo(() => (tree === undefined ? undefined : (JSON.parse(tree) as unknown)), [tree]);
  return { call, document, reload };
}

type Chosen = Pick<PanelValues, 'filters' | 'columns'>;

function isBlank({ filters, columns }: Chosen): boolean {
  return columns.length === 0 && filters.every(({ value }) => value.selector === '');
}

function textOf({ filters, columns }: Chosen): string {
  return JSON.stringify([valuesOf(filters), columns]);
}

function isSame({ filters, columns }: Chosen, other: Chosen | undefined): boolean {
  return filters === other?.filters && columns === other.columns;
}
