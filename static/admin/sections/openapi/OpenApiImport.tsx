import Button from '@atlaskit/button/new';
import { lazy, Suspense, useRef, useState } from 'react';
import type { PanelProposal } from '../../../../src/shared/contract';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { Loading } from '../../fields/Loading';
import type { Filled } from './filled';
import { FilledNotice } from './FilledNotice';

const OpenApiBox = lazy(() => import('./OpenApiBox'));

interface OpenApiImportProps {
  state: DataSourceFormState;
  onAddPanel: (proposal: PanelProposal) => void;
  startsOpen: boolean;
}

/** Fills the form from an operation of an OpenAPI document, which is read in the browser and dropped. */
export function OpenApiImport({ state, onAddPanel, startsOpen }: OpenApiImportProps) {
  const [isOpen, setOpen] = useState(startsOpen);
  const [filled, setFilled] = useState<Filled>();
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  const toggle = (): void => {
    setFilled(undefined);
    if (isOpen) close();
    else setOpen(true);
  };
  const fill = (result: Filled): void => {
    setFilled(result);
    close();
  };
  return (
    <div className="curl">
      <Button ref={opener} spacing="compact" onClick={toggle} aria-expanded={isOpen}>
        Choose from an OpenAPI document
      </Button>
      {isOpen ? (
        <Suspense fallback={<Loading what="the reader" />}>
          <OpenApiBox state={state} onFilled={fill} onDiscard={close} />
        </Suspense>
      ) : null}
      {filled ? <FilledNotice filled={filled} onAddPanel={onAddPanel} /> : null}
    </div>
  );
}
