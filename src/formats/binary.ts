import { hasControls } from './control-characters';
import { decodeBody } from './decode';

interface Signature {
  /** As the bytes read one character each. */
  start: string;
  name: string;
}

const signatures: readonly Signature[] = [
  { start: '%PDF-', name: 'a PDF document' },
  { start: '\u00d0\u00cf\u0011\u00e0', name: 'an old Excel or Word file (.xls, .doc)' },
  { start: '\u001f\u008b', name: 'a damaged gzip file' },
  { start: 'BZh', name: 'a bzip2 file' },
  { start: "7z\u00bc\u00af'\u001c", name: 'a 7z archive' },
  { start: '\u0028\u00b5\u002f\u00fd', name: 'a Zstandard file' },
  { start: '\u00fd7zXZ', name: 'an xz file' },
  { start: 'Rar!\u001a', name: 'a RAR archive' },
  { start: 'PAR1', name: 'a Parquet file' },
  { start: 'ARROW1', name: 'an Arrow file' },
  { start: 'Obj\u0001', name: 'an Avro file' },
  { start: 'SQLite format 3\u0000', name: 'a SQLite database' },
  { start: '\u0089PNG', name: 'a picture' },
  { start: '\u00ff\u00d8\u00ff', name: 'a picture' },
  { start: 'GIF8', name: 'a picture' },
];

/** What stands in the first entries of a ZIP archive that is a document. */
const insideZip: readonly (readonly [RegExp, string])[] = [
  [/xl\/|spreadsheetml/, 'an Excel workbook (.xlsx)'],
  [/word\/|wordprocessingml/, 'a Word document (.docx)'],
  [/ppt\/|presentationml/, 'a PowerPoint presentation (.pptx)'],
  [/opendocument\.spreadsheet/, 'an OpenDocument spreadsheet (.ods)'],
];

/** Media types of binary data that has no signature of its own. */
const byMediaType: readonly (readonly [RegExp, string])[] = [
  [/protobuf/, 'Protocol Buffers'],
  [/^application\/grpc/, 'gRPC'],
  [/msgpack|messagepack/, 'MessagePack'],
  [/^application\/cbor/, 'CBOR'],
];

const looked = 4096;

/**
 * What a body of binary data is, with its article, as in "an Excel workbook (.xlsx)"; `undefined` for text, in the character
 * set that is set for it or else found.
 */
export function binaryName(contentType: string, body: Uint8Array, setCharset?: string): string | undefined {
  const first = body[0];
  if (first === 0x7b || first === 0x5b || first === 0x3c) return undefined; // JSON and XML, nearly always
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(looked, body.byteLength)).toString('latin1');
  if (start.startsWith('PK\u0003\u0004')) return nameOfZip(body);
  const signed = signatures.find((signature) => start.startsWith(signature.start))?.name;
  if (signed !== undefined) return signed;
  if (!hasControls(start) || !hasControls(decodeBody(body.subarray(0, looked), contentType, setCharset)))
    return undefined;
  return byMediaType.find(([pattern]) => pattern.test(contentType.toLowerCase()))?.[1] ?? 'binary data';
}

/** A ZIP archive names its files at its beginning and once more at its end (APPNOTE section 4.3.12). */
function nameOfZip(body: Uint8Array): string {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const names = bytes.subarray(0, looked).toString('latin1') + bytes.subarray(-2 * looked).toString('latin1');
  return insideZip.find(([pattern]) => pattern.test(names))?.[1] ?? 'a ZIP archive';
}
