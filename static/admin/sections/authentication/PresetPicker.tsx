import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Preset } from '../../../../src/shared/contract';
import { hasSignIn, matchPreset } from '../../../../src/shared/preset-match';
import { countPhrase } from '../../../../src/shared/phrase';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { SelectInput } from '../../fields/SelectInput';
import { PresetHints } from './PresetHints';
import { PresetInput } from './PresetInput';
import type { PresetInputs } from '../../form-model/data-source/fill-preset';
import { missingInputs } from '../../form-model/data-source/fill-preset';
import { presetPatch } from '../../form-model/data-source/presets';

const missingForms = { one: '{names} is missing.', other: '{names} are missing.' };
const names = new Intl.ListFormat('en');

interface PresetPickerProps {
  state: DataSourceFormState;
  presets: Preset[];
  /** Another way to fill the endpoints. */
  children: ReactNode;
}

const filledPaths = ['authentication', 'request', 'pagination'];

/** Fills endpoints, scopes and a first request of a known provider; shows what to know about it. */
export function PresetPicker({ state, presets, children }: PresetPickerProps) {
  const recognized = matchPreset(state.values, presets);
  const [key, setKey] = useState(recognized?.key);
  const [inputs, setInputs] = useState<PresetInputs>({});
  const [said, setSaid] = useState('');
  const signIns = presets.filter(hasSignIn);
  const preset = signIns.find((known) => known.key === key);

  const choose = (next: string): void => {
    setKey(next);
    setInputs({});
    setSaid('');
  };
  const fill = (chosen: Preset): void => {
    const missing = missingInputs(chosen, inputs).map(({ label }) => label);
    if (missing.length > 0) {
      setSaid(countPhrase(missing.length, missingForms, { names: names.format(missing) }));
      return;
    }
    state.change(presetPatch(chosen, inputs, state.values), ...filledPaths);
    setSaid(`Filled in for ${chosen.title}. Now add the Client ID and the Client Secret.`);
  };
  const hasEndpoints = preset !== undefined && preset.authentication.tokenUrl !== '';
  return (
    <div className="preset">
      <div className="preset-row">
        <SelectInput
          label="Provider preset"
          optional
          value={key}
          choices={signIns.map(({ key: value, title: label }) => ({ value, label }))}
          onChange={choose}
          placeholder="Choose a provider"
        />
        {preset?.inputs.map((input) => (
          <PresetInput
            key={`${preset.key} ${input.name}`}
            input={input}
            value={inputs[input.name] ?? ''}
            onChange={(value) => setInputs((now) => ({ ...now, [input.name]: value }))}
          />
        ))}
        {hasEndpoints ? <Button onClick={() => fill(preset)}>Fill in</Button> : null}
      </div>
      <p role="status" className="preset-said">
        {said}
      </p>
      {preset ? <PresetHints preset={preset} /> : null}
      {hasEndpoints ? null : children}
    </div>
  );
}
