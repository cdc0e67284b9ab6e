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
  PermissionReply,
  PermissionRequest,
  ProductReply,
  ProductRequest,
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

async function send<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<T> {
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

/** What went wrong, in words. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The host's server, one function a call; each rejects with a `ServerRefusal` when the host says no. */
export const server = {
  state: () => send<HostState>('GET', '/api/state'),
  signInAs: (accountId: string) => send<unknown>('POST', '/api/session', { accountId }),
  page: (id: string) => send<HostPage>('GET', `/api/pages/${encodeURIComponent(id)}`),
  byline: (id: string) => send<BylineItem[]>('GET', `/api/pages/${encodeURIComponent(id)}/byline`),
  createPage: (request: CreatePageRequest) => send<HostPage>('POST', '/api/pages', request),
  savePage: (id: string, request: SavePageRequest) =>
    send<HostPage>('PUT', `/api/pages/${encodeURIComponent(id)}`, request),
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
