import { useCallback, useEffect, useRef, useState } from 'react';
import type { PanelPreview, PanelSettings, ProblemReply } from '../../../../src/shared/contract';
import { callAdmin } from '../../../shared/call';
import { problemOf } from '../../../shared/call-error';
import type { PanelValues } from '../../form-model/panel/panel-values';
import { shownPart, toPanelSettings } from '../../form-model/panel/panel-values';
import { givenSamples, missingForPreview } from '../../form-model/panel/sample-values';

/** Nothing is loaded for somebody who types before this pause. */
const pauseMs = 700;

export interface LivePreview {
  /** The last preview with the settings it was made from. */
  shown: { made: PanelPreview; from: PanelSettings } | undefined;
  busy: boolean;
  /** Why the settings as they stand cannot be previewed. */
  problem: ProblemReply | undefined;
  /** What the form lacks for a preview, as a sentence. */
  missing: string | undefined;
  refresh(): void;
}

interface Outcome {
  shown?: LivePreview['shown'];
  problem?: ProblemReply;
}

/** The panel as the form says it, made anew a moment after each change that could be seen. */
export function useLivePreview(values: PanelValues): LivePreview {
  const settings = toPanelSettings(values);
  const samples = givenSamples(values);
  const missing = missingForPreview(values);
  const requested = JSON.stringify([shownPart(settings), samples]);
  const [outcome, setOutcome] = useState<Outcome>({});
  const [busy, setBusy] = useState(false);
  const latest = useRef({ settings, samples });
  latest.current = { settings, samples };
  const turn = useRef(0);

  const refresh = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    const { settings: from, samples: given } = latest.current;
    const settle = (take: (now: Outcome) => Outcome): void => {
      if (turn.current !== mine) return;
      setBusy(false);
      setOutcome(take);
    };
    setBusy(true);
    callAdmin('previewPanel', { settings: from, values: given }).then(
      (made) => settle(() => ({ shown: { made, from } })),
      (error: unknown) => settle(({ shown }) => ({ shown, problem: problemOf(error) })),
    );
  }, []);
  useEffect(() => {
    turn.current += 1;
    setBusy(false);
    if (missing !== undefined) return;
    const timer = setTimeout(refresh, pauseMs);
    return () => clearTimeout(timer);
  }, [requested, missing, refresh]);

  return { shown: outcome.shown, problem: outcome.problem, busy, missing, refresh };
}
