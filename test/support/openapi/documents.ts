/** The same small API in each version of OpenAPI. */
const order = {
  type: 'object',
  properties: {
    id: { type: 'integer' },
    placedAt: { type: 'string', format: 'date-time' },
    buyer: { type: 'object', properties: { email: { type: 'string', format: 'email' } } },
    isPaid: { type: 'boolean' },
  },
};

/** 2.0, with a host, and a page that counts rows. */
export const swagger = {
  swagger: '2.0',
  info: { title: 'Orders', version: '1' },
  host: 'api.orders.example',
  basePath: '/v2',
  schemes: ['https'],
  securityDefinitions: { key: { type: 'apiKey', in: 'header', name: 'X-Orders-Key' } },
  security: [{ key: [] }],
  paths: {
    '/shops/{shop-id}/orders': {
      parameters: [{ name: 'shop-id', in: 'path', required: true, type: 'string', default: 'north' }],
      get: {
        summary: 'Orders of a shop',
        parameters: [
          { name: 'offset', in: 'query', type: 'integer' },
          { name: 'limit', in: 'query', type: 'integer', maximum: 250 },
          { name: 'state', in: 'query', type: 'string', required: true, enum: ['open', 'closed'] },
          { name: 'sort', in: 'query', type: 'string' },
        ],
        produces: ['application/json'],
        responses: {
          200: {
            description: 'A page',
            schema: {
              type: 'object',
              properties: {
                total: { type: 'integer' },
                orders: { type: 'array', items: { $ref: '#/definitions/Order' } },
              },
            },
          },
        },
      },
      post: { responses: { 201: { description: 'Made' } } },
    },
  },
  definitions: { Order: order },
};

/** 3.0, with a cursor, a referred parameter and a schema that contains itself. */
export const openApi30 = {
  openapi: '3.0.3',
  info: { title: 'Teams', version: '1' },
  servers: [{ url: 'https://{region}.teams.example/api/', variables: { region: { default: 'eu' } } }],
  components: {
    securitySchemes: {
      signIn: {
        type: 'oauth2',
        flows: {
          authorizationCode: {
            authorizationUrl: 'https://login.teams.example/authorize',
            tokenUrl: 'https://login.teams.example/token',
            scopes: { 'teams.read': 'Read teams', 'teams.write': 'Change teams' },
          },
        },
      },
    },
    parameters: {
      Cursor: { name: 'cursor', in: 'query', schema: { type: 'string' } },
      Size: { name: 'page_size', in: 'query', schema: { type: 'integer', default: 50 } },
    },
    schemas: {
      Team: {
        type: 'object',
        properties: {
          name: { type: 'string', nullable: true },
          size: { type: 'integer' },
          parent: { $ref: '#/components/schemas/Team' },
          children: { type: 'array', items: { $ref: '#/components/schemas/Team' } },
        },
      },
    },
  },
  paths: {
    '/teams': {
      get: {
        summary: 'All teams',
        security: [{ signIn: ['teams.read'] }],
        parameters: [{ $ref: '#/components/parameters/Cursor' }, { $ref: '#/components/parameters/Size' }],
        responses: {
          200: {
            description: 'A page',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: {
                    teams: { type: 'array', items: { $ref: '#/components/schemas/Team' } },
                    next_cursor: { type: 'string', nullable: true },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

/** 3.1, with a path and a page in files of their own that are nowhere to be had, and one in the document. */
export const openApi31 = {
  openapi: '3.1.0',
  info: { title: 'Sensors', version: '1' },
  servers: [{ url: '/api' }],
  components: {
    pathItems: {
      Readings: {
        get: {
          operationId: 'listReadings',
          responses: {
            '2XX': {
              description: 'A list',
              headers: { Link: { schema: { type: 'string' } } },
              content: {
                'application/vnd.sensors+json': {
                  schema: {
                    type: 'array',
                    items: {
                      allOf: [
                        { type: 'object', properties: { sensor: { type: ['string', 'null'] } } },
                        { type: 'object', properties: { degrees: { type: 'number' }, unit: { const: 'C' } } },
                      ],
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
  paths: {
    '/readings': { $ref: '#/components/pathItems/Readings' },
    '/elsewhere': { $ref: 'https://other.example/paths.yaml#/Elsewhere' },
    '/described-elsewhere': {
      get: {
        responses: { 200: { description: 'x', content: { 'application/json': { schema: { $ref: './page.json' } } } } },
      },
    },
  },
};

/** A document of so many operations, each with a schema of its own. */
export function largeDocument(operations: number) {
  const numbers = Array.from({ length: operations }, (_, index) => index);
  const text = (number: number) => ({
    type: 'string',
    description: `Field ${number} of it. ${'More is said here. '.repeat(8)}`,
  });
  const paths = numbers.map((number) => [
    `/things/${number}`,
    { get: { summary: `Thing ${number}`, responses: pageOf(`Thing${number}`) } },
  ]);
  const schemas = numbers.map((number) => {
    const properties = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`field${at}`, text(at)]));
    return [`Thing${number}`, { type: 'object', properties }];
  });
  return {
    openapi: '3.0.0',
    info: { title: 'Large', version: '1' },
    servers: [{ url: 'https://large.example' }],
    paths: Object.fromEntries(paths) as object,
    components: { schemas: Object.fromEntries(schemas) as object },
  };
}

const pageOf = (schema: string) => ({
  200: {
    description: 'A list',
    content: { 'application/json': { schema: { type: 'array', items: { $ref: `#/components/schemas/${schema}` } } } },
  },
});
