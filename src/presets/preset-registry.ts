import type { Preset } from '../shared/contract';
import { airtable } from './airtable';
import { atlassian } from './atlassian';
import { auth0 } from './auth0';
import { azureDevOps } from './azure-devops';
import { azureLogAnalytics } from './azure-log-analytics';
import { bigQuery } from './bigquery';
import { ckan } from './ckan';
import { clickHouse } from './clickhouse';
import { confluenceApiToken } from './confluence-api-token';
import { databricks } from './databricks';
import { generic } from './generic';
import { github } from './github';
import { gitlab } from './gitlab';
import { google } from './google';
import { googleServiceAccount } from './google-service-account';
import { googleSheets } from './google-sheets';
import { hubSpot } from './hubspot';
import { jiraApiToken } from './jira-api-token';
import { microsoftEntraId } from './microsoft-entra-id';
import { monday } from './monday';
import { netSuite } from './netsuite';
import { notion } from './notion';
import { okta } from './okta';
import { postgrest } from './postgrest';
import { prometheus } from './prometheus';
import { salesforce } from './salesforce';
import { salesforceJwt } from './salesforce-jwt';
import { sapOData } from './sap-odata';
import { serviceNow } from './servicenow';
import { sharePointList } from './sharepoint-list';
import { shopify } from './shopify';
import { slack } from './slack';
import { snowflake } from './snowflake';
import { socrata } from './socrata';
import { stripe } from './stripe';
import { trino } from './trino';
import { zendesk } from './zendesk';
import { zoho } from './zoho';

/** The providers offered, those of a group in this order. A new one is a file of its own and a line here. */
export const presets: Preset[] = [
  microsoftEntraId,
  okta,
  auth0,
  atlassian,
  jiraApiToken,
  confluenceApiToken,
  google,
  googleServiceAccount,
  googleSheets,
  sharePointList,
  slack,
  notion,
  airtable,
  monday,
  github,
  gitlab,
  azureDevOps,
  azureLogAnalytics,
  prometheus,
  salesforce,
  salesforceJwt,
  serviceNow,
  hubSpot,
  zendesk,
  stripe,
  shopify,
  sapOData,
  netSuite,
  zoho,
  snowflake,
  databricks,
  bigQuery,
  clickHouse,
  trino,
  postgrest,
  socrata,
  ckan,
  generic,
];
