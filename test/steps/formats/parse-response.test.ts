import { parseResponse } from '../../../src/formats/parse-response';
import { Problem } from '../../../src/shared/problem';

const parse = (bytes: Uint8Array, contentType = '', format: 'auto' | 'json' | 'csv' = 'auto') =>
  parseResponse({ bytes, contentType }, { dataSourceName: 'Orders', format });

/** An archive as it begins and ends, with the names of its files at both. */
const zipOf = (...names: string[]) =>
  Buffer.from(`PK\u0003\u0004..${names.join('PK..')}PK\u0001\u0002${names.join()}`, 'latin1');

describe('a response that is no text', () => {
  it.each<[string, Uint8Array, string]>([
    ['an Excel workbook (.xlsx)', zipOf('[Content_Types].xml', 'xl/workbook.xml'), ''],
    ['a Word document (.docx)', zipOf('word/document.xml'), 'application/octet-stream'],
    ['an OpenDocument spreadsheet (.ods)', zipOf('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), ''],
    ['a ZIP archive', zipOf('orders.csv'), 'text/csv'],
    ['a PDF document', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
    ['an old Excel or Word file (.xls, .doc)', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'text/csv'],
    ['a Parquet file', Buffer.from('PAR1\u0015\u0000'), ''],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'application/json'],
    ['MessagePack', Uint8Array.of(0x82, 0xa1, 0x61, 0x01), 'application/x-msgpack'],
    ['binary data', Uint8Array.of(0x0a, 0x03, 0x61, 0x62, 0x00), 'application/octet-stream'],
    ['binary data', Uint8Array.of(0x41, 0x00, 0x02, 0x00, 0x43, 0x00), 'text/csv'],
    ['binary data', Buffer.from('a;b\n\0\0;2', 'utf16le'), 'text/csv; charset=utf-16le'],
    ['a stream of events (SSE)', new Uint8Array(), 'text/event-stream; charset=utf-8'],
    ['a stream of events (SSE)', Buffer.from('event: row\ndata: {"a":1}\n\n'), 'text/plain'],
  ])('is called %s', (name, bytes, contentType) => {
    for (const format of ['auto', 'csv', 'json'] as const) {
      const attempt = () => parse(bytes, contentType, format);
      expect(attempt).toThrow(Problem);
      expect(attempt).toThrow(`Orders returned ${name}, which the app does not read.`);
    }
  });

  it.each<[string, Uint8Array]>([
    ['UTF-16', Buffer.from('\ufeffa;b\n1;2', 'utf16le')],
    ['UTF-16 without a mark', Buffer.from('a;b\n1;2', 'utf16le')],
    ['UTF-16 without a mark, its halves swapped', Buffer.from('a;b\n1;2', 'utf16le').swap16()],
    ['tabs, form feeds and escapes', Buffer.from('a;b\tc\f\u001b\n1;2')],
    ['words that begin like a signature', Buffer.from('PK;BZ\n1;2')],
  ])('is not thought of where text holds %s', (_, bytes) => {
    expect(parse(bytes, 'text/csv').document).toHaveLength(1);
  });
});

describe('what is to be known of a response', () => {
  it('is that its character set was guessed', () => {
    const { document, hints, warnings } = parse(Buffer.from('name;n\nMüller;1', 'latin1'), 'text/csv');
    expect(document).toEqual([expect.objectContaining({ name: 'Müller' })]);
    expect(hints).toEqual([expect.stringContaining('It was read as windows-1252')]);
    expect(warnings).toEqual([]);
  });

  it.each([
    ['UTF-8', Buffer.from('name;n\nMüller;1'), 'text/csv'],
    ['a stated set', Buffer.from('name;n\nMüller;1', 'latin1'), 'text/csv; charset=iso-8859-1'],
  ])('is nothing for %s', (_, bytes, contentType) => {
    expect(parse(bytes, contentType)).toMatchObject({ hints: [], warnings: [] });
  });

  it('is once what many lines were read in spite of', () => {
    const { document, warnings } = parse(Buffer.from('{"n":NaN}\n{"n":NaN}\n'), 'application/x-ndjson');
    expect(document).toEqual([{ n: null }, { n: null }]);
    expect(warnings).toHaveLength(1);
  });
});
