import type { OAuth2Authentication } from '../../../../../src/shared/contract';

/** What a token endpoint wants otherwise than most, as typed. */
export interface TokenEndpointValues {
  otherGrantType: string;
  tokenRequestFormat: 'form' | 'json';
  noPkce: boolean;
  tokenPath: string;
  expirySign: string;
}

export const emptyTokenEndpoint: TokenEndpointValues = {
  otherGrantType: '',
  tokenRequestFormat: 'form',
  noPkce: false,
  tokenPath: '',
  expirySign: '',
};

export const tokenEndpointFields = [
  'otherGrantType',
  'tokenRequestFormat',
  'noPkce',
  'tokenPath',
  'expirySign',
] as const satisfies (keyof TokenEndpointValues)[];

type TokenEndpointSettings = Pick<OAuth2Authentication, (typeof tokenEndpointFields)[number]>;

/** The settings that the values stand for; none where all is as usual. PKCE and the grant type's name depend on the type. */
export function toTokenEndpoint(
  values: TokenEndpointValues,
  { grantType }: Pick<OAuth2Authentication, 'grantType'>,
): TokenEndpointSettings {
  const { tokenPath, expirySign, otherGrantType } = values;
  return {
    ...(grantType === 'other' && { otherGrantType: otherGrantType.trim() }),
    ...(values.tokenRequestFormat === 'json' && { tokenRequestFormat: 'json' }),
    ...(grantType === 'authorization_code' && values.noPkce && { noPkce: true }),
    ...(tokenPath.trim() !== '' && { tokenPath: tokenPath.trim() }),
    ...(expirySign.trim() !== '' && { expirySign: expirySign.trim() }),
  };
}
