import type { ComponentType } from 'react';
import type { RequestBody } from '../../../../src/shared/contract';
import { errorWithin } from '../../form-model/field-errors';
import type { Choice } from '../../fields/SelectInput';
import { SelectInput } from '../../fields/SelectInput';
import { TextAreaInput } from '../../fields/TextAreaInput';
import { TextInput } from '../../fields/TextInput';
import type { BodyValues } from '../../form-model/data-source/body-values';
import { NamedRowsInput } from '../../fields/NamedRowsInput';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';

interface BodyPartProps {
  body: BodyValues;
  edit: (patch: Partial<BodyValues>) => void;
  errors: DataSourceFormState['errors'];
}

function NoBody() {
  return null;
}

function JsonBody({ body, edit, errors }: BodyPartProps) {
  return (
    <TextAreaInput
      label="JSON"
      value={body.json}
      onChange={(json) => edit({ json })}
      error={errors['request.body.text']}
      help={
        <>
          Put variables inside strings, as in <code>{'"{name}"'}</code>, and secrets as in{' '}
          <code>{'"{secret.NAME}"'}</code>.
        </>
      }
      monospaced
      minimumRows={4}
    />
  );
}

function FormBody({ body, edit, errors }: BodyPartProps) {
  return (
    <NamedRowsInput
      legend="Form fields"
      noun="form field"
      rows={body.fields}
      onChange={(fields) => edit({ fields })}
      errorOf={(index) => errorWithin(errors, `request.body.fields.${index}`)}
      error={errors['request.body.fields']}
    />
  );
}

function TextBody({ body, edit, errors }: BodyPartProps) {
  return (
    <>
      <TextInput
        label="Content type"
        value={body.contentType}
        onChange={(contentType) => edit({ contentType })}
        error={errors['request.body.contentType']}
        monospaced
      />
      <TextAreaInput
        label="Text"
        value={body.text}
        onChange={(text) => edit({ text })}
        error={errors['request.body.text']}
        help="Variables are not replaced here. A secret is, written as {secret.NAME}."
        monospaced
        minimumRows={4}
      />
    </>
  );
}

function GraphqlBody({ body, edit, errors }: BodyPartProps) {
  return (
    <>
      <TextAreaInput
        label="GraphQL query"
        value={body.query}
        onChange={(query) => edit({ query })}
        error={errors['request.body.query']}
        monospaced
        minimumRows={5}
      />
      <TextAreaInput
        label="GraphQL variables"
        optional
        value={body.variables}
        onChange={(variables) => edit({ variables })}
        error={errors['request.body.variables']}
        placeholder='{"first": 50}'
        help="A JSON object. Put variables of the data source in its strings, never in the query."
        monospaced
      />
    </>
  );
}

const kinds: Record<RequestBody['kind'], { title: string; Fields: ComponentType<BodyPartProps> }> = {
  none: { title: 'None', Fields: NoBody },
  json: { title: 'JSON', Fields: JsonBody },
  graphql: { title: 'GraphQL', Fields: GraphqlBody },
  form: { title: 'Form', Fields: FormBody },
  text: { title: 'Text', Fields: TextBody },
};
const choices = Object.entries(kinds).map(
  ([value, { title }]) => ({ value, label: title }) as Choice<RequestBody['kind']>,
);

/** What a request carries: its kind, and the fields of that kind. */
export function BodyFields({ state }: { state: DataSourceFormState }) {
  const { errors, change } = state;
  const { body } = state.values;
  const { Fields } = kinds[body.kind];
  const edit = (patch: Partial<BodyValues>): void => change({ body: { ...body, ...patch } }, 'request.body');
  return (
    <>
      <SelectInput
        label="Body"
        value={body.kind}
        choices={choices}
        onChange={(kind) => edit({ kind })}
        error={errors['request.body'] ?? errors['request.body.kind']}
      />
      <Fields body={body} edit={edit} errors={errors} />
    </>
  );
}
