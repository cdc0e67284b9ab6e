import Modal, { ModalBody, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import type { ReactElement } from 'react';
import { useRef } from 'react';
import type { ModalRequest } from '../../bridge/surface';
import { ModuleView } from '../frame/ModuleView';
import type { ViewRequest } from '../frame/useView';
import { modalWidth } from './size';

interface AppModalProps {
  modal: ModalRequest;
  /** The view that called `view.openModal`. */
  opener: ViewRequest;
  onDone(): void;
}

/** A modal that the app opened above its own view. What it submits or closes with goes to the opener's `onClose`. */
export function AppModal({ modal, opener, onDone }: AppModalProps): ReactElement {
  const closers = useRef<(() => unknown)[]>([]);
  const finish = (payload?: unknown): void => {
    onDone();
    for (const closer of closers.current) void closer();
    void modal.onClose(payload);
  };
  const request: ViewRequest = {
    ...opener,
    surface: 'resource',
    resource: modal.resource ?? undefined,
    modalContext: modal.context,
  };
  return (
    <Modal
      onClose={() => finish()}
      width={modalWidth(modal.size)}
      shouldCloseOnEscapePress={modal.closeOnEscape}
      shouldCloseOnOverlayClick={modal.closeOnOverlayClick}
    >
      {modal.title && (
        <ModalHeader hasCloseButton>
          <ModalTitle>{modal.title}</ModalTitle>
        </ModalHeader>
      )}
      <ModalBody>
        <ModuleView
          request={request}
          title={modal.title || undefined}
          dialog={{ submit: finish, close: finish, onClose: (closer) => void closers.current.push(closer) }}
        />
      </ModalBody>
    </Modal>
  );
}
