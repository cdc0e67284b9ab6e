import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import type { ReactElement } from 'react';
import type { ModuleInfo } from '../../shared/api';
import { modulesOf } from '../app-routes';
import { useHost } from '../host';

/** The macros that the site's app brings, to pick one from. */
export function MacroPicker({ onPick, onClose }: { onPick(module: ModuleInfo): void; onClose(): void }): ReactElement {
  const { state } = useHost();
  const macros = modulesOf(state, 'macro').filter(({ isHidden }) => !isHidden);
  return (
    <Modal onClose={onClose} width="medium">
      <ModalHeader hasCloseButton>
        <ModalTitle>Insert macro</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <ul className="macro-list">
          {macros.map((module) => (
            <li key={module.key}>
              <MacroChoice module={module} onPick={() => onPick(module)} />
            </li>
          ))}
        </ul>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}

function MacroChoice({ module, onPick }: { module: ModuleInfo; onPick(): void }): ReactElement {
  return (
    <button type="button" className="macro-choice" aria-label={module.title} onClick={onPick}>
      {module.icon ? (
        <img src={module.icon} alt="" width={40} height={40} />
      ) : (
        <span className="macro-letter" aria-hidden="true">
          {module.title.slice(0, 1)}
        </span>
      )}
      <span className="macro-words">
        <strong>{module.title}</strong>
        <span>{module.description}</span>
      </span>
    </button>
  );
}
