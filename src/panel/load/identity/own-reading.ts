import type { DataSource } from '../../../data-sources/data-source';

/** A reading with a reader's own account: of which panel, if it is stored, and by which of their grants. */
export interface OwnReading {
  accountId: string;
  dataSource: DataSource;
  panelId?: string;
  epoch: number;
}
