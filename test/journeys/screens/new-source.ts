import type { Page } from 'playwright-core';
import { approveHosts } from '../../support/seed';
import { startSite, type Site } from '../../support/site';
import { adminScreens, type AdminScreens } from './admin-screens';

/** A site of 20 users whose demo is approved, and the admin in front of an empty form for a data source. */
export async function openNewSource(): Promise<{ site: Site; page: Page; admin: AdminScreens }> {
  const site = await startSite({ users: 20 });
  approveHosts(site, [site.demo.origin]);
  const page = await site.open('Ada Admin');
  const admin = adminScreens(page);
  await admin.open();
  await admin.addSource();
  return { site, page, admin };
}
