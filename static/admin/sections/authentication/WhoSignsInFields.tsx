import type { WhoSignsIn } from '../../../../src/shared/contract';
import { NumberInput } from '../../fields/NumberInput';
import { Notice } from '../../fields/Notice';
import type { Choice } from '../../fields/SelectInput';
import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';

const choices: Choice<WhoSignsIn>[] = [
  { value: 'one-account', label: 'One account for all' },
  { value: 'each-reader', label: 'Each reader' },
  { value: 'each-reader-else-shared', label: 'Each reader, else the shared account' },
];
const meaning: Record<WhoSignsIn, string> = {
  'one-account': 'An admin signs in once. Every reader sees what that account can see.',
  'each-reader': 'Readers connect accounts of their own, and each sees what their own account can see.',
  'each-reader-else-shared':
    'Readers who connect an account see what it can see. For the others, panels that say so show the rows of the account that an admin signs in with.',
};
/** A day, which is the most that rows of readers are kept. */
const minutes = { least: 1, most: 1440 };

/** Whose account rows are read with; for accounts of readers, also how they are named and how long their rows are kept. */
export function WhoSignsInFields({ state }: { state: DataSourceFormState }) {
  const { values, errors, change } = state;
  return (
    <>
      <SelectInput
        label="Who signs in"
        value={values.whoSignsIn}
        choices={choices}
        onChange={(whoSignsIn) => change({ whoSignsIn }, 'authentication.whoSignsIn', 'request.onlyReads')}
        error={errors['authentication.whoSignsIn']}
        help={meaning[values.whoSignsIn]}
      />
      {values.whoSignsIn === 'one-account' ? null : <OwnAccountFields state={state} />}
    </>
  );
}

function OwnAccountFields({ state }: { state: DataSourceFormState }) {
  const { values, errors, change, stored } = state;
  const { authentication } = stored?.settings ?? {};
  const isNew = authentication?.type === 'oauth2' && (authentication.whoSignsIn ?? 'one-account') === 'one-account';
  return (
    <>
      {isNew ? (
        <Notice look="warning" live>
          With <em>Save</em>, the rows that are kept for all readers are deleted
          {values.whoSignsIn === 'each-reader' ? ', and the shared account is disconnected' : ''}.
        </Notice>
      ) : null}
      <div className="field-pair">
        <TextInput
          label="Account field: URL"
          optional
          type="url"
          value={values.accountFieldUrl}
          onChange={(accountFieldUrl) => change({ accountFieldUrl }, 'authentication.accountField')}
          error={errors['authentication.accountField.url'] ?? errors['authentication.accountField']}
          placeholder="https://api.example.com/v1/me"
          help="Where the service says which account has signed in, if its ID token does not (scope openid)."
          monospaced
        />
        <TextInput
          label="Account field: selector"
          optional
          value={values.accountFieldSelector}
          onChange={(accountFieldSelector) => change({ accountFieldSelector }, 'authentication.accountField')}
          error={errors['authentication.accountField.selector']}
          placeholder="$.email"
          help="Where the name of the account stands in that response."
          monospaced
        />
      </div>
      <NumberInput
        label="Keep a reader’s rows for how many minutes"
        optional
        bounds={minutes}
        className="field-medium"
        value={values.ownRowsMinutes}
        onChange={(ownRowsMinutes) => change({ ownRowsMinutes }, 'authentication.ownRowsSeconds')}
        error={errors['authentication.ownRowsSeconds']}
        help="After they are fresh. Empty for a day; nobody else ever sees them."
      />
    </>
  );
}
