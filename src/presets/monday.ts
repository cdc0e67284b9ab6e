import type { Preset } from '../shared/contract';
import { column, postGraphql } from './parts';

const query = `query Items($board: [ID!], $cursor: String) {
  boards(ids: $board) {
    items_page(limit: 100, cursor: $cursor) {
      cursor
      items { id name updated_at group { title } column_values { id text } }
    }
  }
}`;

/** The items of a monday.com board. */
export const monday: Preset = {
  key: 'monday',
  title: 'monday.com',
  group: 'work',
  inputs: [
    {
      name: 'board',
      label: 'Board ID',
      placeholder: '1234567890',
      help: 'The number at the end of the address of the board.',
    },
  ],
  authentication: { type: 'api-key', placement: 'header', name: 'Authorization', prefix: '' },
  credentialLabels: { secret: 'API token' },
  request: postGraphql('https://api.monday.com/v2', query, { board: ['{board}'], cursor: null }),
  pagination: {
    style: 'cursor',
    selector: '$.data.boards[0].items_page.cursor',
    moreSelector: '',
    target: { in: 'body', name: 'variables.cursor' },
  },
  panels: [
    {
      key: 'items',
      name: 'Items',
      description: 'All items of the board with their group.',
      filters: [{ selector: '$.data.boards[*].items_page.items[*]' }],
      columns: [
        column('Name', 'name'),
        column('Group', 'group.title'),
        column('Values', 'column_values[*].text', 'list'),
        column('Updated', 'updated_at', 'date-time'),
      ],
    },
  ],
  documentationUrl: 'https://developer.monday.com/api-reference/reference/items-page',
  hints: [
    'The token stands in the Authorization header by itself, without a word before it.',
    'A cursor is good for an hour, and a token sees what its user may see.',
    'The value of one column is column_values[?@.id == "status"].text, with the ID of the column.',
  ],
};
