import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import type { ReactElement, ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { HostPage, PageVersion } from '../../shared/api';
import { useHost } from '../host';
import { messageOf, server } from '../server';

interface PageDialogProps {
  page: HostPage;
  onClose(): void;
  /** The page is another than before. */
  onChanged(page: HostPage): void;
}

/** What the page was before, each version with a button that brings it back. */
export function PageHistoryDialog({ page, onClose, onChanged }: PageDialogProps): ReactElement {
  const [versions, setVersions] = useState<PageVersion[]>([]);
  const [fault, setFault] = useState('');
  useEffect(() => {
    server.versions(page.id).then(setVersions, (error: unknown) => setFault(messageOf(error)));
  }, [page.id]);
  const restore = (version: number): void => {
    server.restore(page.id, version).then(onChanged, (error: unknown) => setFault(messageOf(error)));
  };
  return (
    <PageDialog title="Page history" fault={fault} onClose={onClose}>
      {versions.length === 0 && <p>This page has no earlier versions.</p>}
      <ul className="plain-list">
        {versions.map(({ version, title }) => (
          <li key={version}>
            <span>{`Version ${version}: ${title || 'Untitled'}`}</span>
            <button type="button" className="small-button" onClick={() => restore(version)}>
              {`Restore version ${version}`}
            </button>
          </li>
        ))}
      </ul>
    </PageDialog>
  );
}

/** The spaces that the page can be moved to. */
export function MovePageDialog({ page, onClose, onChanged }: PageDialogProps): ReactElement {
  const { state } = useHost();
  const [fault, setFault] = useState('');
  const move = (spaceId: string): void => {
    server.movePage(page.id, spaceId).then(onChanged, (error: unknown) => setFault(messageOf(error)));
  };
  return (
    <PageDialog title="Move page" fault={fault} onClose={onClose}>
      <ul className="plain-list">
        {state.spaces
          .filter(({ id }) => id !== page.spaceId)
          .map(({ id, name }) => (
            <li key={id}>
              <button type="button" className="small-button" onClick={() => move(id)}>
                {`Move to ${name}`}
              </button>
            </li>
          ))}
      </ul>
    </PageDialog>
  );
}

interface FrameProps {
  title: string;
  fault: string;
  children: ReactNode;
  onClose(): void;
}

function PageDialog({ title, fault, children, onClose }: FrameProps): ReactElement {
  return (
    <Modal onClose={onClose} width="medium">
      <ModalHeader hasCloseButton>
        <ModalTitle>{title}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        {fault && <p role="alert">{fault}</p>}
        {children}
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Close
        </Button>
      </ModalFooter>
    </Modal>
  );
}
