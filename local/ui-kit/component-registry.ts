import { buttonComponents } from './components/buttons';
import { dateComponents } from './components/dates';
import { formComponents } from './components/form';
import { layoutComponents } from './components/layout';
import { markComponents } from './components/marks';
import { messageComponents } from './components/messages';
import { modalComponents } from './components/modal';
import { overlayComponents } from './components/overlays';
import { peopleComponents } from './components/people';
import { radioComponents } from './components/radios';
import { rangeComponents } from './components/range';
import { selectComponents } from './components/select';
import { tableComponents } from './components/table';
import { tabComponents } from './components/tabs';
import { textComponents } from './components/text';
import { textFieldComponents } from './components/text-fields';
import { tickComponents } from './components/ticks';
import { wayComponents } from './components/ways';
import type { NodeComponent } from './node-component';

const COMPONENTS: ReadonlyMap<string, NodeComponent> = new Map(
  [
    buttonComponents,
    dateComponents,
    formComponents,
    layoutComponents,
    markComponents,
    messageComponents,
    modalComponents,
    overlayComponents,
    peopleComponents,
    radioComponents,
    rangeComponents,
    selectComponents,
    tableComponents,
    tabComponents,
    textComponents,
    textFieldComponents,
    tickComponents,
    wayComponents,
  ].flatMap((family) => Object.entries(family)),
);

/** The component for a type of node; undefined for a type that the host does not draw. */
export function componentOf(type: string): NodeComponent | undefined {
  return COMPONENTS.get(type);
}
