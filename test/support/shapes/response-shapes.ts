/** A response as an API sends it, and the rows that a person sees in it. */
export interface ResponseShape {
  /** What kind of shape it is, and who sends such a one. */
  name: string;
  url: string;
  response: unknown;
  /** The rows selector, and the list that is unfolded where that belongs to the shape. */
  rows: string;
  unfold?: string;
  /** Labels of the columns in their order, and the first row of cells. */
  labels: string[];
  first: unknown[];
  rowCount: number;
}

const at = (path: string) => `https://api.example.com${path}`;

/** Rows beside their headings. */
const tables: ResponseShape[] = [
  {
    name: 'names and rows in one object (CrateDB)',
    url: at('/_sql'),
    response: {
      cols: ['town', 'people'],
      rows: [
        ['Lund', 94000],
        ['Ystad', 31000],
        ['Malmö', 360000],
      ],
      rowcount: 3,
      duration: 0.4,
    },
    rows: '$.rows[*]',
    labels: ['town', 'people'],
    first: ['Lund', 94000],
    rowCount: 3,
  },
  {
    name: 'described columns in an object beside the rows (Metabase)',
    url: at('/api/dataset'),
    response: {
      data: {
        rows: [
          [1, 'Ada', true],
          [2, 'Bo', false],
        ],
        cols: [
          { name: 'ID', base_type: 'Integer' },
          { name: 'WHO', base_type: 'Text' },
          { name: 'ON_CALL', base_type: 'Boolean' },
        ],
      },
      row_count: 2,
      status: 'completed',
    },
    rows: '$.data.rows[*]',
    labels: ['ID', 'WHO', 'ON_CALL'],
    first: ['1', 'Ada', true],
    rowCount: 2,
  },
  {
    name: 'names in a schema beside the rows (Apache Pinot)',
    url: at('/query/sql'),
    response: {
      resultTable: {
        dataSchema: { columnDataTypes: ['STRING', 'STRING'], columnNames: ['route', 'stop'] },
        rows: [
          ['12', 'Harbour'],
          ['14', 'Mill'],
          ['14', 'Bridge'],
        ],
      },
      exceptions: [],
      numServersQueried: 1,
    },
    rows: '$.resultTable.rows[*]',
    labels: ['route', 'stop'],
    first: [12, 'Harbour'],
    rowCount: 3,
  },
  {
    name: 'several tables of which the first is meant (Azure Data Explorer)',
    url: at('/v1/rest/query'),
    response: {
      Tables: [
        {
          TableName: 'Table_0',
          Columns: [
            { ColumnName: 'Site', DataType: 'String' },
            { ColumnName: 'Load', DataType: 'Double' },
          ],
          Rows: [
            ['North', 0.5],
            ['South', 0.75],
          ],
        },
        { TableName: 'Table_1', Columns: [{ ColumnName: 'Value', DataType: 'String' }], Rows: [['{}']] },
      ],
    },
    rows: '$.Tables[0].Rows[*]',
    labels: ['Site', 'Load'],
    first: ['North', 0.5],
    rowCount: 2,
  },
  {
    name: 'one series in two lists of one (InfluxDB 1)',
    url: at('/query'),
    response: {
      results: [
        {
          statement_id: 0,
          series: [
            {
              name: 'rain',
              columns: ['time', 'mm'],
              values: [
                ['2026-03-01T00:00:00Z', 4],
                ['2026-03-02T00:00:00Z', 1],
              ],
            },
          ],
        },
      ],
    },
    rows: '$.results[*].series[*].values[*]',
    labels: ['time', 'mm'],
    first: ['2026-03-01T00:00:00Z', 4],
    rowCount: 2,
  },
  {
    name: 'several series of the same columns, each with its tags (InfluxDB 1, grouped)',
    url: at('/query'),
    response: {
      results: [
        {
          statement_id: 0,
          series: [
            { name: 'rain', tags: { gauge: 'hill' }, columns: ['time', 'mm'], values: [['2026-03-01T00:00:00Z', 4]] },
            {
              name: 'rain',
              tags: { gauge: 'quay' },
              columns: ['time', 'mm'],
              values: [
                ['2026-03-01T00:00:00Z', 3],
                ['2026-03-02T00:00:00Z', 0],
              ],
            },
          ],
        },
      ],
    },
    rows: '$.results[*].series[*]',
    unfold: '$.values',
    labels: ['Name', 'Tags gauge', 'time', 'mm'],
    first: ['rain', 'hill', '2026-03-01T00:00:00Z', 4],
    rowCount: 3,
  },
  {
    name: 'cells wrapped twice (SQL of a cloud warehouse)',
    url: at('/queries/17'),
    response: {
      schema: {
        fields: [
          { name: 'city', type: 'STRING' },
          { name: 'n', type: 'INTEGER' },
        ],
      },
      rows: [{ f: [{ v: 'Oslo' }, { v: '3' }] }, { f: [{ v: 'Bergen' }, { v: '5' }] }],
    },
    rows: '$.rows[*]',
    labels: ['city', 'n'],
    first: ['Oslo', 3],
    rowCount: 2,
  },
];

