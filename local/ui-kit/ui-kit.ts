export { ConfigForm } from './ConfigForm';
export { ForgeDocument } from './ForgeDocument';
