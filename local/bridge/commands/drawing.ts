import type { Commands } from '../surface';
import { fieldsOf } from './payload';

/** What a UI Kit app sends to be drawn, and how large a Custom UI document is. */
export const drawingCommands: Commands = {
  reconcile: (payload, { place }) => {
    if (!place.drawDocument) throw new Error('Only a native (UI Kit) resource can send a document to draw.');
    place.drawDocument(fieldsOf(payload).forgeDoc);
  },
  onError: (payload, { place }) => place.reportError?.(fieldsOf(payload).error),
  frameSize: (payload, { place }) => {
    const { height, width } = fieldsOf(payload);
    if (isSize(height)) place.setSize({ height, width: isSize(width) ? width : undefined });
  },
};

function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
