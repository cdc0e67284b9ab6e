import type { Preset } from '../contract';
import { microsoftEntraId } from './microsoft-entra-id';

/** The providers offered in the form, in this order. A new one is a file of its own and a line here. */
export const presets: Preset[] = [microsoftEntraId];
