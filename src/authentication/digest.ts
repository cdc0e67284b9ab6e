import type { AuthenticationType } from './authentication-type';
import { digestField } from './digest-field';
import { bestOffer, whyNoOffer } from './digest-offer';
import type { Refusal } from './refusal';
import { headerCredentials } from './request-credentials';
import { checkUsername, password, usernameSchema } from './user-name';

/** Name and password, proven by a hash over what the API asks for (RFC 7616). */
export const digest: AuthenticationType<'digest'> = {
  members: { username: usernameSchema },
  check: ({ username }) => checkUsername(username),
  secrets: () => [password],
  secretNames: /^password$/,
  place: () => ({ in: 'headers', name: 'Authorization' }),
  sign: ({ username }, { password: typed = '' }, { challenge, ...target }) => {
    const offer = challenge && bestOffer(challenge.text);
    if (!offer) return { headers: {} };
    const user = { username, password: typed };
    return headerCredentials('authorization', digestField(offer, user, { ...target, ...challenge }));
  },
  challengeRefusal: (text, used) => {
    const offer = bestOffer(text);
    if (!offer) return whyNoOffer(text);
    const isNew = used === undefined || offer.isStale || bestOffer(used.text)?.realm !== offer.realm;
    return isNew ? undefined : refused;
  },
};

const refused: Refusal = {
  message: (name) => `${name} does not accept the user name or the password (status 401).`,
  remedy: 'An admin can check its authentication.',
};
