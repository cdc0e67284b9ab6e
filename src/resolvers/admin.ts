import type { AdminCalls } from '../shared/contract';
import { adminDataSourceCalls } from './admin-data-sources';
import { adminPanelCalls } from './admin-panels';
import { adminReaderCalls } from './admin-readers';
import type { CallTable } from './call';
import { defineCalls } from './define';

/** All calls of the settings page; the compiler sees that none is missing. */
export const adminCalls: CallTable<AdminCalls> = {
  ...adminDataSourceCalls,
  ...adminPanelCalls,
  ...adminReaderCalls,
};

/** The resolver function of the settings page. */
export const admin = defineCalls(adminCalls);
