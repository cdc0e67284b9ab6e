// A GraphQL server with connections as the packages graphql and graphql-relay make them; it listens on PORT.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { graphql, GraphQLInt, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { connectionArgs, connectionDefinitions, connectionFromArray } from 'graphql-relay';

const books = JSON.parse(readFileSync('data.json', 'utf8'));
const nodeType = new GraphQLObjectType({
  name: 'Book',
  fields: { number: { type: GraphQLInt }, title: { type: GraphQLString } },
});
const { connectionType } = connectionDefinitions({ nodeType });
const list = { type: connectionType, args: connectionArgs, resolve: (_, args) => connectionFromArray(books, args) };
const within = (name, fields) => ({ type: new GraphQLObjectType({ name, fields }), resolve: () => ({}) });
const room = within('Room', { shelf: within('Shelf', { books: list }) });
const query = new GraphQLObjectType({ name: 'Query', fields: { library: within('Library', { room }) } });
const schema = new GraphQLSchema({ query });

createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  const { query: source, variables: variableValues } = JSON.parse(body);
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(await graphql({ schema, source, variableValues })));
}).listen(Number(process.env.PORT), '127.0.0.1');
