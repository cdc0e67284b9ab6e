import type { DataSourceSettings } from '../shared/contract';
import type { Revisioned } from '../ports';
import type { Receivers } from './receivers';

/** The version written into new data source records; a record with a higher one is refused, never guessed at. */
export const dataSourceSchema = 1;

/**
 * One configured API as it is stored, without its secrets. `credentials` names the secret record and the receivers its
 * content was typed for; it may be sent nowhere else.
 */
export interface DataSource extends Revisioned {
  schema: number;
  id: string;
  settings: DataSourceSettings;
  credentials?: Credentials;
  /** As `signInCount` has it; 0 where absent. */
  signIns?: number;
  /** How often an admin ended the accounts of all readers at once; 0 where absent. */
  readersEpoch?: number;
  createdBy: string;
  createdAt: number;
  updatedAt: number;
  /** The account that saved it last; the one that made it where absent. */
  updatedBy?: string;
  /** Set while deletion is under way; such a data source serves nobody. */
  deleting?: boolean;
}

/** Points to a secret record by a name used once, and binds it to receivers, authentication type and client. */
export interface Credentials {
  secretKey: string;
  /** Which secrets it holds; the client secret alone where absent. */
  names?: string[];
  /** Origins the secrets may be sent to: of the API, the token URL and the revoke URL. */
  origins: string[];
  /** Who may receive them, by role; older records name the origins alone. */
  receivers?: Receivers;
  authenticationType: DataSourceSettings['authentication']['type'];
  clientId: string;
}
