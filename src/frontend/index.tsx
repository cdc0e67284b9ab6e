import ForgeReconciler from '@forge/react';
import { MacroSettings } from './MacroSettings';

ForgeReconciler.render(<MacroSettings />);
