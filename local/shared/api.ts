/**
 * The wire between the small Confluence in the browser (`local/page`) and the host's server (`local/http`). Types only.
 * Every call is same-origin JSON on the host's origin; the server knows the user by the session cookie.
 */

export interface HostUser {
  accountId: string;
  displayName: string;
  email: string;
  /** `anonymous` has no account; its account id is the platform's literal `unidentified`. */
  role: 'admin' | 'editor' | 'reader' | 'anonymous';
}

export interface HostSpace {
  id: string;
  key: string;
  name: string;
}

/** A macro node in a page's body: which module it shows and its saved configuration. */
export interface MacroNode {
  kind: 'macro';
  localId: string;
  moduleKey: string;
  config: Record<string, unknown> | undefined;
  /** Of a bodied macro: what its editors wrote into it, a document of the editor's format. */
  body?: unknown;
}

export interface TextNode {
  kind: 'paragraph' | 'heading';
  text: string;
}

/** A paragraph with inline macros in it: words and macros by turns, words first and last, be they empty. */
export interface SentenceNode {
  kind: 'sentence';
  parts: (string | MacroNode)[];
}

export type BodyNode = MacroNode | TextNode | SentenceNode;

export interface HostPage {
  id: string;
  spaceId: string;
  title: string;
  status: 'current' | 'draft';
  version: number;
  body: BodyNode[];
}

export interface ModuleInfo {
  /** `macro`, `confluence:globalSettings`, as in the manifest. */
  type: string;
  key: string;
  title: string;
  description?: string;
  icon?: string;
  /** For pages of the app: the last part of their address. */
  route: string;
  /** For what opens above a page: how large, and for byline items what they open as. */
  viewportSize: string | { width: string };
  viewportContainer: 'popup' | 'modal';
  /** For macros: not offered in the editor. */
  isHidden: boolean;
  /** For macros: whether they stand by themselves or in a sentence, and have a body of their own. */
  layout: 'block' | 'inline' | 'bodied' | 'inline-bodied';
  /** For macros: they have a function that returns what of them goes into an exported page. */
  isExported: boolean;
  /** For macros with settings: a dialog of the app's own, or (classic) a form that the host draws and keeps. */
  config?: {
    isClassic: boolean;
    viewportSize: string | { width: string };
    openOnInsert: boolean;
    title: string;
  };
}

/** `GET /api/state`: everything the shell around the app shows. */
export interface HostState {
  site: { name: string; url: string; cloudId: string };
  /** `path` names the app and its environment in the addresses of its pages. */
  app: { name: string; environment: string; path: string };
  user: HostUser;
  users: HostUser[];
  spaces: HostSpace[];
  pages: Pick<HostPage, 'id' | 'spaceId' | 'title' | 'status'>[];
  modules: ModuleInfo[];
  /** For admins: what the manifest has that the host does not model, a sentence each. */
  notModelled: string[];
  /** For admins: what the platform starts by itself, and whether the app does something before it is uninstalled. */
  scheduled: { key: string; interval: string }[];
  leavesTidily: boolean;
  /** True when modules get `extension.location` whose page of the manifest reference does not list it. */
  undocumentedLocation: boolean;
  /** True when the host was started with loopback hosts allowed; the shell says so visibly. */
  loopbackAllowed: boolean;
  /** Extra panels beside the page, brought by whoever started the host (the demo's values with copy buttons). */
  notes: HostNote[];
}

/** A note beside the page: titled rows of values, each with a copy button. */
export interface HostNote {
  title: string;
  text?: string;
  values: { label: string; value: string }[];
}

/** `POST /api/views`: opens a frame of a module; the server keeps the context, the browser only names it. */
export interface OpenViewRequest {
  moduleKey: string;
  /** `main` is the module's own resource, `config` its settings dialog, `resource` one opened by `view.openModal`. */
  surface: 'main' | 'config' | 'resource';
  /** With `surface: 'resource'`: the key of the resource that `view.openModal` named; absent means the module's own. */
  resource?: string;
  /** With `surface: 'resource'`: the opener's `context`, which becomes `extension.modal`. */
  modalContext?: unknown;
  contentId?: string;
  /** For pages and settings of a space. */
  spaceKey?: string;
  macroLocalId?: string;
  /** True while the page is being edited. */
  isEditing?: boolean;
  /** True for the settings of a macro that has just been inserted. */
  isInserting?: boolean;
  /** The configuration in the editor that is not saved yet, for previews and the dialog. */
  config?: Record<string, unknown>;
  body?: unknown;
  theme: 'light' | 'dark';
  locale: string;
  timezone: string;
}

export interface OpenViewReply {
  viewId: string;
  render: 'native' | 'custom';
  /** Where the sandboxed frame loads from: the resource origin, never the host's. */
  frameUrl: string;
  frameOrigin: string;
  /** What `view.getContext()` returns. */
  context: Record<string, unknown>;
}

/** `POST /api/invoke` */
export interface InvokeRequest {
  viewId: string;
  functionKey: string;
  payload?: unknown;
}
export type InvokeReply = { ok: true; body: unknown } | { ok: false; message: string };

/** `POST /api/product`: `requestConfluence` from the browser, as the user. */
export interface ProductRequest {
  viewId: string;
  path: string;
  method?: string;
  headers?: [string, string][];
  body?: string;
}
export interface ProductReply {
  status: number;
  statusText: string;
  headers: Record<string, string>;
  body: string;
}

/**
 * `POST /api/permissions`: the bridge commands `__permission__egressGet` and its siblings. `consented` is what the
 * shell's consent dialog learned; a `set` without it is refused.
 */
export interface PermissionRequest {
  viewId: string;
  command: 'egressGet' | 'egressSet' | 'egressDeleteDomain' | 'egressDeleteGroup' | 'remoteGet' | 'remoteSet';
  payload: unknown;
  consented?: boolean;
}
export interface PermissionReply {
  status: number;
  body: unknown;
}

/** `GET /api/pages/:id/byline`: the entries that apps add below the title, with the words that they have just now. */
export interface BylineItem {
  moduleKey: string;
  title: string;
  tooltip?: string;
}

/** `POST /api/pages`: a new, empty draft in a space; returns the `HostPage`. */
export interface CreatePageRequest {
  spaceId: string;
}

/** `GET /api/pages/:id/versions`: what a page was before, the newest first. */
export interface PageVersion {
  version: number;
  title: string;
}

/** `POST /api/operator/scheduled {moduleKey}` and `/api/operator/uninstall`: how the functions ended. */
export type RunReply = { ok: true } | { ok: false; message: string };

/** `POST /api/exports`: the page as a document for PDF, for Word, or for its export view. */
export interface ExportPageRequest {
  contentId: string;
  exportType: 'pdf' | 'word' | 'other';
}
export interface ExportPageReply {
  title: string;
  nodes: ExportedNode[];
}
export type ExportedNode = TextNode | ExportedMacro | { kind: 'sentence'; parts: (string | ExportedMacro)[] };
/** What the macro's function returned, a document of the editor's format; `fault` where it failed or there is none. */
export interface ExportedMacro {
  kind: 'macro';
  moduleKey: string;
  document?: unknown;
  fault?: string;
}

/** What every call responds with a status of 400 or more. */
export interface ApiRefusal {
  message: string;
}

/** `GET`/`PUT /api/pages/:id`, `POST /api/session {accountId}`. */
export interface SavePageRequest {
  title: string;
  status: 'current' | 'draft';
  body: BodyNode[];
}
