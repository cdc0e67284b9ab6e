import type { Authentication, TypedSecrets } from './authentication';
import type { Badge, Health } from './grant';
import type { WhoSignsIn } from './own-account';

/** Which spaces may show the data source. There is no default: *all spaces* is chosen explicitly. */
export type AllowedSpaces = { mode: 'all' } | { mode: 'named'; spaceIds: string[] } | { mode: 'undecided' };

/** `requestMethods` says what each is. */
export type RequestMethod = 'GET' | 'POST' | 'PROPFIND' | 'REPORT' | 'SEARCH';

export interface RequestSettings {
  method: RequestMethod;
  /** May hold `{variable}` placeholders below the origin. */
  url: string;
  /** Query parameters added to the URL, in order; they are encoded, so a name such as `$top` is written plainly. */
  parameters: { name: string; value: string }[];
  headers: HeaderSettings[];
  body: RequestBody;
  /** An admin says of a POST that it changes nothing; without it no reader's own account sends one. */
  onlyReads?: boolean;
}

/** A `{variable}` of the request, and the value it has where a panel gives none. */
export interface RequestVariable {
  name: string;
  defaultValue: string;
}

export type ResponseFormat = 'auto' | 'json' | 'ndjson' | 'csv' | 'tsv' | 'xml';

/** How a table in text is written. What is absent is found out. */
export interface CsvSettings {
  /** One character between cells. */
  separator?: string;
  /** One character around cells; empty where cells are never quoted. */
  quote?: string;
  /** Number of the line that names the columns, counted from 1; 0 where none does. */
  headerLine?: number;
  /** Lines that begin with it are passed over. */
  comment?: string;
}

export interface ResponseSettings {
  /** `auto` goes by the content type and the first bytes. */
  format: ResponseFormat;
  /** Name of the character set (WHATWG Encoding section 4.2), where the response does not state the right one. */
  charset?: string;
  /** For CSV and TSV. */
  csv?: CsvSettings;
  /** JSONPath to the error that a response with status 200 may carry; empty where the API has none. */
  errorSelector: string;
  /** Absent where every response has its result. */
  notReady?: NotReady;
}

/** How a response says that its result is not there yet, as after a statement that is still running. */
export interface NotReady {
  /** JSONPath to the word that says so. */
  selector: string;
  /** The words, in any case. */
  values: string[];
  /** JSONPath to the address of the result; empty where the same request is sent again. */
  urlSelector: string;
}

/** Where a read stops; each has an upper bound of its own. What was read until then is kept. */
export interface ReadLimits {
  pages: number;
  rows: number;
  megabytes: number;
  seconds: number;
  /** Requests a minute to the data source, of all readers together; 120 where absent. */
  requestsPerMinute?: number;
}

/** How old rows may be, each counted from when they were read. */
export interface Freshness {
  /** Younger rows are shown without a request to the source. */
  freshSeconds: number;
  /** Younger rows are shown at once, while new ones are fetched behind them. */
  staleSeconds: number;
  /** Younger rows are shown when the source fails; older ones are never shown. */
  keepSeconds: number;
}

/** A header of every request. The value of a secret one travels apart and is sent as it was typed. */
export interface HeaderSettings {
  name: string;
  /** Empty where `secret`. */
  value: string;
  secret: boolean;
}

/** What a request carries; that of a GET is `none`. */
export type RequestBody =
  | { kind: 'none' }
  | { kind: 'json'; text: string }
  | { kind: 'form'; fields: { name: string; value: string }[] }
  | { kind: 'text'; text: string; contentType: string }
  /** `variables` is JSON text. */
  | { kind: 'graphql'; query: string; variables: string };

/** Where a cursor or a number goes; in a body, `name` is a path such as `variables.after` or `params[0].cursor`. */
export interface PageTarget {
  in: 'parameter' | 'body' | 'header';
  name: string;
}

/** A value of a response that goes into the next request: a JSONPath to it, or the header that holds it. */
export interface PageValue {
  from: 'body' | 'header';
  name: string;
  target: PageTarget;
}

/** A value of a response that the next request is written with, as `{name}`. */
export interface NamedPageValue {
  name: string;
  selector: string;
  /** What an earlier response gave counts where this one has none, such as the ID of a statement. */
  isKept?: boolean;
}

