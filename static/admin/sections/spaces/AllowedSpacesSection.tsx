import { useId } from 'react';
import type { AllowedSpaces } from '../../../../src/shared/contract';
import { Notice } from '../../fields/Notice';
import { Section } from '../../fields/Section';
import { whoSignsIn } from '../../form-model/data-source/authentication-values';
import { errorWithin } from '../../form-model/field-errors';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { SpacePicker } from './SpacePicker';

const modes: { mode: Exclude<AllowedSpaces['mode'], 'undecided'>; label: string }[] = [
  { mode: 'named', label: 'Only these spaces' },
  { mode: 'all', label: 'All spaces' },
];

const seenByAll = {
  intro: 'Panels of this data source are shown on pages in these spaces, to everyone who can read the page.',
  warning: 'Every licensed user of this site can then see the data on any page that an editor adds it to.',
};

/** Where each reader signs in, a page shows nobody what others may see. */
const seenByEach = {
  intro:
    'Panels of this data source are shown on pages in these spaces, to each reader with what their account may see.',
  warning: 'Editors can then add panels to any page of this site. Readers see what their own accounts may see there.',
};

/** Which spaces may show the data source. Nothing is chosen beforehand. */
export function AllowedSpacesSection({ state }: { state: DataSourceFormState }) {
  const { values, errors, change } = state;
  const name = useId();
  const errorId = `${name}-error`;
  const error = errorWithin(errors, 'allowedSpaces');
  const { intro, warning } = whoSignsIn(values) === 'each-reader' ? seenByEach : seenByAll;
  return (
    <Section title="Allowed spaces" intro={intro}>
      <fieldset className="choices" aria-describedby={error ? errorId : undefined}>
        <legend className="visually-hidden">Allowed spaces</legend>
        {modes.map(({ mode, label }) => (
          <label key={mode} className="choice">
            <input
              type="radio"
              name={name}
              checked={values.spacesMode === mode}
              aria-invalid={error ? true : undefined}
              onChange={() => change({ spacesMode: mode }, 'allowedSpaces')}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {error ? (
        <p className="field-error" id={errorId}>
          {error}
        </p>
      ) : null}
      {values.spacesMode === 'named' ? (
        <SpacePicker spaceIds={values.spaceIds} onChange={(spaceIds) => change({ spaceIds }, 'allowedSpaces')} />
      ) : null}
      {values.spacesMode === 'all' ? (
        <Notice look="warning" live>
          {warning}
        </Notice>
      ) : null}
    </Section>
  );
}
