import { choice } from '../schema/fields';
import type { ApiKeyAuthentication } from '../shared/contract';
import { prefixed } from '../shared/prefixed';
import type { FieldError } from '../shared/problem';
import type { AuthenticationType } from './authentication-type';
import { checkHeaderName, checkPrefix, nameSchema, prefixSchema } from './header-rules';
import { headerCredentials } from './request-credentials';
import { hasControls } from './user-name';

/** A key in a header or in the query. */
export const apiKey: AuthenticationType<'api-key'> = {
  members: {
    placement: choice<ApiKeyAuthentication['placement']>({ header: true, query: true }),
    name: nameSchema,
    prefix: prefixSchema,
  },
  check: (authentication) =>
    authentication.placement === 'header' ? checkHeader(authentication) : checkParameter(authentication),
  secrets: ({ placement }) => [
    { name: 'apiKey', label: 'the API key', receiver: 'api', kind: placement === 'header' ? 'header' : 'text' },
  ],
  secretNames: /^apiKey$/,
  place: ({ placement, name }) => ({ in: placement === 'header' ? 'headers' : 'parameters', name }),
  sign: ({ placement, name, prefix }, values) => {
    const key = prefixed(prefix, values.apiKey ?? '');
    return placement === 'header' ? headerCredentials(name, key) : { headers: {}, parameters: { [name]: key } };
  },
};

const path = 'authentication.name';

const checkHeader = ({ name, prefix }: ApiKeyAuthentication): FieldError[] => [
  ...checkHeaderName(path, name),
  ...checkPrefix('authentication.prefix', prefix),
];

function checkParameter({ name, prefix }: ApiKeyAuthentication): FieldError[] {
  if (name === '') return [{ path, message: 'Enter the name of the parameter.' }];
  return hasControls(name + prefix) ? [{ path, message: 'The name contains a line break. Copy it again.' }] : [];
}