/** A first row of headings. */
const sheets: ResponseShape[] = [
  {
    name: 'a sheet without a word around it (US Census Bureau)',
    url: at('/data/2023/pep'),
    response: [
      ['NAME', 'POP', 'state'],
      ['Ohio', '11785935', '39'],
      ['Utah', '3417734', '49'],
    ],
    rows: '$[1:]',
    labels: ['NAME', 'POP', 'state'],
    first: ['Ohio', 11785935, 39],
    rowCount: 2,
  },
  {
    name: 'the used range of a workbook (Excel by Microsoft Graph)',
    url: at('/workbook/worksheets/Plan/usedRange'),
    response: {
      address: 'Plan!A1:C4',
      columnCount: 3,
      rowCount: 4,
      values: [['Task', 'Done', 'Hours'], ['Dig', true, 4], ['Sow', false, 2], ['Reap']],
    },
    rows: '$.values[1:]',
    labels: ['Task', 'Done', 'Hours'],
    first: ['Dig', true, 4],
    rowCount: 3,
  },
];

/** Lists that stand in the way, or beside. */
const nested: ResponseShape[] = [
  {
    name: 'a connection inside a list of one (Cloudflare GraphQL)',
    url: at('/client/v4/graphql'),
    response: {
      data: {
        viewer: {
          zones: [
            {
              httpRequests1dGroups: [
                { dimensions: { date: '2026-03-01' }, sum: { requests: 9 } },
                { dimensions: { date: '2026-03-02' }, sum: { requests: 4 } },
              ],
            },
          ],
        },
      },
      errors: null,
    },
    rows: '$.data.viewer.zones[*].httpRequests1dGroups[*]',
    labels: ['Dimensions date', 'Sum requests'],
    first: ['2026-03-01', 9],
    rowCount: 2,
  },
  {
    name: 'what there is to say first, the rows second (a bureau of statistics)',
    url: at('/v2/indicators'),
    response: [
      { page: 1, pages: 1, total: 2 },
      [
        { country: 'Peru', value: 4 },
        { country: 'Chad', value: 7 },
      ],
    ],
    rows: '$[1][*]',
    labels: ['Country', 'Value'],
    first: ['Peru', 4],
    rowCount: 2,
  },
  {
    name: 'people that the rows refer to, and more of them than rows (Discourse)',
    url: at('/latest.json'),
    response: {
      users: [
        { id: 5, username: 'ines' },
        { id: 6, username: 'tom' },
        { id: 7, username: 'uma' },
      ],
      topic_list: {
        per_page: 30,
        topics: [
          { id: 81, title: 'Paint', posters: [{ user_id: 5 }, { user_id: 7 }] },
          { id: 82, title: 'Glue', posters: [{ user_id: 6 }] },
        ],
      },
    },
    rows: '$.topic_list.topics[*]',
    labels: ['ID', 'Title', 'Posters'],
    first: ['81', 'Paint', 2],
    rowCount: 2,
  },
  {
    name: 'resources that are included (Patreon, JSON:API)',
    url: at('/oauth2/v2/campaigns/3/members'),
    response: {
      data: [
        {
          type: 'member',
          id: 'm1',
          attributes: { name: 'Ines' },
          relationships: { tier: { data: { type: 'tier', id: 't1' } } },
        },
      ],
      included: [{ type: 'tier', id: 't1', attributes: { title: 'Gold' } }],
    },
    rows: '$.data[*]',
    labels: ['Type', 'ID', 'Name', 'Relationships tier'],
    first: ['member', 'm1', 'Ines', '{"data":{"type":"tier","id":"t1"}}'],
    rowCount: 1,
  },
  {
    name: 'fields that describe the rows, and more of them than rows (a register of companies)',
    url: at('/search'),
    response: {
      columns: [
        { key: 'no', kind: 'text' },
        { key: 'seat', kind: 'text' },
        { key: 'staff', kind: 'number' },
      ],
      found: [
        { no: 'C1', seat: 'Turku', staff: 8 },
        { no: 'C2', seat: 'Oulu', staff: 3 },
      ],
    },
    rows: '$.found[*]',
    labels: ['No', 'Seat', 'Staff'],
    first: ['C1', 'Turku', 8],
    rowCount: 2,
  },
  {
    name: 'groups to narrow the search down, and more of them than rows, which the path names (an estate agent)',
    url: at('/homes/search'),
    response: {
      refinements: [
        { name: 'rooms', n: 2 },
        { name: 'floor', n: 5 },
        { name: 'garden', n: 1 },
      ],
      homes: [
        { ref: 'H1', rent: 900 },
        { ref: 'H2', rent: 700 },
      ],
    },
    rows: '$.homes[*]',
    labels: ['Ref', 'Rent'],
    first: ['H1', 900],
    rowCount: 2,
  },
];

