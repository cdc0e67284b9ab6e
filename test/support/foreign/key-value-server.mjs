// A table of dynalite, which speaks the API of DynamoDB, with the items of data.json; it listens on PORT.
import { readFileSync } from 'node:fs';
import dynalite from 'dynalite';

const items = JSON.parse(readFileSync('data.json', 'utf8'));
const origin = `http://127.0.0.1:${process.env.PORT}`;
const server = dynalite({ createTableMs: 0 });

const call = async (operation, body) => {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `DynamoDB_20120810.${operation}`,
    'x-amz-date': '20300101T000000Z',
    authorization: process.env.SIGNATURE,
  };
  const response = await fetch(origin, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
};

server.listen(Number(process.env.PORT), '127.0.0.1', async () => {
  const key = { AttributeName: 'Id', AttributeType: 'S' };
  await call('CreateTable', {
    TableName: 'Tickets',
    AttributeDefinitions: [key],
    KeySchema: [{ AttributeName: 'Id', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
  });
  for (const { Id, Title } of items)
    await call('PutItem', { TableName: 'Tickets', Item: { Id: { S: Id }, Title: { S: Title } } });
});
