import { useEffect, useRef } from 'react';
import { bringIntoView } from '../../fields/bring-into-view';
import { Notice } from '../../fields/Notice';
import { OutcomeProblem } from '../../fields/OutcomeProblem';
import { unplacedPanelErrors } from '../../form-model/panel/unplaced-errors';
import type { PanelActions } from '../../sections/actions/usePanelActions';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';

interface PanelOutcomeProps {
  state: PanelFormState;
  actions: PanelActions;
  reload: () => void;
}

/** What came of the last button, in sight: saved, or the problem and what to do. A field to change comes before it. */
export function PanelOutcome({ state, actions, reload }: PanelOutcomeProps) {
  const { problem, saved } = actions;
  const outcome = useRef<HTMLDivElement>(null);
  const unplaced = unplacedPanelErrors(state.errors, state.values);
  const hasFieldToChange = Object.keys(state.errors).length > unplaced.length;
  const hasNews = saved || (problem !== undefined && !hasFieldToChange);
  useEffect(() => (hasNews && outcome.current ? bringIntoView(outcome.current, 'nearest') : undefined), [hasNews]);
  return (
    <div className="outcome" ref={outcome}>
      {problem ? (
        <OutcomeProblem problem={problem} left={Object.keys(state.errors).length} unplaced={unplaced} reload={reload} />
      ) : null}
      {saved ? (
        <Notice look="success" live>
          Saved. Editors can now choose the panel in the External Data macro.
        </Notice>
      ) : null}
    </div>
  );
}
