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

/** What came of the last button: saved, or the problem and what to do. */
export function PanelOutcome({ state, actions, reload }: PanelOutcomeProps) {
  const { problem, saved } = actions;
  return (
    <div className="outcome">
      {problem ? (
        <OutcomeProblem problem={problem} unplaced={unplacedPanelErrors(state.errors, state.values)} reload={reload} />
      ) : null}
      {saved ? (
        <Notice look="success" live>
          Saved. Editors can now choose the panel in the External Data macro.
        </Notice>
      ) : null}
    </div>
  );
}
