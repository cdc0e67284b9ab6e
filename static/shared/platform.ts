import { events, permissions, router, view } from '@forge/bridge';
import { EgressType } from '@forge/egress';

/** What the screens use of the platform's view context. It is browser data: shown or passed on, never trusted. */
export interface ViewContext {
  accountId?: string;
  /** Of the site. */
  cloudId?: string;
  locale: string;
  timezone: string;
  localId: string;
  moduleKey: string;
  siteUrl?: string;
  extension: Record<string, unknown>;
}

/** A group of hosts that the site has approved for requests of the app's functions. */
export interface EgressGroup {
  key: string;
  description: string;
  /** Origins such as `https://api.example.com`, or wildcards such as `*.example.com`. */
  domains: string[];
}

interface ConfiguredGroup {
  key: string;
  description: string;
  configured: { domain: string; type: string[] }[];
}

/** The view context, as soon as the platform has it. */
export async function viewContext(): Promise<ViewContext> {
  const { accountId, cloudId, locale, timezone, localId, moduleKey, siteUrl, extension } = await view.getContext();
  return { accountId, cloudId, locale, timezone, localId, moduleKey, siteUrl, extension };
}

/** Resolves when the platform's design tokens stand for the reader's theme; they follow when it changes. */
export function enableTheme(): Promise<void> {
  return view.theme.enable();
}

/** Tells the platform that the macro has drawn its content, so that an export may take it. */
export function reportReady(): Promise<void> {
  return view.emitReadyEvent();
}

/** Calls the listener whenever the macro's settings were saved while it is on the screen; a page may tell of it or not. */
export async function onMacroConfigChange(listener: () => void): Promise<void> {
  await events.on('FORGE_CORE_MACRO_CONFIG_CHANGED', listener);
}

/**
 * Opens an address in a new tab. Browsers allow it only within some five seconds of a click.
 * @throws when the person declines to leave or the browser blocks the tab.
 */
export function openTab(url: string): Promise<void> {
  return router.open(url);
}

/** Opens *My connections* in a new tab; nothing happens where none opens. */
export async function openConnections(): Promise<void> {
  await router.open({ target: 'module', moduleKey: 'my-connections' }).catch(() => undefined);
}

/** Leaves this page for another one of the site. */
export function goTo(path: string): Promise<void> {
  return router.navigate(path);
}

/** The address of a page of the app, which its view can neither see nor change otherwise. */
export function pageHistory(): ReturnType<typeof view.createHistory> {
  return view.createHistory();
}

function readGroup({ key, description, configured }: ConfiguredGroup): EgressGroup {
  const forFunctions = configured.filter(({ type }) => type.includes(EgressType.FetchBackendSide));
  return { key, description, domains: forFunctions.map(({ domain }) => domain) };
}

/** All groups of approved hosts; needs no admin. */
export async function approvedGroups(): Promise<EgressGroup[]> {
  const groups: EgressGroup[] = [];
  let nextPageToken: string | undefined;
  do {
    const page = await permissions.egress.get({ nextPageToken });
    groups.push(...page.results.map(readGroup));
    nextPageToken = page.lastEvaluatedKey;
  } while (nextPageToken);
  return groups;
}

/**
 * Asks for approval of whole groups, which the platform does in a dialog of its own.
 * @throws when the person declines or may not approve hosts; the platform's words tell the two apart by no code.
 */
export async function approveGroups(groups: EgressGroup[]): Promise<void> {
  const egresses = groups.map(({ key, description, domains }) => ({
    key,
    description,
    configured: domains.map((domain) => ({ domain, type: [EgressType.FetchBackendSide] })),
  }));
  await permissions.egress.set({ egresses });
}

/** Takes back the approval of one host. */
export async function withdrawDomain(key: string, domain: string): Promise<void> {
  await permissions.egress.deleteDomain({ key, domain, type: EgressType.FetchBackendSide });
}
