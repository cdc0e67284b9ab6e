import { privacy } from '@forge/api';
import type { ReportAccounts } from '../ports';

/**
 * Tells Atlassian which account ids the app stores (Forge, "User privacy guide"). The caller keeps each report to 90
 * accounts, because the package would send several at the same moment.
 */
export const reportAccounts: ReportAccounts = (accounts) =>
  privacy.reportPersonalData(
    accounts.map(({ accountId, updatedAt }) => ({ accountId, updatedAt: new Date(updatedAt).toISOString() })),
  );