/** What a response says of how much there is. */
export interface PageTotal {
  of: 'rows' | 'pages';
  /** Absent where the body says it. */
  from?: 'header';
  /** JSONPath to a number, or the name of the header. */
  selector: string;
}

/** How the next page is found. Selectors are JSONPath and are applied to the whole response. */
export type Pagination =
  /** `firstPageOnly`: more than the first response is not wanted, so nothing is said of it. */
  | { style: 'none'; firstPageOnly?: boolean }
  | { style: 'odata-next-link' }
  /** `Link` header with `rel="next"` (RFC 8288). `method`: of the further requests, where the first is none. */
  | { style: 'link-header'; method?: 'GET' }
  /** `moreSelector` leads to what is false on the last page; empty or absent where the API has none. */
  | { style: 'next-url'; selector: string; moreSelector?: string; method?: 'GET' }
  /** A response header that holds the address of the next page. */
  | { style: 'header-url'; header: string; method?: 'GET' }
  /** `only`: the parameters or body fields that go along with the cursor; all where absent. */
  | { style: 'cursor'; selector: string; moreSelector: string; target: PageTarget; only?: string[] }
  /** Values from headers, or several at once. The page without any of them is the last. */
  | { style: 'values'; values: PageValue[]; moreSelector?: string }
  /** An object whose members all go back under their own names, such as MediaWiki's `continue`. */
  | { style: 'continuation-object'; selector: string; target: 'parameter' | 'body' }
  /**
   * Another request than the first, with `{name}` where a value goes, and `{part}` for the number of the next page, counted
   * from 1 after the first response. `body` is JSON text, empty for none. `partsSelector` leads to how many parts there are,
   * that of the first response included, as a number or as a list of them.
   */
  | {
      style: 'next-request';
      method: RequestMethod;
      /** Absolute, from the root (`/x`), or below the first URL (`x`); on the same origin. */
      url: string;
      body: string;
      values: NamedPageValue[];
      moreSelector: string;
      partsSelector: string;
    }
  /** `itemsSelector` leads to the list that is counted; empty where the longest list near the top is meant. */
  | { style: 'page-number'; target: PageTarget; start: number; itemsSelector: string; total?: PageTotal }
  /** `limit` is requested with each page, unless its name is empty; `start` is 1 where the first row has that number, as in SCIM. */
  | {
      style: 'offset-limit';
      offset: PageTarget;
      limit: PageTarget;
      pageSize: number;
      start: number;
      itemsSelector: string;
      total?: PageTotal;
    };

/** All a data source is, without its secrets. */
export interface DataSourceSettings {
  name: string;
  request: RequestSettings;
  authentication: Authentication;
  pagination: Pagination;
  variables: RequestVariable[];
  response: ResponseSettings;
  limits: ReadLimits;
  /** 5 minutes, 1 hour and 7 days where absent. */
  freshness?: Freshness;
  allowedSpaces: AllowedSpaces;
}

export interface DataSourceView {
  id: string;
  rev: number;
  /** When it was saved last, and by whom; without a name where the account is gone. */
  saved: { at: number; by?: string };
  settings: DataSourceSettings;
  /** Which secrets are stored; their values never leave. */
  storedSecrets: Partial<Record<string, boolean>>;
  badge: Badge;
  health: Health;
  /** The panels that go with it when it is deleted. */
  panels: { id: string; name: string }[];
}

export interface DataSourceSummary {
  id: string;
  name: string;
  /** Host of the request URL. */
  host: string;
  authenticationType: Authentication['type'];
  /** One account for all where absent. */
  whoSignsIn?: WhoSignsIn;
  badge: Badge;
  health: Health;
  panelCount: number;
}

/** The form as it stands: of a stored data source (`id`), of a draft that *Authenticate* made (`draftId`), or of neither. */
export interface DataSourceForm {
  id?: string;
  /** The revision the form was opened with; a save over a newer one is refused with `conflict`. */
  rev?: number;
  draftId?: string;
  settings: DataSourceSettings;
  secrets: TypedSecrets;
  /** Values for the request's variables, for a test. */
  sampleValues?: Record<string, string>;
}
