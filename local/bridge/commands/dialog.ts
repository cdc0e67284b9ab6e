import type { Commands, ModalRequest } from '../surface';

/** Submitting and closing a view, and opening another above it. `false` means that this view cannot. */
export const dialogCommands: Commands = {
  submit: async (payload, { place }) => {
    if (!place.submit) return false;
    await place.submit(payload);
    return true;
  },
  close: (payload, { place }) => {
    if (!place.close) return false;
    place.close(payload);
    return true;
  },
  onClose: (payload, { place }) => {
    if (!place.onClose || typeof payload !== 'function') return false;
    place.onClose(payload as () => unknown);
    return true;
  },
  openModal: (payload, { place }) => {
    place.openModal(payload as ModalRequest);
    return true;
  },
};
