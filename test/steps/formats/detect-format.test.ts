import { charsetOf } from '../../../src/formats/charset';
import { detectFormat } from '../../../src/formats/detect-format';
import type { Format } from '../../../src/formats/format';
import { decodeBody } from '../../../src/formats/decode';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('the format of a response', () => {
  it.each<[string, string, Format | 'unknown']>([
    ['application/json', '{"a":1}', 'json'],
    ['application/json; charset=utf-8', '[1]', 'json'],
    ['application/problem+json', '{}', 'json'],
    ['application/hal+json', '', 'json'],
    ['application/x-ndjson', '{"a":1}\n{"a":2}', 'ndjson'],
    ['application/x-ndjson', '', 'ndjson'],
    ['application/json', '{"a":1}\n{"a":2}', 'ndjson'],
    ['application/json', '{\n  "a": 1\n}', 'json'],
    ['text/csv', 'a,b', 'csv'],
    ['text/csv', '{"a",b', 'csv'],
    ['text/csv; header=present', '<a>,b', 'csv'],
    ['text/tab-separated-values', 'a\tb', 'tsv'],
    ['application/xml', '<a/>', 'xml'],
    ['application/atom+xml', '<feed>', 'xml'],
    ['text/xml', '<?xml version="1.0"?><a/>', 'xml'],
    ['text/html', '<!DOCTYPE html>', 'html'],
    ['application/json', '<!DOCTYPE html><p>Sign in', 'html'],
    ['text/csv', '  <html>', 'html'],
    ['application/xml', '<?xml version="1.0"?><!DOCTYPE html>', 'html'],
    ['text/html', '{"a":1}', 'json'],
    ['text/html', '<?xml version="1.0"?><a/>', 'xml'],
    ['text/plain', '{"a":1}', 'json'],
    ['text/plain', '\ufeff[1]', 'json'],
    ['text/plain', 'a;b\n1;2', 'csv'],
    ['application/octet-stream', 'a\tb', 'tsv'],
    ['', '<rss version="2.0">', 'xml'],
    ['', '<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "rss.dtd"><rss/>', 'xml'],
    ['', '<!-- made by hand --><rss/>', 'xml'],
    ['text/plain', ")]}'\n[1]", 'json'],
    ['application/javascript', 'while(1);{"a":1}', 'json'],
    ['application/javascript', 'show({"a":1, "b":2});', 'json'],
    ['application/json-seq', '\u001e{"a":1}\n\u001e{"a":2}', 'ndjson'],
    ['', 'OK', 'unknown'],
    ['', '', 'unknown'],
  ])('of %j that begins with %j is %s', (contentType, start, format) => {
    expect(detectFormat(contentType, utf8(start))).toBe(format);
  });

  it('is found in UTF-16', () => {
    expect(detectFormat('', Buffer.from('\ufeff{"a":1}', 'utf16le'))).toBe('json');
  });
});

describe('the character set of a body', () => {
  it.each<[string, Uint8Array, string]>([
    ['text/csv; charset=ISO-8859-1', utf8('x'), 'iso-8859-1'],
    ['text/csv; charset="windows-1252"', utf8('x'), 'windows-1252'],
    ['text/csv; charset=nonsense', utf8('x'), 'utf-8'],
    ['text/csv', utf8('x'), 'utf-8'],
    ['text/csv', utf8('é'), 'utf-8'],
    ['text/csv', Uint8Array.of(0xe9, 0x78), 'windows-1252'],
    ['application/json', Buffer.from('{"a":"é"}', 'latin1'), 'windows-1252'],
    ['text/csv; charset=utf-8', Uint8Array.of(0xe9, 0x78), 'utf-8'],
    ['', Buffer.from('<?xml version="1.0"?>', 'utf16le'), 'utf-16le'],
    ['', Buffer.from('{"a":1}', 'utf16le'), 'utf-16le'],
    ['text/csv', Buffer.from('a;b\n1;2', 'utf16le'), 'utf-16le'],
    ['text/csv', Buffer.from('a;b\n1;2', 'utf16le').swap16(), 'utf-16be'],
    ['text/csv; charset=utf-8', Buffer.from('Ort;Größe\r\nKöln;1\r\n', 'utf16le'), 'utf-16le'],
    ['text/csv', Buffer.from('氏名,年齢\r\n田中,30\r\n𠮷田,41\r\n', 'utf16le'), 'utf-16le'],
    ['text/plain', Buffer.from(`Имя\tГород\r\n${'Ёлка\tОмск\r\n'.repeat(900)}`, 'utf16le').swap16(), 'utf-16be'],
    ['text/csv', Buffer.from(`a;b\n${'x'.repeat(2043)}𠮷`, 'utf16le'), 'utf-16le'],
    ['text/csv', Buffer.from('a\0b\0c', 'latin1'), 'utf-8'],
    ['text/csv', Uint8Array.of(0x61, 0, 0x62, 0, 0x63, 0xd8, 0x64, 0), 'windows-1252'],
    ['text/csv', Uint8Array.of(0x61, 0, 1, 0), 'utf-8'],
    ['text/csv', Uint8Array.of(0x61, 0, 0, 0x62), 'utf-8'],
    ['text/csv; charset=iso-8859-1', utf8('\ufeffx'), 'utf-8'],
    ['', Buffer.from('\ufeffx', 'utf16le'), 'utf-16le'],
    ['', Uint8Array.of(0xfe, 0xff, 0, 0x78), 'utf-16be'],
    ['application/xml', utf8('<?xml version="1.0" encoding="ISO-8859-15"?>'), 'iso-8859-15'],
    ['application/xml; charset=utf-8', utf8('<?xml version="1.0" encoding="ISO-8859-15"?>'), 'utf-8'],
  ])('of %j is %s', (contentType, body, charset) => {
    expect(charsetOf(contentType, body)).toBe(charset);
  });

  it.each<[string, Uint8Array]>([
    ['text/plain; charset=latin1', Uint8Array.of(0xe9)],
    ['text/plain', Buffer.from('\ufeffé', 'utf16le')],
    ['text/plain', Uint8Array.of(0xfe, 0xff, 0, 0xe9)],
    ['text/plain', utf8('é')],
    ['text/plain', Uint8Array.of(0xe9)],
  ])('lets a body of %j be decoded', (contentType, body) => {
    expect(decodeBody(body, contentType)).toBe('é');
  });

  it('has the euro sign and typographic quotes in windows-1252, however it is called', () => {
    const bytes = Uint8Array.of(0x80, 0x93, 0x94, 0x8e, 0x81, 0xa4);
    for (const contentType of ['text/csv; charset=windows-1252', 'text/csv; charset=iso-8859-1', 'text/csv']) {
      expect(decodeBody(bytes, contentType)).toBe('€“”Ž\u0081¤');
    }
    expect(decodeBody(Uint8Array.of(0xa4), 'text/csv; charset=iso-8859-15')).toBe('€');
  });

  it('is the one that is set, whatever the response says', () => {
    expect(decodeBody(Uint8Array.of(0x83, 0x65), 'text/csv; charset=utf-8', 'Shift_JIS')).toBe('テ');
  });
});
