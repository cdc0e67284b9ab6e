import type { RefObject } from 'react';
import { useRef } from 'react';
import { countPhrase } from '../../../src/shared/phrase';
import { Glyph } from '../icons';
import type { Chip } from './chip-list';
import { chipList } from './chip-list';
import type { InForceProps } from './in-force-props';

const matching = { one: '{matching} of {count} row', other: '{matching} of {count} rows' };

/** The focus goes to the next chip, or to the rows' search, before the one that has it goes away. */
function leave(box: RefObject<HTMLElement>, button: HTMLElement): void {
  const buttons = [...(box.current?.querySelectorAll<HTMLElement>('.xd-chip-remove') ?? [])];
  const at = buttons.indexOf(button);
  const search = box.current?.closest('[data-room]')?.querySelector<HTMLElement>('input[type="search"]');
  (buttons[at + 1] ?? buttons[at - 1] ?? search)?.focus();
}

interface OneChipProps extends Pick<InForceProps, 'onOpen'> {
  chip: Chip;
  box: RefObject<HTMLElement>;
}

function OneChip({ chip: { label, text, column, remove }, onOpen, box }: OneChipProps) {
  const words = (
    <>
      {label}: <bdi>{text}</bdi>
    </>
  );
  return (
    <li className="xd-chip">
      {column !== undefined && onOpen ? (
        <button type="button" aria-haspopup="dialog" onClick={(event) => onOpen(column, event.currentTarget)}>
          {words}
        </button>
      ) : (
        <span>{words}</span>
      )}
      <button
        type="button"
        className="xd-chip-remove"
        aria-label={`Remove ${label}: ${text}`}
        onClick={(event) => {
          leave(box, event.currentTarget);
          remove();
        }}
      >
        <Glyph name="close" />
      </button>
    </li>
  );
}

/** What narrows the rows down, one chip each, how many rows are left of how many, and a way to take all of it back. */
export function Chips(props: InForceProps) {
  const { counts, chosen, locale, onChange, onOpen } = props;
  const box = useRef<HTMLDivElement>(null);
  const number = new Intl.NumberFormat(locale);
  const reset = (): void => {
    leave(box, document.body);
    onChange({ search: undefined, filters: undefined });
    if (chosen && Object.keys(chosen.values).length > 0) chosen.onValues({});
  };
  return (
    <div className="xd-chips" ref={box} role="group" aria-label="Filters in force">
      <ul>
        {chipList(props).map((chip) => (
          <OneChip key={chip.id} {...{ chip, box, onOpen }} />
        ))}
      </ul>
      <button type="button" className="xd-button" onClick={reset}>
        Reset
      </button>
      {counts && (
        <span className="xd-quiet">
          {countPhrase(counts.totalRows, matching, { matching: number.format(counts.matchingRows) }, { locale })}
        </span>
      )}
    </div>
  );
}
