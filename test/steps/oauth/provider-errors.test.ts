import { explain } from '../../../src/oauth/provider-errors';
import { entra } from '../../../src/oauth/entra-sentences';

test.each([
  ['invalid_client', 'AADSTS7000215: Invalid client secret provided.', /Client Secret is wrong/],
  ['invalid_grant', 'AADSTS65001: The user or administrator has not consented.', /admin consent/],
  ['invalid_request', 'AADSTS50011: The redirect URI does not match.', /Callback URL is not registered/],
  ['unauthorized_client', 'AADSTS700016: Application was not found in the directory.', /does not know this Client ID/],
  ['access_denied', 'AADSTS90094: Admin consent is required.', /Admin consent is required/],
  ['invalid_scope', 'AADSTS70011: The scope is not valid.', /scopes is not valid/],
  ['invalid_request', 'AADSTS28003: scope can not be empty.', /has no scope/],
  ['invalid_request', 'AADSTS50194: Application is not configured as multi-tenant.', /one tenant only/],
  ['unauthorized_client', 'AADSTS7000112: Application is disabled.', /disabled/],
  ['invalid_client', 'Nothing of Microsoft.', /Client ID and Client Secret/],
  ['E1234', undefined, /its own error code/],
])('%s with %j is told in plain words', (error, description, sentence) => {
  expect(explain(error, description)).toMatch(sentence);
});

test.each(Object.entries(entra))(
  '%s has a sentence that ends, says no code and is not for programmers',
  (code, text) => {
    expect(code).toMatch(/^AADSTS\d{5,7}$/);
    expect(text).toMatch(/^[A-Z].*\.$/);
    expect(text).not.toMatch(/AADSTS|null|parameter '|developer/i);
  },
);