/** Objects that are lists in disguise. */
const maps: ResponseShape[] = [
  {
    name: 'a number under each code (a bank’s fixing)',
    url: at('/fixing'),
    response: { date: '2026-03-02', unit: 'SEK', quotes: { CHF: 12.1, EUR: 11.2, NOK: 0.97, USD: 10.4 } },
    rows: '$.quotes[*]',
    labels: ['Key', 'Value'],
    first: ['CHF', 12.1],
    rowCount: 4,
  },
  {
    name: 'a text under each code (country names)',
    url: at('/names'),
    response: { AT: 'Austria', BE: 'Belgium', CH: 'Switzerland' },
    rows: '$[*]',
    labels: ['Key', 'Value'],
    first: ['AT', 'Austria'],
    rowCount: 3,
  },
  {
    name: 'a number for each day (a counter of downloads)',
    url: at('/downloads'),
    response: { package: 'left', days: { '2026-03-01': 4, '2026-03-02': 9 } },
    rows: '$.days[*]',
    labels: ['Key', 'Value'],
    first: ['2026-03-01', 4],
    rowCount: 2,
  },
  {
    name: 'an object under each id (a database in real time)',
    url: at('/messages.json'),
    response: { '-N1a0': { by: 'ines', text: 'Hi' }, '-N1b1': { by: 'tom', text: 'Hello' } },
    rows: '$[*]',
    labels: ['Key', 'By', 'Text'],
    first: ['-N1a0', 'ines', 'Hi'],
    rowCount: 2,
  },
  {
    name: 'a number under each name, where the names follow no convention (languages of a repository)',
    url: at('/repos/x/languages'),
    response: { TypeScript: 9100, CSS: 40, Shell: 7 },
    rows: '$[*]',
    labels: ['Key', 'Value'],
    first: ['TypeScript', 9100],
    rowCount: 3,
  },
  {
    name: 'a list of one under each key of a cube (SDMX, flat)',
    url: at('/sdmx'),
    response: {
      dataSets: [{ action: 'Information', observations: { '0:0': [1.5], '0:1': [2.5] } }],
      structure: { name: 'x' },
    },
    rows: '$.dataSets[*].observations[*]',
    labels: ['Key', 'Value'],
    first: ['0:0', '1.5'],
    rowCount: 2,
  },
  {
    name: 'a list under each name (who may do what)',
    url: at('/roles'),
    response: { read: ['ines', 'tom'], write: ['ines'], admin: [] },
    rows: '$[*]',
    labels: ['Key', 'Value'],
    first: ['read', 'ines, tom'],
    rowCount: 3,
  },
  {
    name: 'a list of texts under each path (an index of files)',
    url: at('/index'),
    response: { generated: '2026-03-02', files: { '/a': ['x', 'y'], '/b': ['z'], '/c': [] } },
    rows: '$.files[*]',
    labels: ['Key', 'Value'],
    first: ['/a', 'x, y'],
    rowCount: 3,
  },
  {
    name: 'a list of objects under each day (a calendar)',
    url: at('/agenda'),
    response: {
      '2026-03-01': [
        { at: '09:00', what: 'Stand-up' },
        { at: '11:00', what: 'Review' },
      ],
      '2026-03-02': [{ at: '10:00', what: 'Call' }],
    },
    rows: '$[*]',
    unfold: "$['@value']",
    labels: ['Key', 'At', 'What'],
    first: ['2026-03-01', '09:00', 'Stand-up'],
    rowCount: 3,
  },
  {
    name: 'a list of files under each version (a registry of packages)',
    url: at('/pypi/rope/json'),
    response: {
      info: { name: 'rope', license: 'MIT' },
      releases: {
        '1.0': [{ file: 'rope-1.0.whl', size: 7 }],
        '1.1': [
          { file: 'rope-1.1.whl', size: 8 },
          { file: 'rope-1.1.zip', size: 9 },
        ],
      },
    },
    rows: '$.releases[*]',
    unfold: "$['@value']",
    labels: ['Key', 'File', 'Size'],
    first: ['1.0', 'rope-1.0.whl', 7],
    rowCount: 3,
  },
  {
    name: 'a cube with its values as a list (JSON-stat of a statistics office)',
    url: at('/dataset/K1'),
    response: {
      class: 'dataset',
      id: ['sex', 'year'],
      size: [2, 2],
      dimension: {
        sex: { category: { index: ['f', 'm'], label: { f: 'Women', m: 'Men' } } },
        year: { category: { index: { y24: 0, y25: 1 }, label: { y24: '2024', y25: '2025' } } },
      },
      value: [10, 11, 12, 13],
    },
    rows: '$.value[*]',
    labels: ['Sex', 'Year', 'Value'],
    first: ['Women', '2024', 10],
    rowCount: 4,
  },
  {
    name: 'a cube with its values by their places, some missing',
    url: at('/dataset/K2'),
    response: {
      id: ['fish'],
      size: [3],
      dimension: { fish: { category: { label: { c: 'Cod', h: 'Hake', p: 'Pike' } } } },
      value: { 0: 4, 2: 6 },
    },
    rows: '$.value[*]',
    labels: ['Fish', 'Value'],
    first: ['Cod', 4],
    rowCount: 2,
  },
];

