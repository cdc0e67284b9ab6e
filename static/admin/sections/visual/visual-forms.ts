import type { ComponentType } from 'react';
import { isImage } from '../../../../src/shared/column-types/cell-kind';
import type { ChartName, SettingsOf, VisualName } from '../../../../src/shared/contract';
import type { OfferedColumn } from '../../form-model/panel/columns-after';
import { CardsFields } from './CardsFields';
import { ChartFields } from './ChartFields';
import { KeyValueFields } from './KeyValueFields';
import { ListFields } from './ListFields';
import { firstCategory, firstNumber, firstOf, numberColumns } from './likely-columns';
import { NumberFields } from './NumberFields';
import { TableFields } from './TableFields';
import { TextFields } from './TextFields';
import type { VisualFieldsProps } from './visual-fields-props';

interface VisualForm<Name extends VisualName> {
  title: string;
  /** The settings it begins with for these columns. */
  make: (columns: readonly OfferedColumn[]) => SettingsOf<Name>;
  Fields: ComponentType<VisualFieldsProps<Name>>;
}

const rowsPerPage = 20;

function chart(type: ChartName, title: string): VisualForm<ChartName> {
  const make = (columns: readonly OfferedColumn[]) => ({
    type,
    category: firstCategory(columns),
    series: numberColumns(columns)
      .slice(0, 1)
      .map(({ key }) => key),
  });
  return { title, make, Fields: ChartFields };
}

/** One entry for each visual, in the order of the picker. */
export const visualForms: { readonly [Name in VisualName]: VisualForm<Name> } = {
  table: { title: 'Table', make: () => ({ type: 'table', rowsPerPage }), Fields: TableFields },
  number: {
    title: 'Number',
    make: (columns) => ({
      type: 'number',
      column: firstNumber(columns) ?? firstOf(columns),
      summary: firstNumber(columns) === undefined ? 'count' : 'sum',
      label: '',
      unit: '',
    }),
    Fields: NumberFields,
  },
  list: {
    title: 'List',
    make: (columns) => ({
      type: 'list',
      rowsPerPage,
      primary: firstOf(columns),
      secondary: columns.slice(1, 3).map(({ key }) => key),
    }),
    Fields: ListFields,
  },
  cards: {
    title: 'Cards',
    make: (columns) => ({
      type: 'cards',
      rowsPerPage,
      title: firstOf(columns),
      image: columns.find(isImage)?.key,
    }),
    Fields: CardsFields,
  },
  'key-value': { title: 'Key–value', make: () => ({ type: 'key-value' }), Fields: KeyValueFields },
  bar: chart('bar', 'Bar'),
  line: chart('line', 'Line'),
  area: chart('area', 'Area'),
  pie: chart('pie', 'Pie'),
  text: {
    title: 'Text',
    make: ([first]) => ({ type: 'text', text: first ? `[${first.label}]` : '' }),
    Fields: TextFields,
  },
};
