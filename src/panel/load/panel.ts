import type { PanelSettings } from '../../shared/contract';
import type { Revisioned } from '../../ports';

/** The version written into new panel records; a record with a higher one is refused, never guessed at. */
export const panelSchema = 1;

/** A named data source + query + visual as it is stored. Its id is 128 random bits. */
export interface Panel extends Revisioned {
  schema: number;
  id: string;
  settings: PanelSettings;
  createdBy: string;
  createdAt: number;
  updatedAt: number;
}
