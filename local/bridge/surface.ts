import type { OpenViewReply, PermissionReply, PermissionRequest, ProductReply, ProductRequest } from '../shared/api';
import type { EventBus } from './event-bus';
import type { FrameTheme } from './theme';

/** A flag as `showFlag` of the bridge describes it. */
export interface FlagRequest {
  id: string | number;
  title?: string;
  description?: string;
  type?: 'info' | 'success' | 'warning' | 'error';
  appearance?: 'info' | 'success' | 'warning' | 'error';
  actions?: { text: string; onClick: () => unknown }[];
  isAutoDismiss?: boolean;
}

/** A modal as `openModal` of the bridge describes it. */
export interface ModalRequest {
  resource: string | null;
  onClose: (payload?: unknown) => unknown;
  size: string | { width: string; height?: string };
  context: unknown;
  closeOnEscape: boolean;
  closeOnOverlayClick: boolean;
  title: string;
}

/** What the app asks a site admin to agree to: domains with the kinds of traffic, and the reason it gives. */
export interface ConsentRequest {
  groups: { description: string; domains: { domain: string; types: string[] }[] }[];
}

/** The server's side of the commands that a view sends on. */
export interface ViewApi {
  invoke(functionKey: string, payload: unknown): Promise<unknown>;
  product(request: Omit<ProductRequest, 'viewId'>): Promise<ProductReply>;
  permission(request: Omit<PermissionRequest, 'viewId'>): Promise<PermissionReply>;
}

/** The shell around a view, as far as bridge commands reach into it. */
export interface Shell {
  siteUrl: string;
  /** True when every module learns the address of the page that it stands on. */
  undocumentedLocation: boolean;
  mayConsent: boolean;
  theme(): FrameTheme;
  /** The address of the page that the view stands on. */
  location(): string;
  go(path: string): void;
  reload(): void;
  pathOfPage(pageId: string, edit: boolean): string | undefined;
  pathOfModule(moduleKey: string, spaceKey?: string): string | undefined;
  pathOfSpace(spaceKey: string): string | undefined;
  showFlag(flag: FlagRequest): void;
  closeFlag(id: string | number): void;
  requestConsent(request: ConsentRequest): Promise<boolean>;
  setTitle(title: string): void;
  events: EventBus;
}

/** The place a view is drawn in. A view that cannot be submitted or closed leaves those out. */
export interface ViewPlace {
  moduleKey: string;
  submit?(payload: unknown): Promise<void> | void;
  close?(payload: unknown): void;
  onClose?(callback: () => unknown): void;
  /** Of a page of the app, which has addresses of its own: the `History` of `view.createHistory`. */
  history?(): unknown;
  openModal(request: ModalRequest): void;
  /** In pixels; the width only where the view stands in a line of text. */
  setSize(size: { height: number; width: number | undefined }): void;
  drawDocument?(forgeDoc: unknown): void;
  reportError?(error: unknown): void;
  enableTheming(): Promise<void>;
  ready(): void;
}

/** All that one group of bridge commands may use to reply. */
export interface Surface {
  view: OpenViewReply;
  api: ViewApi;
  shell: Shell;
  place: ViewPlace;
}

/** A response to a bridge command: the value, a promise of it, or a thrown error whose message the app sees. */
export type Command = (payload: unknown, surface: Surface) => unknown;

/** A group of bridge commands by name. */
export type Commands = Readonly<Record<string, Command>>;
