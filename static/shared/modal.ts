import { Modal, view } from '@forge/bridge';

/**
 * Shows this view's own resource in a dialog of the platform, above the page; it finds the context as `extension.modal`.
 * @throws where the platform opens none.
 */
export function openModal(title: string, context: object): Promise<void> {
  return new Modal({ title, context, size: 'large' }).open();
}

/** Closes the dialog that this view stands in. */
export async function closeModal(): Promise<void> {
  await view.close();
}
