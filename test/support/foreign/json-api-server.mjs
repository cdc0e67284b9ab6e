// A JSON:API service as the packages fortune, fortune-http and fortune-json-api make it, with the towns of data.json, three a
// page; it listens on PORT.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import fortune from 'fortune';
import fortuneHttp from 'fortune-http';
import jsonApi from 'fortune-json-api';

const towns = JSON.parse(readFileSync('data.json', 'utf8'));
const store = fortune({ town: { name: String, people: Number, founded: Date, isPort: Boolean } });
await store.create(
  'town',
  towns.map((town) => ({ ...town, founded: new Date(town.founded) })),
);
const listener = fortuneHttp(store, { serializers: [[jsonApi, { maxLimit: 3, prefix: '' }]] });
const server = createServer((request, response) => {
  // A refusal is in the response already.
  listener(request, response).catch(() => undefined);
});
server.listen(Number(process.env.PORT), '127.0.0.1');
