import type { RequestMethod } from '../../../../src/shared/contract';
import { requestMethod, requestMethods, takesBody } from '../../../../src/shared/request-methods';
import { bodyOf, type DataPiece } from './curl-body';
import { takeAuthentication } from './curl-authentication';
import type { CurlField, CurlRequest, ParsedCurl } from './curl-request';
import { type Option, optionRefusal, readOptions } from './options';
import { isSecret } from '../../form-model/data-source/credential-names';
import { shellWords } from './shell-words';

/**
 * The request that a curl command makes, in the parts of the form, with every credential marked; or plain sentences that
 * name what cannot be followed. Nothing is sent and nothing read: `@file` is refused. Never throws.
 */
export function parseCurl(command: string): ParsedCurl {
  const { words, refusal } = shellWords(command.trim());
  if (words === undefined) return refused(refusal);
  const [program = '', ...rest] = words[0] === '$' ? words.slice(1) : words;
  if (!/^(?:.*[/\\])?curl(?:\.exe)?$/i.test(program))
    return refused('This is not a curl command. A curl command starts with curl.');
  const read = readOptions(rest);
  if (read.options === undefined) return refused(read.refusal);
  const gathered = gather(read.options);
  return gathered.refusals.length > 0 ? { refusals: [...new Set(gathered.refusals)] } : assemble(gathered);
}

const refused = (refusal: string): ParsedCurl => ({ refusals: [refusal] });

interface Gathered {
  urls: string[];
  method?: string;
  headers: CurlField[];
  query: string[];
  data: DataPiece[];
  user?: string;
  isGet: boolean;
  isHead: boolean;
  isDigest: boolean;
  notes: string[];
  refusals: string[];
}

function gather(options: readonly Option[]): Gathered {
  const gathered: Gathered = {
    urls: [],
    headers: [],
    query: [],
    data: [],
    isGet: false,
    isHead: false,
    isDigest: false,
    notes: [],
    refusals: [],
  };
  for (const option of options) take(gathered, option);
  return gathered;
}

function take(gathered: Gathered, { name, effect, value }: Option): void {
  switch (effect) {
    case 'url':
      return void gathered.urls.push(value);
    case 'method':
      gathered.method = value.toUpperCase();
      return;
    case 'get':
      gathered.isGet = true;
      return;
    case 'head':
      gathered.isHead = true;
      return;
    case 'digest':
      gathered.isDigest = true;
      return;
    case 'user':
      gathered.user = value;
      return;
    case 'header':
      return takeHeader(gathered, value);
    case 'bearer':
      return void gathered.headers.push(field('Authorization', `Bearer ${value}`));
    case 'user-agent':
      return void gathered.headers.push(field('User-Agent', value));
    case 'referer':
      return void gathered.headers.push(field('Referer', value.replace(/;auto$/, '')));
    case 'cookie':
      return value.includes('=')
        ? void gathered.headers.push(field('Cookie', value))
        : refuseFile(gathered, name, value);
    case 'url-query':
      return takeData(gathered, name, 'data-urlencode', value, (piece) => gathered.query.push(piece.text));
    case 'data':
    case 'data-raw':
    case 'data-urlencode':
    case 'json':
      return takeData(gathered, name, effect, value, (piece) => gathered.data.push(piece));
    case 'refused':
    case 'refused-value':
      return void gathered.refusals.push(optionRefusal(name));
    case 'ignored':
    case 'ignored-value':
      return;
  }
}

const field = (name: string, value: string): CurlField => ({ name, value, secret: isSecret(name, value) });

function refuseFile(gathered: Gathered, option: string, file: string): void {
  gathered.refusals.push(
    `${option} reads the file ${file}, which is on another machine. Put its content in the command.`,
  );
}

