import AtlaskitCalendar from '@atlaskit/calendar';
import { DatePicker as AtlaskitDatePicker, TimePicker as AtlaskitTimePicker } from '@atlaskit/datetime-picker';
import type { ReactElement } from 'react';
import { fieldEvent } from '../events';
import type { Props } from '../forge-doc';
import type { NodeComponents, NodeProps } from '../node-component';
import { callback, flag, list, number, oneOf, text } from '../props';
import { useHeldValue } from '../useHeldValue';

const APPEARANCES = ['default', 'subtle', 'none'] as const;
const SPACINGS = ['default', 'compact'] as const;
const WEEK_DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

function texts(props: Props, name: string): string[] | undefined {
  return name in props ? list(props, name).map(String) : undefined;
}

function weekStart(props: Props): (typeof WEEK_DAYS)[number] | undefined {
  return WEEK_DAYS.find((day) => day === number(props, 'weekStartDay'));
}

/** The event as plain data; the second argument of Atlaskit's callbacks does not cross the bridge. */
function dateEvent({ iso, day, month, year }: { iso: string; day: number; month: number; year: number }) {
  return { iso, day, month, year };
}

function Calendar({ node }: NodeProps): ReactElement {
  const { props } = node;
  return (
    <AtlaskitCalendar
      day={number(props, 'day')}
      defaultDay={number(props, 'defaultDay')}
      month={number(props, 'month')}
      defaultMonth={number(props, 'defaultMonth')}
      year={number(props, 'year')}
      defaultYear={number(props, 'defaultYear')}
      selected={texts(props, 'selected')}
      defaultSelected={texts(props, 'defaultSelected')}
      previouslySelected={texts(props, 'previouslySelected')}
      defaultPreviouslySelected={texts(props, 'defaultPreviouslySelected')}
      disabled={texts(props, 'disabled')}
      maxDate={text(props, 'maxDate')}
      minDate={text(props, 'minDate')}
      locale={text(props, 'locale')}
      today={text(props, 'today')}
      weekStartDay={weekStart(props)}
      nextMonthLabel={text(props, 'nextMonthLabel')}
      previousMonthLabel={text(props, 'previousMonthLabel')}
      testId={text(props, 'testId')}
      onChange={(event) => callback(props, 'onChange')({ ...dateEvent(event), type: event.type })}
      onSelect={(event) => callback(props, 'onSelect')(dateEvent(event))}
    />
  );
}

/** What both pickers take and tell. */
function usePicker(props: Props) {
  const [value, hold] = useHeldValue(text(props, 'value'), text(props, 'defaultValue') ?? '');
  const name = text(props, 'name');
  return {
    value,
    name,
    id: text(props, 'id'),
    label: text(props, 'label'),
    placeholder: text(props, 'placeholder'),
    appearance: oneOf(props, 'appearance', APPEARANCES),
    spacing: oneOf(props, 'spacing', SPACINGS),
    autoFocus: flag(props, 'autoFocus'),
    defaultIsOpen: flag(props, 'defaultIsOpen'),
    isOpen: flag(props, 'isOpen'),
    isDisabled: flag(props, 'isDisabled'),
    isInvalid: flag(props, 'isInvalid'),
    isRequired: flag(props, 'isRequired'),
    locale: text(props, 'locale'),
    testId: text(props, 'testId'),
    onChange: (chosen: string) => {
      hold(chosen);
      callback(props, 'onChange')(chosen);
    },
    onBlur: () => callback(props, 'onBlur')(fieldEvent('blur', { name })),
    onFocus: () => callback(props, 'onFocus')(fieldEvent('focus', { name })),
  };
}

function DatePicker({ node }: NodeProps): ReactElement {
  const { props } = node;
  return (
    <AtlaskitDatePicker
      {...usePicker(props)}
      dateFormat={text(props, 'dateFormat')}
      disabled={texts(props, 'disabled')}
      maxDate={text(props, 'maxDate')}
      minDate={text(props, 'minDate')}
      nextMonthLabel={text(props, 'nextMonthLabel')}
      previousMonthLabel={text(props, 'previousMonthLabel')}
      shouldShowCalendarButton={flag(props, 'shouldShowCalendarButton')}
      weekStartDay={weekStart(props)}
    />
  );
}

function TimePicker({ node }: NodeProps): ReactElement {
  const { props } = node;
  return (
    <AtlaskitTimePicker
      {...usePicker(props)}
      hideIcon={flag(props, 'hideIcon')}
      timeFormat={text(props, 'timeFormat')}
      timeIsEditable={flag(props, 'timeIsEditable')}
      times={texts(props, 'times')}
    />
  );
}

/** Days and times. */
export const dateComponents: NodeComponents = { Calendar, DatePicker, TimePicker };
