import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { TextInput } from '../../fields/TextInput';

/** Where the provider signs people in, gives tokens and takes them back. */
export function EndpointFields({ state }: { state: DataSourceFormState }) {
  const { values, errors, change } = state;
  return (
    <>
      {values.grantType === 'authorization_code' ? (
        <TextInput
          label="Auth URL"
          type="url"
          value={values.authUrl}
          onChange={(authUrl) => change({ authUrl }, 'authentication.authUrl')}
          error={errors['authentication.authUrl']}
          help="Where you are sent to sign in."
          monospaced
        />
      ) : null}
      <TextInput
        label="Token URL"
        type="url"
        value={values.tokenUrl}
        onChange={(tokenUrl) => change({ tokenUrl }, 'authentication.tokenUrl')}
        error={errors['authentication.tokenUrl']}
        monospaced
      />
      <TextInput
        label="Revoke URL"
        type="url"
        optional
        value={values.revokeUrl}
        onChange={(revokeUrl) => change({ revokeUrl }, 'authentication.revokeUrl')}
        error={errors['authentication.revokeUrl']}
        help="Leave empty if the provider has none, as with Microsoft Entra ID."
        monospaced
      />
    </>
  );
}
