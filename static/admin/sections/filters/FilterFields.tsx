import type { ReactNode } from 'react';
import type { FilterStep } from '../../../../src/shared/contract';
import { CheckInput } from '../../fields/CheckInput';
import { TextInput } from '../../fields/TextInput';

interface FilterFieldsProps {
  filter: FilterStep;
  position: number;
  error: string | undefined;
  unfoldError: string | undefined;
  buttons: ReactNode;
  edit: (patch: Partial<FilterStep>, member: keyof FilterStep) => void;
}

const rowsHelp = (
  <>
    A JSONPath to the rows, for example <code>$.value[*]</code>. Click a list in the response to fill it in.
  </>
);
const laterHelp = (
  <>
    A JSONPath applied to the result of the step before, for example{' '}
    <code>{"$[?@.department == '{$.department}']"}</code>. <code>{'{$.key}'}</code> stands for the value of a variable.
  </>
);

const unfoldHelp = (
  <>
    Optional. The path to a list inside each row, for example <code>$.lines</code>: each entry gets a row of its own,
    with the rest of the row repeated beside it. A text with JSON in it is read first.
  </>
);

/** One filter step: its JSONPath, and what happens where it finds nothing or one value. */
export function FilterFields({ filter, position, error, unfoldError, buttons, edit }: FilterFieldsProps) {
  const isRows = position === 0;
  return (
    <>
      <div className="item-line">
        <TextInput
          label={isRows ? 'Rows selector' : `Filter path ${position + 1}`}
          value={filter.selector}
          onChange={(selector) => edit({ selector, beside: undefined }, 'selector')}
          error={error}
          help={isRows ? rowsHelp : laterHelp}
          monospaced
        />
        {buttons}
      </div>
      <TextInput
        label={isRows ? 'A row for each entry of' : `A row for each entry of, after filter ${position + 1}`}
        value={filter.unfold ?? ''}
        onChange={(unfold) => edit({ unfold: unfold || undefined }, 'unfold')}
        error={unfoldError}
        help={unfoldHelp}
        monospaced
      />
      <div className="checks">
        <CheckInput
          label="Ignore on fail"
          checked={filter.ignoreOnFail ?? false}
          onChange={(ignoreOnFail) => edit({ ignoreOnFail: ignoreOnFail || undefined }, 'ignoreOnFail')}
          help="If nothing matches, show no rows instead of an error."
        />
        <CheckInput
          label="Result is list"
          checked={filter.resultIsList ?? false}
          onChange={(resultIsList) => edit({ resultIsList: resultIsList || undefined }, 'resultIsList')}
          help="Treat the result as a list even if it has one value."
        />
      </div>
    </>
  );
}
