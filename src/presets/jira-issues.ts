import type { ReadyPanel } from '../shared/contract';
import { column } from './parts';

const columns = [
  column('Key', 'key'),
  column('Summary', 'fields.summary'),
  column('Status', 'fields.status.name', 'status'),
  column('Assignee', 'fields.assignee.displayName'),
  column('Updated', 'fields.updated', 'date-time'),
];

/** The parameters with which issues come with these columns. */
export const jiraParameters = {
  jql: 'created >= -30d order by created DESC',
  fields: 'summary,status,assignee,created,updated',
  maxResults: '100',
};

const panel = (key: string, name: string, description: string, jql: string): ReadyPanel => ({
  key,
  name,
  description,
  request: { path: '', parameters: [{ name: 'jql', value: jql }] },
  filters: [{ selector: '$.issues[*]' }],
  columns,
});

/** Panels of issues, the same however the account proves itself. */
export const jiraPanels: ReadyPanel[] = [
  panel(
    'my-issues',
    'My issues',
    'Unresolved issues that are assigned to the connected account.',
    'assignee = currentUser() AND resolution = Unresolved ORDER BY updated DESC',
  ),
  panel(
    'recent-issues',
    'Recently updated issues',
    'What changed in the last seven days.',
    'updated >= -7d ORDER BY updated DESC',
  ),
  panel('new-issues', 'New issues', 'What was created in the last 30 days.', 'created >= -30d ORDER BY created DESC'),
];
