import SectionMessage from '@atlaskit/section-message';
import type { ReactElement } from 'react';

/** A plain refusal in place of a page. */
export function Refusal({ title, text }: { title: string; text: string }): ReactElement {
  return (
    <div className="page-narrow">
      <SectionMessage appearance="warning" title={title}>
        <p>{text}</p>
      </SectionMessage>
    </div>
  );
}
