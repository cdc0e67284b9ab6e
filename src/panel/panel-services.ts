import type { FormServices } from '../grants/authorize';
import type { Content, EntityStorage } from '../ports';
import type { Panel } from './panel';

/** What it takes to load, test and change panels. */
export interface PanelServices extends FormServices {
  panels: EntityStorage<Panel>;
  content: Content;
}
