import type { FieldErrors } from '../field-errors';
import { hasErrorWithin } from '../field-errors';

export const panelTabs = ['columns', 'rows', 'variables', 'visual', 'freshness'] as const;
export type PanelTab = (typeof panelTabs)[number];

interface TabFacts {
  title: string;
  /** Where the fields of the tab have their errors. */
  paths: readonly string[];
}

/** The tabs of the panel form, each with what it is called. */
export const tabFacts: Record<PanelTab, TabFacts> = {
  columns: { title: 'Columns', paths: ['columns'] },
  rows: { title: 'Filters and row steps', paths: ['filters', 'rowSteps'] },
  variables: { title: 'Variables', paths: ['variables', 'variableValues'] },
  visual: { title: 'Visual', paths: ['visual'] },
  freshness: { title: 'Freshness', paths: ['freshness', 'onlyWhenComplete'] },
};

/** The tabs on which a field has an error, in their order. */
export function tabsWithErrors(errors: FieldErrors): PanelTab[] {
  return panelTabs.filter((tab) => hasErrorWithin(errors, tabFacts[tab].paths));
}