/** One thing, and nothing at all. */
const single: ResponseShape[] = [
  {
    name: 'one record with a list of its own (a recipe)',
    url: at('/recipes/4'),
    response: { id: 4, title: 'Soup', minutes: 30, tags: ['warm', 'quick', 'cheap', 'green'] },
    rows: '$',
    labels: ['ID', 'Title', 'Minutes', 'Tags'],
    first: ['4', 'Soup', 30, 'warm, quick, cheap, green'],
    rowCount: 1,
  },
  {
    name: 'one record that says more of itself than its list has entries (a station)',
    url: at('/stations/kiel'),
    response: { name: 'Kiel', height: 5, since: '1950-01-01', sensors: ['rain', 'wind'] },
    rows: '$',
    labels: ['Name', 'Height', 'Since', 'Sensors'],
    first: ['Kiel', 5, '1950-01-01', 'rain, wind'],
    rowCount: 1,
  },
  {
    name: 'an empty list in an answer that says nothing else',
    url: at('/alerts'),
    response: { alerts: [], next: null, count: 0 },
    rows: '$.alerts[*]',
    labels: [],
    first: [],
    rowCount: 0,
  },
];

/** Lists of one, and none. */
const few: ResponseShape[] = [
  {
    name: 'the only thing of a list, with lists of its own (a cluster)',
    url: at('/api/v1/boxes'),
    response: { kind: 'BoxList', items: [{ metadata: { name: 'b1' }, spec: { disks: [{ gb: 4 }, { gb: 8 }] } }] },
    rows: '$.items[*]',
    labels: ['Metadata name', 'Spec disks'],
    first: ['b1', 2],
    rowCount: 1,
  },
  {
    name: 'no thing in a list of a kind (a cluster)',
    url: at('/api/v1/boxes'),
    response: { kind: 'BoxList', apiVersion: 'v1', metadata: { resourceVersion: '9' }, items: [] },
    rows: '$.items[*]',
    labels: [],
    first: [],
    rowCount: 0,
  },
  {
    name: 'null for a list with nothing in it (a server in Go)',
    url: at('/v2/jobs'),
    response: { data: null, total: 0 },
    rows: '$.data[*]',
    labels: [],
    first: [],
    rowCount: 0,
  },
  {
    name: 'one row beside one heading of each kind (a report of visits)',
    url: at('/v1/visits:run'),
    response: {
      dimensionHeaders: [{ name: 'town' }],
      metricHeaders: [{ name: 'visits' }],
      rows: [{ dimensionValues: [{ value: 'Turku' }], metricValues: [{ value: '4' }] }],
      rowCount: 1,
    },
    rows: '$.rows[*]',
    labels: ['town', 'visits'],
    first: ['Turku', 4],
    rowCount: 1,
  },
  {
    name: 'as many headings of one kind as of the other (a report of visits)',
    url: at('/v1/visits:run'),
    response: {
      metricHeaders: [{ name: 'visits' }, { name: 'days' }],
      dimensionHeaders: [{ name: 'town' }, { name: 'street' }],
      rows: [
        { dimensionValues: [{ value: 'Turku' }, { value: 'Quay' }], metricValues: [{ value: '4' }, { value: '2' }] },
        { dimensionValues: [{ value: 'Oulu' }, { value: 'Hill' }], metricValues: [{ value: '9' }, { value: '3' }] },
      ],
    },
    rows: '$.rows[*]',
    labels: ['town', 'street', 'visits', 'days'],
    first: ['Turku', 'Quay', 4, 2],
    rowCount: 2,
  },
  {
    name: 'plain cells in two lists whose headings stand in the query (a counter of hits)',
    url: at('/stat/v1/data'),
    response: {
      query: { dimensions: ['browser'], metrics: ['hits', 'people'] },
      data: [
        { dimensions: [{ name: 'Lynx' }], metrics: [7, 5] },
        { dimensions: [{ name: 'Dillo' }], metrics: [3, 2] },
      ],
    },
    rows: '$.data[*]',
    labels: ['browser', 'hits', 'people'],
    first: ['Lynx', 7, 5],
    rowCount: 2,
  },
  {
    name: 'two lists in each row that a single text beside them does not name',
    url: at('/teams'),
    response: {
      teams: [
        { tags: ['red'], members: ['Ines', 'Tom'] },
        { tags: ['blue'], members: ['Uma'] },
      ],
      warnings: ['Deprecated.'],
    },
    rows: '$.teams[*]',
    labels: ['Tags', 'Members'],
    first: ['red', 'Ines, Tom'],
    rowCount: 2,
  },
  {
    name: 'cells that say of what kind they are, each in its column (a warehouse)',
    url: at('/query'),
    response: {
      columns: [{ name: 'crop' }, { name: 'tons' }],
      rows: [
        [
          { type: 'TEXT', value: 'Rye' },
          { type: 'NUMBER', value: '12' },
        ],
        [
          { type: 'TEXT', value: 'Oats' },
          { type: 'NUMBER', value: '9' },
        ],
      ],
    },
    rows: '$.rows[*]',
    labels: ['crop', 'tons'],
    first: ['Rye', 12],
    rowCount: 2,
  },
  {
    name: 'cells under names, with their kind, type and language (SPARQL)',
    url: at('/sparql'),
    response: {
      head: { vars: ['town', 'people', 'page'] },
      results: {
        bindings: [
          {
            town: { type: 'literal', 'xml:lang': 'fi', value: 'Turku' },
            people: { type: 'literal', datatype: 'http://www.w3.org/2001/XMLSchema#integer', value: '95000' },
            page: { type: 'uri', value: 'https://example.com/turku' },
          },
          {
            town: { type: 'literal', 'xml:lang': 'fi', value: 'Oulu' },
            people: { type: 'literal', datatype: 'http://www.w3.org/2001/XMLSchema#integer', value: '211000' },
            page: { type: 'literal', value: 'https://example.com/oulu' },
          },
        ],
      },
    },
    rows: '$.results.bindings[*]',
    labels: ['Town', 'People', 'Page type', 'Page value'],
    first: ['Turku', 95000, 'uri', 'https://example.com/turku'],
    rowCount: 2,
  },
  {
    name: 'a sheet in a list of ranges',
    url: at('/v4/sheets/s1/values:batchGet'),
    response: {
      sheet: 's1',
      ranges: [
        {
          range: 'A1:B3',
          dimension: 'ROWS',
          values: [
            ['Crop', 'Tons'],
            ['Rye', '4'],
            ['Oats', '9'],
          ],
        },
      ],
    },
    rows: '$.ranges[*].values[1:]',
    labels: ['Crop', 'Tons'],
    first: ['Rye', 4],
    rowCount: 2,
  },
];

