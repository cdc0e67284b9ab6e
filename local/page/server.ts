import type {
  ApiRefusal,
  BylineItem,
  CreatePageRequest,
  ExportPageReply,
  ExportPageRequest,
  HostPage,
  HostState,
  InvokeReply,
  InvokeRequest,
  OpenViewReply,
  OpenViewRequest,
  PageVersion,
  PermissionReply,
  PermissionRequest,
  ProductReply,
  ProductRequest,
  RunReply,
  SavePageRequest,
} from '../shared/api';

/** A call that the host refused: the HTTP status and its sentence. */
export class ServerRefusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

async function send<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (response.ok) return (text ? JSON.parse(text) : undefined) as T;
  throw new ServerRefusal(
    response.status,
    readRefusal(text) ?? `The host responded to ${path} with ${response.status}.`,
  );
}

function readRefusal(text: string): string | null {
  try {
    return (JSON.parse(text) as Partial<ApiRefusal>).message ?? null;
  } catch {
    return null;
  }
}

function pagePath(id: string): string {
  return `/api/pages/${encodeURIComponent(id)}`;
}

/** What went wrong, in words. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The host's server, one function a call; each rejects with a `ServerRefusal` when the host says no. */
export const server = {
  state: () => send<HostState>('GET', '/api/state'),
  signInAs: (accountId: string) => send<unknown>('POST', '/api/session', { accountId }),
  page: (id: string) => send<HostPage>('GET', pagePath(id)),
  byline: (id: string) => send<BylineItem[]>('GET', `${pagePath(id)}/byline`),
  createPage: (request: CreatePageRequest) => send<HostPage>('POST', '/api/pages', request),
  dropDraft: (id: string) => send<unknown>('DELETE', pagePath(id)),
  copyPage: (id: string) => send<HostPage>('POST', `${pagePath(id)}/copy`),
  movePage: (id: string, spaceId: string) => send<HostPage>('POST', `${pagePath(id)}/move`, { spaceId }),
  versions: (id: string) => send<PageVersion[]>('GET', `${pagePath(id)}/versions`),
  restore: (id: string, version: number) => send<HostPage>('POST', `${pagePath(id)}/restore`, { version }),
  runScheduled: (moduleKey: string) => send<RunReply>('POST', '/api/operator/scheduled', { moduleKey }),
  uninstall: () => send<RunReply>('POST', '/api/operator/uninstall'),
  savePage: (id: string, request: SavePageRequest) => send<HostPage>('PUT', pagePath(id), request),
  exportPage: (request: ExportPageRequest) => send<ExportPageReply>('POST', '/api/exports', request),
  openView: (request: OpenViewRequest) => send<OpenViewReply>('POST', '/api/views', request),
  product: (request: ProductRequest) => send<ProductReply>('POST', '/api/product', request),
  permission: (request: PermissionRequest) => send<PermissionReply>('POST', '/api/permissions', request),

  /** What the app's function returned; rejects with its error message. */
  invoke: async (request: InvokeRequest): Promise<unknown> => {
    const reply = await send<InvokeReply>('POST', '/api/invoke', request);
    if (reply.ok) return reply.body;
    throw new Error(reply.message);
  },
};
