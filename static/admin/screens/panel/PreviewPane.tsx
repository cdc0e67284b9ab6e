import Button from '@atlaskit/button/new';
import type { RefObject } from 'react';
import { useRef, useState } from 'react';
import { useMedia } from '../../fields/useMedia';
import { toPanelSettings } from '../../form-model/panel/panel-values';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';
import { PreviewSection } from '../../sections/preview/PreviewSection';
import type { LivePreview } from '../../sections/preview/useLivePreview';
import { usePreviewPlace } from './usePreviewPlace';

/** The width of a frame that has room for response, columns and preview side by side, as the styles have it. */
const wide = '(min-width: 1100px)';
interface PreviewPaneProps {
  screen: RefObject<HTMLElement>;
  state: PanelFormState;
  preview: LivePreview;
  /** Whether the drawer is open. */
  isOpen: boolean;
  onTurn: () => void;
}

/** The preview where the eye is: beside the form, or in a drawer that can be put away. *Undo* is there too. */
export function PreviewPane({ screen, state, preview, isOpen, onTurn }: PreviewPaneProps) {
  const box = useRef<HTMLDivElement>(null);
  const isBeside = useMedia(wide);
  const [said, setSaid] = useState('');
  usePreviewPlace(screen, box, isBeside ? 'beside' : 'drawer');
  const undo = (): void => {
    state.undo();
    setSaid('The last change was undone.');
  };
  const tools = (
    <span className="row-of-buttons">
      <Button
        spacing="compact"
        appearance="subtle"
        aria-keyshortcuts="Control+Z Meta+Z"
        isDisabled={!state.canUndo}
        onClick={undo}
      >
        Undo
      </Button>
      {isBeside ? null : (
        <Button spacing="compact" aria-expanded={isOpen} onClick={onTurn}>
          {isOpen ? 'Hide preview' : 'Show preview'}
        </Button>
      )}
      <span role="status" className="visually-hidden">
        {state.canUndo ? '' : said}
      </span>
    </span>
  );
  return (
    <div className="preview-column">
      <div className="preview-box" ref={box}>
        <PreviewSection
          state={state}
          preview={preview}
          settings={toPanelSettings(state.values)}
          tools={tools}
          isOpen={isBeside || isOpen}
        />
      </div>
    </div>
  );
}
