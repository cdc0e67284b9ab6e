import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { AdminContext, PanelProposal, Preset } from '../../../../src/shared/contract';
import { unplacedErrors } from '../../form-model/field-errors';
import { providerPaths } from '../../form-model/start/provider-paths';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { AuthenticationSection } from '../../sections/authentication/AuthenticationSection';
import type { HostApproval } from '../../sections/hosts/useHostApproval';
import { RequestSection } from '../../sections/request/RequestSection';
import { ProviderSection } from '../../sections/start/ProviderSection';
import type { StartWay } from '../../sections/start/StartWays';
import type { ProviderAnswers } from '../../sections/start/useProviderInputs';

interface SourceSectionsProps {
  state: DataSourceFormState;
  context: AdminContext;
  hosts: HostApproval;
  /** The provider with which a new data source began. */
  preset: Preset | undefined;
  answers: ProviderAnswers;
  /** What it began with, where that is no provider. */
  way: StartWay | undefined;
  onCallbackCopied: () => void;
  /** Saves, and begins a panel with rows and columns that a document describes. */
  onAddPanel: (proposal: PanelProposal) => void;
  /** *Authenticate*, for the types that obtain tokens. */
  children: ReactNode;
}

/** What is requested and how the app proves itself: all of it, or what a known provider needs of it. */
export function SourceSections({ preset, answers, way, onAddPanel, children, ...props }: SourceSectionsProps) {
  const { state } = props;
  const [isOpen, setOpen] = useState(false);
  const hasHiddenError = preset !== undefined && unplacedErrors(state.errors, providerPaths).length > 0;
  useEffect(() => {
    if (hasHiddenError) setOpen(true);
  }, [hasHiddenError]);
  const isWhole = preset === undefined || isOpen || hasHiddenError;
  return (
    <>
      {isWhole ? (
        <>
          <RequestSection state={state} onAddPanel={onAddPanel} way={way} />
          <AuthenticationSection {...props}>{children}</AuthenticationSection>
        </>
      ) : (
        <ProviderSection preset={preset} answers={answers} {...props}>
          {children}
        </ProviderSection>
      )}
      {preset ? (
        <div className="all-settings">
          <Button spacing="compact" aria-expanded={isWhole} onClick={() => setOpen(!isWhole)}>
            {isWhole ? `Only what ${preset.title} needs` : 'All settings'}
          </Button>
          {isWhole ? null : (
            <span className="field-help">Request, pagination, endpoints and limits are filled in.</span>
          )}
        </div>
      ) : null}
    </>
  );
}
