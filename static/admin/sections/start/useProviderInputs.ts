import { useState } from 'react';
import type { Preset, ProblemReply } from '../../../../src/shared/contract';
import { fieldsSentence } from '../../../../src/shared/field-sentences';
import { Problem, toProblemReply } from '../../../../src/shared/problem';
import type { PresetInputs } from '../../form-model/data-source/fill-preset';
import { missingInputs } from '../../form-model/data-source/fill-preset';
import { refill } from '../../form-model/data-source/presets';
import { inputPath } from '../../form-model/start/provider-paths';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';

export interface ProviderAnswers {
  inputs: PresetInputs;
  change: (name: string, value: string) => void;
  /** The inputs that are still empty, as a refusal at their fields; undefined where all are there. */
  refusal: () => ProblemReply | undefined;
}

/** What was typed for the inputs of the preset; the form follows it in what was not changed by hand. */
export function useProviderInputs(preset: Preset | undefined, state: DataSourceFormState): ProviderAnswers {
  const [inputs, setInputs] = useState<PresetInputs>({});
  const change = (name: string, value: string): void => {
    if (!preset) return;
    const next = { ...inputs, [name]: value };
    setInputs(next);
    state.change(refill(preset, { former: inputs, next }, state.values), inputPath(name), 'request', 'authentication');
  };
  const refusal = (): ProblemReply | undefined => {
    const missing = preset ? missingInputs(preset, inputs) : [];
    if (missing.length === 0) return undefined;
    const fields = missing.map(({ name, label }) => ({ path: inputPath(name), message: `Enter the ${label}.` }));
    return toProblemReply(new Problem('invalid-input', fieldsSentence(fields.length), { fields }), 'admin');
  };
  return { inputs, change, refusal };
}