/** Members that belong to the protocol. */
const protocols: ResponseShape[] = [
  {
    name: 'OData 2 with metadata and what is deferred (SharePoint, verbose)',
    url: at('/_api/web/lists'),
    response: {
      d: {
        results: [
          {
            __metadata: { id: 'L1', type: 'SP.List' },
            Items: { __deferred: { uri: 'https://x.example.com/L1/Items' } },
            Title: 'Tasks',
            ItemCount: 4,
          },
          {
            __metadata: { id: 'L2', type: 'SP.List' },
            Items: { __deferred: { uri: 'https://x.example.com/L2/Items' } },
            Title: 'Pages',
            ItemCount: 9,
          },
        ],
      },
    },
    rows: '$.d.results[*]',
    labels: ['Title', 'Item count'],
    first: ['Tasks', 4],
    rowCount: 2,
  },
  {
    name: 'links of each row (HAL)',
    url: at('/orders'),
    response: {
      _links: {
        self: { href: '/orders' },
        find: { href: '/orders{?id}', templated: true },
        next: { href: '/orders?page=2' },
      },
      _embedded: {
        'shop:orders': [
          { _links: { self: { href: '/orders/1' } }, total: 30, state: 'paid' },
          { _links: { self: { href: '/orders/2' } }, total: 20, state: 'open' },
        ],
      },
    },
    rows: "$._embedded['shop:orders'][*]",
    labels: ['Total', 'State', 'Links self'],
    first: [30, 'paid', '{"href":"/orders/1"}'],
    rowCount: 2,
  },
  {
    name: 'what a row leads to, in an object around its address (a customer system)',
    url: at('/query'),
    response: {
      done: true,
      records: [{ attributes: { type: 'Lead', url: '/sobjects/Lead/1' }, Name: 'Ines', Score: 5 }],
    },
    rows: '$.records[*]',
    labels: ['Name', 'Score', 'Type', 'URL'],
    first: ['Ines', 5, 'Lead', '/sobjects/Lead/1'],
    rowCount: 1,
  },
  {
    name: 'names that all fields share, and acronyms (a cloud’s resources)',
    url: at('/edges'),
    response: {
      edges: [
        { node: { HTTPStatus: 200, ownerID: 'u1', firstSeenAt: '2026-03-01' } },
        { node: { HTTPStatus: 404, ownerID: 'u2', firstSeenAt: '2026-03-02' } },
      ],
    },
    rows: '$.edges[*]',
    labels: ['HTTP status', 'Owner ID', 'First seen at'],
    first: [200, 'u1', '2026-03-01'],
    rowCount: 2,
  },
];

export const responseShapes: readonly ResponseShape[] = [
  ...tables,
  ...sheets,
  ...nested,
  ...maps,
  ...single,
  ...few,
  ...protocols,
];
