import Button from '@atlaskit/button/new';
import type { TreeLine } from '../tree/visible-lines';
import type { Builder } from './useBuilder';
import { pathText } from './simple-path';

interface PickBarProps {
  /** The line of the tree that has, or would have, the focus. */
  line: TreeLine;
  builder: Builder;
  onRows: (rowsSelector: string) => void;
}

/** What can be made of the value in focus, in words, for those who do not know what a click does. */
export function PickBar({ line, builder, onRows }: PickBarProps) {
  const { rowsSelector, inRow } = builder.picksOf(line);
  const isRows = builder.markOf(line)?.look === 'rows';
  return (
    <div className="pick-bar" role="group" aria-label="Selected value">
      <code>{pathText(line.path)}</code>
      <span className="pick-buttons">
        {inRow ? (
          <Button spacing="compact" onClick={() => builder.toggleColumn(inRow)}>
            {builder.isColumn(inRow) ? 'Remove column' : 'Add as column'}
          </Button>
        ) : null}
        {rowsSelector !== undefined && !isRows ? (
          <Button spacing="compact" onClick={() => onRows(rowsSelector)}>
            Use as rows
          </Button>
        ) : null}
      </span>
    </div>
  );
}
