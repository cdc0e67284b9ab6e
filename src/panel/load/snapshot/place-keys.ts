import { newId } from '../../../ids';
import { snapshotAsideKey, snapshotKey } from '../../../keys';

/** What names the keys of kept rows: `hash` says whose they are. */
export interface KeyedPlace {
  panelId: string;
  hash: string;
  /** What all of them begin with, where a reader's own account brought the rows. */
  own?: string;
}

/** The key of the head that readers are shown. */
export const headKey = ({ panelId, hash, own }: KeyedPlace): string =>
  own === undefined ? snapshotKey(panelId, hash) : `${own}${hash}`;

/** The key of the head of rows that readers are not shown yet. */
export const headAsideKey = ({ panelId, hash, own }: KeyedPlace): string =>
  own === undefined ? snapshotAsideKey(panelId, hash) : `${own}${hash}:aside`;

/** A name for the chunks of one write, used once; where the rows are of a reader's own account, it tells that. */
export const newWriteId = ({ own = '' }: Pick<KeyedPlace, 'own'>): string => `${own}${newId()}`;
