import type { Commands } from '../surface';
import { fieldsOf } from './payload';

/** What a UI Kit app sends to be drawn, and how tall a Custom UI document is. */
export const drawingCommands: Commands = {
  reconcile: (payload, { place }) => {
    if (!place.drawDocument) throw new Error('Only a native (UI Kit) resource can send a document to draw.');
    place.drawDocument(fieldsOf(payload).forgeDoc);
  },
  onError: (payload, { place }) => place.reportError?.(fieldsOf(payload).error),
  frameHeight: (payload, { place }) => {
    const height = fieldsOf(payload).height;
    if (typeof height === 'number' && Number.isFinite(height)) place.setHeight(height);
  },
};
