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
  /** True for a macro that has just been inserted. */
  isInserting: boolean;
  /** The body only where the app wrote one. */
  onSave(config: Record<string, unknown>, body?: unknown): void;
  onClose(): void;
}

/**
 * The macro's settings. In a dialog of its own the app saves with `view.submit({ config })`, which closes it unless the payload
 * has `keepEditing`, and gives up with `view.close()`. Classic settings are a form that the host draws, and are kept as they are
 * typed.
 */
export function SettingsDialog({
  macro,
  pageId,
  isInserting,
  onSave,
  onClose,
}: SettingsDialogProps): ReactElement | null {
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
    onSave(readConfigPayload(payload), (payload as { body?: unknown }).body);
    if (!(payload as { keepEditing?: unknown }).keepEditing) close();
  };
  const { moduleKey, localId, body } = macro;
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
              isInserting,
              config,
              body,
            }}
            classic={settings.isClassic ? { values: macro.config ?? {}, onChange: onSave } : undefined}
            dialog={{ submit, close, onClose: (closer) => void closers.current.push(closer) }}
          />
        </div>
      </ModalBody>
    </Modal>
  );
}
