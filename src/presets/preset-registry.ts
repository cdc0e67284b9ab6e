import type { Preset } from '../shared/contract';
import { atlassian } from './atlassian';
import { auth0 } from './auth0';
import { generic } from './generic';
import { github } from './github';
import { gitlab } from './gitlab';
import { google } from './google';
import { googleServiceAccount } from './google-service-account';
import { hubSpot } from './hubspot';
import { microsoftEntraId } from './microsoft-entra-id';
import { okta } from './okta';
import { salesforce } from './salesforce';
import { salesforceJwt } from './salesforce-jwt';
import { serviceNow } from './servicenow';
import { slack } from './slack';
import { zoho } from './zoho';

/** The providers offered in the form, in this order. A new one is a file of its own and a line here. */
export const presets: Preset[] = [
  microsoftEntraId,
  google,
  googleServiceAccount,
  github,
  gitlab,
  atlassian,
  salesforce,
  salesforceJwt,
  serviceNow,
  okta,
  auth0,
  hubSpot,
  zoho,
  slack,
  generic,
];
