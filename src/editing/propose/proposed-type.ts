import type { ColumnSettings } from '../../shared/contract';

/** What is proposed for how a column is read and shown. */
export type ProposedType = Pick<ColumnSettings, 'type' | 'format'>;
