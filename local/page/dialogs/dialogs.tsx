import '../styles/dialogs.css';
export { AppModal } from './AppModal';
export { ConsentDialog } from './ConsentDialog';
export { ModuleDialog } from './ModuleDialog';
export { MovePageDialog, PageHistoryDialog } from './PageDialogs';
