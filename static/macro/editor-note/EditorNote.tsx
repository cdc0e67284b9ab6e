import { useEffect, useState } from 'react';
import { Glyph } from '../../visuals/icons';
import { warningsForEditor } from './warnings-for-editor';

export interface EditorNoteProps {
  panelId: string;
}

/** What an admin should act on, for those who may edit the page; nothing for everybody else. */
export function EditorNote({ panelId }: EditorNoteProps) {
  const [warnings, setWarnings] = useState<string[]>([]);
  useEffect(() => {
    let isHere = true;
    warningsForEditor(panelId).then(
      (found) => isHere && setWarnings(found),
      () => undefined, // the rows are what the page is for
    );
    return () => {
      isHere = false;
    };
  }, [panelId]);
  if (warnings.length === 0) return null;
  return (
    <div className="xd-warnings" role="note" aria-label="For editors of this page">
      <p>
        <Glyph name="warning" /> {warnings.join(' ')} <small>Only editors of this page see this.</small>
      </p>
    </div>
  );
}
