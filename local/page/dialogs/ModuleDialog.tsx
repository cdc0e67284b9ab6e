import Modal, { ModalBody, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import type { ReactElement } from 'react';
import { useMemo, useRef } from 'react';
import type { ModuleInfo } from '../../shared/api';
import { ModuleView } from '../frame/ModuleView';
import { modalWidth } from './size';

interface ModuleDialogProps {
  module: ModuleInfo;
  contentId: string;
  onClose(): void;
}

/** A module that opens above a page: a content action or a byline item. */
export function ModuleDialog({ module, contentId, onClose }: ModuleDialogProps): ReactElement {
  const closers = useRef<(() => unknown)[]>([]);
  const request = useMemo(
    () => ({ moduleKey: module.key, surface: 'main' as const, contentId }),
    [module.key, contentId],
  );
  const close = (): void => {
    onClose();
    for (const closer of closers.current) void closer();
  };
  return (
    <Modal onClose={close} width={modalWidth(module.viewportSize)}>
      <ModalHeader hasCloseButton>
        <ModalTitle>{module.title}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <ModuleView
          request={request}
          dialog={{ submit: close, close, onClose: (closer) => void closers.current.push(closer) }}
        />
      </ModalBody>
    </Modal>
  );
}
