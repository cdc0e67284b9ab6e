import { dateFormatter, type DateFormatter } from '../format-date';
import { type Evaluate, cutText } from '../scope';
import { timeOf } from '../time';
import { dayMs, textOf, type Value } from '../value';
import { type ExpressionFunction, operandAt } from './function';

/**
 * `FORMAT_DATE(value, 'spec', 'culture', 'time zone')` with the standard format specifiers of .NET, in English and UTC
 * where nothing else is said. A day without a time stays that day in every zone.
 */
export const formatDateFunction: ExpressionFunction = {
  least: 2,
  most: 4,
  compile(operands, { literals, refuse }) {
    const value = operandAt(operands, 0);
    const settings = operands.slice(1);
    const isFixed = literals.slice(1).every((literal) => literal !== undefined);
    const made = isFixed ? dateFormatter(...specOf(literals.slice(1) as Value[])) : undefined;
    if (typeof made === 'string') throw refuse(made);
    const formatterFor = made ? () => made : remembering(settings);
    return (scope, row) => {
      const text = textOf(value(scope, row));
      const time = timeOf(text);
      const formatter = time === undefined ? undefined : formatterFor(scope, row);
      if (time === undefined || formatter === undefined) return null;
      return cutText(scope, formatter(time, text.length === dayLength));
    };
  },
};

/** `DATE_DIFF(from, to)`: the days between, with a fraction where they have times; negative if `to` is earlier. */
export const dateDiffFunction: ExpressionFunction = {
  least: 2,
  most: 2,
  compile(operands) {
    const [from, to] = [operandAt(operands, 0), operandAt(operands, 1)];
    return (scope, row) => {
      const start = timeOf(textOf(from(scope, row)));
      const end = timeOf(textOf(to(scope, row)));
      return start === undefined || end === undefined ? null : (end - start) / dayMs;
    };
  },
};

const dayLength = 10;
const mostFormatters = 20;

function specOf([spec, culture, timeZone]: readonly Value[]): [string, string, string] {
  return [textOf(spec ?? null), textOf(culture ?? null), textOf(timeZone ?? null)];
}

/** Formatters by what the row says of them: making one costs as much as formatting fifty dates. */
function remembering(settings: readonly Evaluate[]) {
  const known = new Map<string, DateFormatter | undefined>();
  return (...[scope, row]: Parameters<Evaluate>): DateFormatter | undefined => {
    const spec = specOf(settings.map((setting) => setting(scope, row)));
    const key = spec.join('\n');
    if (known.has(key)) return known.get(key);
    if (known.size >= mostFormatters) known.clear();
    const made = dateFormatter(...spec);
    const formatter = typeof made === 'string' ? undefined : made;
    known.set(key, formatter);
    return formatter;
  };
}