function takeHeader(gathered: Gathered, text: string): void {
  if (text.startsWith('@')) return refuseFile(gathered, '-H', text.slice(1));
  const [, name, value = ''] = /^([!#$%&'*+.^_`|~\w-]+)\s*[:;]([\s\S]*)$/.exec(text) ?? [];
  if (name === undefined)
    return void gathered.refusals.push('A header of the command has no name. It looks like "Name: value".');
  if (/[\r\n\0]/.test(value)) return void gathered.refusals.push(`The header ${name} has more than one line.`);
  if (/^(?:host|content-length|connection|accept-encoding|transfer-encoding)$/i.test(name)) {
    return void gathered.notes.push(`The header ${name} is left out, because the app sets it itself.`);
  }
  if (value.trim() !== '') gathered.headers.push(field(name, value.trim()));
}

function takeData(
  gathered: Gathered,
  option: string,
  effect: DataPiece['effect'],
  value: string,
  add: (piece: DataPiece) => void,
): void {
  const file = effect === 'data-urlencode' ? /^[^=@]*@([\s\S]*)$/.exec(value)?.[1] : /^@([\s\S]*)$/.exec(value)?.[1];
  if (file !== undefined && effect !== 'data-raw') return refuseFile(gathered, option, file);
  add({ effect, text: effect === 'data-urlencode' ? urlEncoded(value) : value });
}

/** `name=content` keeps its name; `=content` and `content` are encoded whole (curl's manual, `--data-urlencode`). */
function urlEncoded(value: string): string {
  const equals = value.indexOf('=');
  const name = equals > 0 ? `${value.slice(0, equals)}=` : '';
  return name + encodeURIComponent(value.slice(equals + 1).replace(/\p{Surrogate}/gu, '\ufffd'));
}

const inWords = (words: readonly string[]) => new Intl.ListFormat('en-GB').format(words);

function assemble(gathered: Gathered): ParsedCurl {
  const url = onlyUrl(gathered);
  if (typeof url === 'string') return refused(url);
  const inQuery = gathered.isGet || gathered.isHead ? gathered.data.map(({ text }) => text) : [];
  const data = inQuery.length > 0 ? [] : gathered.data;
  const method = gathered.method ?? (gathered.isHead ? 'HEAD' : data.length > 0 ? 'POST' : 'GET');
  if (method === 'HEAD') gathered.notes.push('The command requests headers only. A data source needs the content.');
  const sent = method === 'HEAD' ? 'GET' : requestMethod(method);
  if (!sent) return refused(`The method ${method} changes data. Only ${inWords(requestMethods)} can be used here.`);
  const parameters = [url.search.slice(1), ...gathered.query, ...inQuery].flatMap(parametersOf);
  return { request: requestOf(gathered, url, parameters, sent, data) };
}

function requestOf(
  gathered: Gathered,
  url: URL,
  parameters: CurlField[],
  method: RequestMethod,
  data: readonly DataPiece[],
): CurlRequest {
  if (!takesBody(method) && data.length > 0)
    gathered.notes.push('The body is left out, because a GET request has none here.');
  const { body, headers } = bodyOf(takesBody(method) ? data : [], gathered.headers);
  const user = gathered.user ?? userInfoOf(url);
  const credentials = takeAuthentication(headers, parameters, user, gathered.isDigest);
  const plain = `${url.origin}${url.pathname}`;
  const notes = [...gathered.notes, ...credentials.notes];
  return { method, url: plain, body, ...credentials, notes };
}

function onlyUrl({ urls }: Gathered): URL | string {
  const [first, ...others] = urls;
  if (first === undefined) return 'The command contains no URL.';
  if (others.length > 0)
    return 'The command contains more than one URL. Keep one, and put quotes around text with spaces.';
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(first) ? first : `https://${first}`;
  if (!URL.canParse(text)) return 'The URL in the command is not valid.';
  const url = new URL(text);
  return /^https?:$/.test(url.protocol)
    ? url
    : `The URL of the command must start with https://, not ${url.protocol}//`;
}

function userInfoOf({ username, password }: URL): string | undefined {
  return username === '' && password === '' ? undefined : `${decoded(username)}:${decoded(password)}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parametersOf(query: string): CurlField[] {
  return [...new URLSearchParams(query)].map(([name, value]) => field(name, value));
}
