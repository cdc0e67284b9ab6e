import { useEffect, useMemo, useRef } from 'react';
import type { PanelProposal } from '../../../../src/shared/contract';
import { callAdmin } from '../../../shared/call';
import type { CallState } from '../../../shared/useCall';
import { useCall } from '../../../shared/useCall';
import type { PanelStart } from '../../form-model/panel/panel-start';
import { proposedFilters } from '../../form-model/panel/panel-values';
import { sampleRequest } from '../../form-model/panel/sample-values';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';

export interface Sample {
  /** What the app read off the response; no value while no data source is chosen. */
  call: CallState<PanelProposal | undefined>;
  /** The response as a value with long lists and texts cut; undefined where there is none that can be read. */
  document: unknown;
  reload(): void;
}

/** The response of the chosen data source to click on, requested when one is chosen; new panels take over its best rows. */
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
  const isBlank = useRef(true);
  isBlank.current = values.columns.length === 0 && values.filters.every(({ value }) => value.selector === '');
  useEffect(() => {
    if (!proposal || !isBlank.current) return;
    change({ filters: proposedFilters(proposal) }, 'filters');
  }, [proposal, change]);
  const tree = proposal?.tree;
  const document = useMemo(() => (tree === undefined ? undefined : (JSON.parse(tree) as unknown)), [tree]);
  return { call, document, reload };
}
