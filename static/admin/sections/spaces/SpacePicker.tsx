import { AsyncSelect } from '@atlaskit/select';
import { useRef } from 'react';
import type { SpaceChoice } from '../../../../src/shared/contract';
import { callAdmin } from '../../../shared/call';
import { Field } from '../../fields/Field';
import { ChosenSpaces } from './ChosenSpaces';
import { spaceLabel, useKnownSpaces } from './useKnownSpaces';

interface SpacePickerProps {
  spaceIds: string[];
  onChange: (spaceIds: string[]) => void;
}

/** Spaces found by name or key; those chosen stand below, each with a button that takes it out. */
export function SpacePicker({ spaceIds, onChange }: SpacePickerProps) {
  const { spaces, remember } = useKnownSpaces(spaceIds);
  const input = useRef<HTMLDivElement>(null);
  const remove = (id: string): void => {
    onChange(spaceIds.filter((chosen) => chosen !== id));
    input.current?.querySelector('input')?.focus();
  };
  return (
    <div ref={input} className="space-picker">
      <Field label="Spaces" help="Type a name or key.">
        {({ id, labelId, describedBy }) => (
          <AsyncSelect<SpaceChoice, true>
            inputId={id}
            labelId={labelId}
            descriptionId={describedBy}
            isMulti
            controlShouldRenderValue={false}
            isClearable={false}
            defaultOptions
            loadOptions={(text: string) => callAdmin('findSpaces', { text }).then(remember)}
            getOptionLabel={spaceLabel}
            getOptionValue={({ id: spaceId }) => spaceId}
            value={spaces}
            onChange={(chosen) => onChange(chosen.map(({ id: spaceId }) => spaceId))}
            placeholder="Find spaces"
            noOptionsMessage={() => 'No other space found'}
          />
        )}
      </Field>
      <ChosenSpaces spaces={spaces} onRemove={remove} />
    </div>
  );
}
