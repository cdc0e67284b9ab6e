import type { CsvSettings, NotReady, ResponseFormat, ResponseSettings } from '../../../../src/shared/contract';
import { parseWholeNumber } from '../whole-number';

/** What stands around cells: the usual quote, an apostrophe, or nothing. */
export type QuoteChoice = '"' | "'" | 'none';

/** How tables in text are written, as typed; empty for what is found out. */
export interface CsvValues {
  /** A tab is written `\t`. */
  separator: string;
  quote: QuoteChoice;
  headerLine: string;
  comment: string;
}

export interface ResponseValues {
  responseFormat: ResponseFormat;
  charset: string;
  csv: CsvValues;
  errorSelector: string;
  notReadySelector: string;
  /** Words with commas between them. */
  notReadyValues: string;
  resultUrlSelector: string;
}

export const emptyResponse: ResponseValues = {
  responseFormat: 'auto',
  charset: '',
  csv: { separator: '', quote: '"', headerLine: '', comment: '' },
  errorSelector: '',
  notReadySelector: '',
  notReadyValues: '',
  resultUrlSelector: '',
};

/** Whether the fields for tables are on the screen. */
export const isTable = ({ responseFormat }: ResponseValues) => responseFormat === 'csv' || responseFormat === 'tsv';

/** What the form says of the response, as settings; those of a table only where it is one. */
export function toResponse(values: ResponseValues): ResponseSettings {
  const charset = values.charset.trim();
  const csv = isTable(values) ? toCsv(values.csv) : {};
  return {
    format: values.responseFormat,
    ...(charset !== '' && { charset }),
    ...(Object.keys(csv).length > 0 && { csv }),
    errorSelector: values.errorSelector.trim(),
    ...(values.notReadySelector.trim() !== '' && { notReady: toNotReady(values) }),
  };
}

function toNotReady({ notReadySelector, notReadyValues, resultUrlSelector }: ResponseValues): NotReady {
  const words = notReadyValues.split(',').map((word) => word.trim());
  return {
    selector: notReadySelector.trim(),
    values: words.filter((word) => word !== ''),
    urlSelector: resultUrlSelector.trim(),
  };
}

function toCsv({ separator, quote, headerLine, comment }: CsvValues): CsvSettings {
  return {
    ...(separator !== '' && { separator: separator === '\\t' ? '\t' : separator }),
    ...(quote !== '"' && { quote: quote === 'none' ? '' : quote }),
    ...(headerLine.trim() !== '' && { headerLine: parseWholeNumber(headerLine) }),
    ...(comment !== '' && { comment }),
  };
}

/** Stored settings as form values. */
export function fromResponse({
  format,
  charset = '',
  csv = {},
  errorSelector,
  notReady,
}: ResponseSettings): ResponseValues {
  const { separator = '', quote = '"', headerLine, comment = '' } = csv;
  return {
    responseFormat: format,
    charset,
    csv: {
      separator: separator === '\t' ? '\\t' : separator,
      quote: quote === '' ? 'none' : quote === "'" ? "'" : '"',
      headerLine: headerLine === undefined ? '' : String(headerLine),
      comment,
    },
    errorSelector,
    notReadySelector: notReady?.selector ?? '',
    notReadyValues: notReady?.values.join(', ') ?? '',
    resultUrlSelector: notReady?.urlSelector ?? '',
  };
}
