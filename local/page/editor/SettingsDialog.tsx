import Modal, { ModalBody, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import type { ReactElement } from 'react';
import { useRef } from 'react';
import { readConfigPayload } from '../../bridge/config-payload';
import type { MacroNode } from '../../shared/api';
import { modalWidth } from '../dialogs/size';
import { ModuleView } from '../frame/ModuleView';
import { useHost } from '../host';

interface SettingsDialogProps {
  macro: MacroNode;
  pageId: string;
  onSave(config: Record<string, unknown>): void;
  onClose(): void;
}

/**
 * The macro's own settings dialog. The app saves with `view.submit({ config })`, which closes it unless the payload has
 * `keepEditing`, and gives up with `view.close()`.
 */
export function SettingsDialog({ macro, pageId, onSave, onClose }: SettingsDialogProps): ReactElement | null {
  const { state } = useHost();
  const closers = useRef<(() => unknown)[]>([]);
  const config = useRef(macro.config).current;
  const settings = state.modules.find((one) => one.key === macro.moduleKey)?.config;
  if (!settings) return null;
  const close = (): void => {
    onClose();
    for (const closer of closers.current) void closer();
  };
  const submit = (payload: unknown): void => {
    onSave(readConfigPayload(payload));
    if (!(payload as { keepEditing?: unknown }).keepEditing) close();
  };
  const { moduleKey, localId } = macro;
  return (
    <Modal onClose={close} width={modalWidth(settings.viewportSize)} shouldScrollInViewport={false}>
      <ModalHeader hasCloseButton>
        <ModalTitle>{settings.title}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <div className="settings-dialog">
          <ModuleView
            title={settings.title}
            request={{
              moduleKey,
              surface: 'config',
              contentId: pageId,
              macroLocalId: localId,
              isEditing: true,
              config,
            }}
            dialog={{ submit, close, onClose: (closer) => void closers.current.push(closer) }}
          />
        </div>
      </ModalBody>
    </Modal>
  );
}
