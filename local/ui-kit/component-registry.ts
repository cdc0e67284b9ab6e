import { buttonComponents } from './components/buttons';
import { formComponents } from './components/form';
import { layoutComponents } from './components/layout';
import { markComponents } from './components/marks';
import { messageComponents } from './components/messages';
import { modalComponents } from './components/modal';
import { radioComponents } from './components/radios';
import { rangeComponents } from './components/range';
import { selectComponents } from './components/select';
import { tableComponents } from './components/table';
import { tabComponents } from './components/tabs';
import { textComponents } from './components/text';
import { textFieldComponents } from './components/text-fields';
import { tickComponents } from './components/ticks';
import type { NodeComponent } from './node-component';

const COMPONENTS: ReadonlyMap<string, NodeComponent> = new Map(
  [
    buttonComponents,
    formComponents,
    layoutComponents,
    markComponents,
    messageComponents,
    modalComponents,
    radioComponents,
    rangeComponents,
    selectComponents,
    tableComponents,
    tabComponents,
    textComponents,
    textFieldComponents,
    tickComponents,
  ].flatMap((family) => Object.entries(family)),
);

/** The component for a type of node; undefined for a type that the host does not draw. */
export function componentOf(type: string): NodeComponent | undefined {
  return COMPONENTS.get(type);
}
