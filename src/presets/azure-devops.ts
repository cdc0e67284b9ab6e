import type { Preset } from '../shared/contract';
import { column, getRequest } from './parts';

const columns = [
  column('ID', 'WorkItemId', 'number'),
  column('Title', 'Title'),
  column('Type', 'WorkItemType'),
  column('State', 'State', 'status'),
  column('Assigned to', 'AssignedTo.UserName'),
  column('Changed', 'ChangedDate', 'date-time'),
];

/** Work items of an Azure DevOps project through its Analytics service, which lists them with their fields at once. */
export const azureDevOps: Preset = {
  key: 'azure-devops',
  title: 'Azure DevOps',
  group: 'development',
  inputs: [
    { name: 'organization', label: 'Organization', placeholder: 'company' },
    { name: 'project', label: 'Project', placeholder: 'Website' },
  ],
  authentication: { type: 'basic', username: '', blank: 'username' },
  credentialLabels: { secret: 'Personal access token' },
  request: getRequest('https://analytics.dev.azure.com/{organization}/{project}/_odata/v4.0-preview/WorkItems', {
    $select: 'WorkItemId,Title,WorkItemType,State,ChangedDate',
    $expand: 'AssignedTo($select=UserName)',
    $orderby: 'ChangedDate desc',
  }),
  pagination: { style: 'odata-next-link' },
  panels: [
    {
      key: 'open-work-items',
      name: 'Open work items',
      description: 'What is proposed or in progress in the project.',
      request: { path: '', parameters: [{ name: '$filter', value: "StateCategory ne 'Completed'" }] },
      filters: [{ selector: '$.value[*]' }],
      columns,
    },
    {
      key: 'bugs',
      name: 'Bugs',
      description: 'All bugs of the project, the last changed first.',
      request: { path: '', parameters: [{ name: '$filter', value: "WorkItemType eq 'Bug'" }] },
      filters: [{ selector: '$.value[*]' }],
      columns,
    },
  ],
  documentationUrl: 'https://learn.microsoft.com/azure/devops/report/extend-analytics/quick-ref',
  hints: [
    'Create the personal access token with the scope Analytics (Read). It ends on the day that is chosen with it.',
    'The account of the token must be allowed to view analytics in the project.',
  ],
};
