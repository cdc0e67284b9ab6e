import { numberBounds } from '../../../../src/shared/number-bounds';
import type { CsvValues, QuoteChoice } from '../../form-model/data-source/response-values';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { NumberInput } from '../../fields/NumberInput';
import type { Choice } from '../../fields/SelectInput';
import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';

const quotes: Choice<QuoteChoice>[] = [
  { value: '"', label: 'Quotation marks: "' },
  { value: "'", label: "Apostrophes: '" },
  { value: 'none', label: 'None' },
];

/** How a table in text is written; what is left empty is found out. */
export function CsvFields({ state: { values, errors, change } }: { state: DataSourceFormState }) {
  const edit = (part: Partial<CsvValues>, name: string) =>
    change({ csv: { ...values.csv, ...part } }, `response.csv.${name}`);
  return (
    <>
      <TextInput
        label="Separator"
        optional
        value={values.csv.separator}
        onChange={(separator) => edit({ separator }, 'separator')}
        error={errors['response.csv.separator']}
        help="The character between cells; \t is a tab. Empty: found in the response."
        monospaced
      />
      <SelectInput
        label="Around cells"
        value={values.csv.quote}
        choices={quotes}
        onChange={(quote) => edit({ quote }, 'quote')}
        error={errors['response.csv.quote']}
      />
      <NumberInput
        label="Header line"
        optional
        bounds={numberBounds.headerLine}
        value={values.csv.headerLine}
        onChange={(headerLine) => edit({ headerLine }, 'headerLine')}
        error={errors['response.csv.headerLine']}
        help="The line that names the columns; 0 if none does. Empty: found in the response."
      />
      <TextInput
        label="Comment sign"
        optional
        value={values.csv.comment}
        onChange={(comment) => edit({ comment }, 'comment')}
        error={errors['response.csv.comment']}
        placeholder="#"
        help="Lines that begin with it are left out."
        monospaced
      />
    </>
  );
}
