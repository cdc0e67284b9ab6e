import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import type { ReactElement } from 'react';
import type { OpenConsent } from '../useConsent';

/** The words for the kinds of traffic that an admin allows (`EgressType` of `@forge/egress`). */
const KINDS: Record<string, string> = {
  FETCH_BACKEND_SIDE: "the app's server sends and receives data",
  FETCH_CLIENT_SIDE: "readers' browsers send and receive data",
  FONTS: 'fonts',
  FRAMES: 'embedded pages',
  IMAGES: 'images',
  MEDIA: 'audio and video',
  SCRIPTS: 'scripts',
  STYLES: 'styles',
};

/** Asks a site admin whether the app may reach the hosts it names. Closing it refuses. */
export function ConsentDialog({ appName, consent }: { appName: string; consent: OpenConsent }): ReactElement {
  const refuse = (): void => consent.reply(false);
  return (
    <Modal onClose={refuse} width="medium">
      <ModalHeader hasCloseButton>
        <ModalTitle>{`Allow ${appName} to reach these hosts?`}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <p>The app can then exchange data of this site with them. You can withdraw this in the app&apos;s settings.</p>
        {consent.request.groups.map((group, index) => (
          <section key={index} className="consent-group">
            {group.description && <p className="consent-reason">{group.description}</p>}
            <ul className="consent-domains">
              {group.domains.map((entry) => (
                <li key={entry.domain}>
                  <code>{entry.domain}</code>
                  <span>{entry.types.map((type) => KINDS[type] ?? type).join(', ')}</span>
                  {entry.domain === '*' && <span className="mark mark-warning">Any host</span>}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={refuse}>
          Cancel
        </Button>
        <Button appearance="primary" onClick={() => consent.reply(true)}>
          Allow
        </Button>
      </ModalFooter>
    </Modal>
  );
}
