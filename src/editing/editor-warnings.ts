import { healthRecords } from '../data-sources/health';
import { getDataSource } from '../data-sources/data-source-store';
import { badgeOf } from '../grants/badge';
import { grantId } from '../grants/grant';
import { requireAllowedIn } from '../panel/load/allowed-spaces';
import type { PanelServices } from '../panel/load/panel-services';
import { panelOrSuccessor } from '../panel/load/successor';
import type { Health } from '../shared/contract';
import { longFailingMs } from '../shared/limits';
import { countPhrase } from '../shared/phrase';
import { endsSoon } from '../shared/secret-expiry';
import type { Editor } from './chosen-panel';
import { healthOf } from './data-source-health';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * What an admin should act on before the pages with this panel show no new rows, in sentences for somebody who may edit one of
 * them; empty where nothing is wrong. Of the data source they learn its name, which the settings dialog shows them too.
 * @throws Problem `not-found`, `record-newer`, `forbidden` where the data source may not be shown in their space
 */
export async function editorWarnings(panelId: string, { content }: Editor, services: PanelServices): Promise<string[]> {
  const panel = await panelOrSuccessor(panelId, services);
  const dataSource = await getDataSource(panel.settings.dataSourceId, services.dataSources);
  requireAllowedIn(dataSource.settings.allowedSpaces, content.spaceId);
  const { id, settings } = dataSource;
  const [grant, records] = await Promise.all([
    settings.authentication.type === 'oauth2' ? services.grants.get(grantId(id)) : undefined,
    healthRecords([id], services.storage),
  ]);
  const now = services.now();
  const badge = badgeOf(grant, dataSource, now);
  const health = healthOf(dataSource, { badge, grant, record: records.get(id), now });
  const name = settings.name.trim();
  if (badge.state === 'reconnect-needed') return [reconnectSentence(name)];
  return [failingSentence(name, health, now), endSentence(name, health, now)].filter((each) => each !== undefined);
}

const reconnectSentence = (name: string) =>
  `The connection of “${name}” has ended, so no new rows come. Ask a Confluence admin to reconnect it.`;

function failingSentence(name: string, { failingSince }: Health, now: number): string | undefined {
  const ms = failingSince === undefined ? 0 : now - failingSince;
  if (ms < longFailingMs) return undefined;
  const forms = {
    one: 'No rows could be read from “{name}” for a day. Ask a Confluence admin to look at it.',
    other: 'No rows could be read from “{name}” for {count} days. Ask a Confluence admin to look at it.',
  };
  return countPhrase(Math.floor(ms / dayMs), forms, { name });
}

function endSentence(name: string, { secretExpiry }: Health, now: number): string | undefined {
  if (!secretExpiry || !endsSoon(secretExpiry.on, now)) return undefined;
  const { daysLeft } = secretExpiry;
  if (daysLeft < 0) return `The connection of “${name}” was to end by now. Ask a Confluence admin to renew it.`;
  if (daysLeft === 0) return `The connection of “${name}” ends today unless a Confluence admin renews it.`;
  const forms = {
    one: 'The connection of “{name}” ends tomorrow unless a Confluence admin renews it.',
    other: 'The connection of “{name}” ends in {count} days unless a Confluence admin renews it.',
  };
  return countPhrase(daysLeft, forms, { name });
}
