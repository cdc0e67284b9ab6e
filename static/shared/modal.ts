import { Modal, view } from '@forge/bridge';

interface ModalChoices {
  size?: 'medium' | 'large';
  onClose?: () => void;
}

/**
 * Shows this view's own resource in a dialog of the platform, above the page; it finds the context as `extension.modal`.
 * @throws where the platform opens none.
 */
export function openModal(
  title: string,
  context: object,
  { size = 'large', onClose }: ModalChoices = {},
): Promise<void> {
  return new Modal({ title, context, size, onClose }).open();
}

/** Closes the dialog that this view stands in. */
export async function closeModal(): Promise<void> {
  await view.close();
}
