import type { Frame } from '../src/shared/frame';
import { parseResponse } from '../src/formats/parse-response';
import { createRedactor } from '../src/masking/redactor';
import { rowSelection } from '../src/panel/shape/select';
import { frameBuilder } from '../src/panel/shape/shape';
import type { RowWindow, TableView } from '../src/shared/view';
import { frameSource } from '../src/visuals/frame-source';
import { tableView } from '../src/visuals/table';
import { decodeAndParse } from './decode-and-parse';
import { atMost, type Entry } from './entry';
import { alternate, median, ratio } from './measure';
import { withJsonata, withJsonPathPlus } from './rivals';
import { userColumns, userRows, usersBody } from './users';

const sortedPage: RowWindow = { offset: 0, count: 100, sorts: [{ column: 'c0', direction: 'ascending' }] };

/** A token as long as those of large providers, which the response is searched for. */
const token = Buffer.from(Array.from({ length: 900 }, (_, index) => (index * 7919) % 251)).toString('base64url');

/** What a request that carries the token sends along. */
const sentSecrets = [token, `Bearer ${token}`];

/** The frame of a response's bytes, secrets that it echoes masked, every column typed. */
export function frameOf(body: Uint8Array, secrets = sentSecrets): Frame {
  const response = { bytes: body, contentType: 'application/json; charset=utf-8' };
  const redactor = createRedactor();
  secrets.forEach((secret) => redactor.remember(secret));
  const parsed = parseResponse(response, { dataSourceName: 'Directory', format: 'auto' });
  const document = redactor.maskDocument(parsed.document, body);
  const builder = frameBuilder(userColumns);
  builder.add(rowSelection([{ selector: userRows }]).rows(document));
  return builder.finish().frame;
}

/** From a response's bytes to the first page of 100 rows sorted by name: what the first reader waits for. */
export function coldPage(body: Uint8Array, secrets = sentSecrets): Promise<TableView> {
  return tableView(frameSource(frameOf(body, secrets)), {}, sortedPage);
}

/** `pipeline.cold`, `pipeline.masking` and `pipeline.scale`. */
export async function pipeline(): Promise<Entry[]> {
  return [await cold(), await masking(), await scale()];
}

async function cold(): Promise<Entry> {
  const body = usersBody(50_000);
  const times = await alternate(
    [
      { name: 'cold', run: () => coldPage(body) },
      { name: 'base', run: () => decodeAndParse(body) },
    ],
    { warmUp: 12, timed: 25 },
  );
  const rivals = await alternate(
    [
      { name: 'jsonpath-plus', run: () => withJsonPathPlus(body) },
      { name: 'jsonata', run: () => withJsonata(body) },
      { name: 'base', run: () => decodeAndParse(body) },
    ],
    { warmUp: 1, timed: 5 },
  );
  return atMost('pipeline.cold', ratio(times.cold, times.base), '×', 1.6, [
    { name: 'jsonpath-plus', value: ratio(rivals['jsonpath-plus'], rivals.base), unit: '×' },
    { name: 'JSONata', value: ratio(rivals.jsonata, rivals.base), unit: '×' },
    { name: 'this', value: median(times.cold), unit: 'ms' },
    { name: 'decode and parse', value: median(times.base), unit: 'ms' },
  ]);
}

/** What it adds to the first page that the response is searched for secrets, where it echoes none. */
async function masking(): Promise<Entry> {
  const body = usersBody(50_000);
  const times = await alternate(
    [
      { name: 'masked', run: () => coldPage(body) },
      { name: 'bare', run: () => coldPage(body, []) },
    ],
    { warmUp: 12, timed: 41 },
  );
  return atMost('pipeline.masking', ratio(times.masked, times.bare), '×', 1.05, [
    { name: 'with masking', value: median(times.masked), unit: 'ms' },
    { name: 'without', value: median(times.bare), unit: 'ms' },
  ]);
}

const few = 10_000;
const many = 100_000;

async function scale(): Promise<Entry> {
  const [small, large] = [usersBody(few), usersBody(many)];
  const times = await alternate(
    [
      { name: 'small', run: () => coldPage(small) },
      { name: 'large', run: () => coldPage(large) },
    ],
    { warmUp: 8, timed: 15 },
  );
  return atMost('pipeline.scale', ratio(times.large, times.small) / (many / few), '×', 1.2, [
    { name: '10,000 rows', value: (median(times.small) / few) * 1000, unit: 'µs a row' },
    { name: '100,000 rows', value: (median(times.large) / many) * 1000, unit: 'µs a row' },
  ]);
}
