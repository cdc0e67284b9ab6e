// A SCIM service as the packages scimmy and scimmy-routers make it, with the users of data.json; it listens on PORT.
import { readFileSync } from 'node:fs';
import express from 'express';
import SCIMMY from 'scimmy';
import SCIMMYRouters from 'scimmy-routers';

const users = JSON.parse(readFileSync('data.json', 'utf8'));
SCIMMY.Resources.declare(SCIMMY.Resources.User).egress(({ id }) => (id ? users.find((user) => user.id === id) : users));

const handler = (request) => {
  if (request.header('authorization') !== `Bearer ${process.env.TOKEN}`) throw new Error('Who are you?');
  return 'reader';
};
const app = express();
// The routers turn digits of the query into numbers in place, which Express 5 would read anew each time.
app.use((request, _, next) => {
  Object.defineProperty(request, 'query', { value: { ...request.query } });
  next();
});
app.use('/scim', new SCIMMYRouters({ type: 'bearer', handler }));
app.listen(Number(process.env.PORT), '127.0.0.1');
