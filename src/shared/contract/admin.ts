import type { DataSourceForm, DataSourceSummary, DataSourceView } from './data-source';
import type { AttemptStatus, AuthenticateReply, DiscoveredEndpoints, Finding, SecretProof } from './grant';
import type { ReaderAccountsCalls } from './own-account';
import type {
  PanelForm,
  PanelPages,
  PanelPreview,
  PanelProposal,
  PanelRequest,
  PanelSettings,
  PanelSummary,
  PanelView,
} from './panel';
import type { Preset } from './preset';
import type { DetectedPagination, TestProgress, TestReport } from './test-report';
import type { VariableValues } from './variable';

/** The response a panel is to be made of: what is requested, and which rows of it. */
export interface PanelSample {
  dataSourceId: string;
  request?: PanelRequest;
  variableValues?: Record<string, string>;
  rowsSelector?: string;
  /** As in `FilterStep`. */
  unfold?: string;
}

/** A response that a document describes: what was requested, and what comes. */
export interface ExampleResponse {
  url: string;
  headers: { name: string; value: string }[];
  /** JSON text. */
  document: string;
}

export interface SpaceChoice {
  id: string;
  key: string;
  name: string;
}

export interface AdminContext {
  /** The redirect URI to register at the provider; differs by site. */
  callbackUrl: string;
  presets: Preset[];
  /** What the last hourly job did, in sentences. */
  lastUpkeep?: { at: number; sentences: string[] };
  /** True on the local host with its demo servers: `http:` and loopback hosts are accepted. */
  loopbackAllowed: boolean;
}

/** The calls of the settings page. Only Confluence admins pass its guard. */
export interface AdminCalls extends ReaderAccountsCalls {
  adminContext: { input: undefined; output: AdminContext };
  listDataSources: { input: undefined; output: DataSourceSummary[] };
  getDataSource: { input: { id: string }; output: DataSourceView };
  saveDataSource: { input: DataSourceForm; output: DataSourceView };
  deleteDataSource: { input: { id: string }; output: { deletedPanels: string[] } };
  authenticate: { input: DataSourceForm; output: AuthenticateReply };
  authenticationStatus: { input: { attemptId: string }; output: AttemptStatus };
  disconnect: { input: { id: string }; output: DataSourceView };
  /** Tries a client secret that was typed, before it is stored; null where there is nothing to be tried. */
  proveSecret: { input: DataSourceForm; output: SecretProof | null };
  /** The endpoints that an issuer publishes (OpenID Connect Discovery, RFC 8414). */
  discoverEndpoints: { input: { issuer: string }; output: DiscoveredEndpoints };
  /** What is wrong or risky about the form as it stands; `failureCodes` are those of the last *Authenticate*. */
  lintDataSource: {
    input: DataSourceForm & { callbackCopied: boolean; failureCodes?: string[] };
    output: Finding[];
  };
  testDataSource: { input: DataSourceForm & { testId?: string }; output: TestReport };
  testProgress: { input: { testId: string }; output: TestProgress | null };
  findSpaces: { input: { text: string; ids?: string[] }; output: SpaceChoice[] };
  listPanels: { input: undefined; output: PanelSummary[] };
  getPanel: { input: { id: string }; output: PanelView };
  savePanel: { input: PanelForm; output: PanelView };
  /** With `successorId`, macros that name it show that panel from then on. */
  deletePanel: { input: { id: string; successorId?: string }; output: undefined };
  panelPages: { input: { panelIds: string[] }; output: PanelPages };
  proposePanel: { input: PanelSample; output: PanelProposal };
  /** Rows and columns of a response that a document describes, and how its pages go on. Nothing is requested or stored. */
  proposeFromExample: {
    input: ExampleResponse;
    output: { panel: PanelProposal; pagination?: DetectedPagination };
  };
  /** `form`: on the data source as it stands there, saved or not, in place of the stored one. */
  previewPanel: {
    input: { settings: PanelSettings; values?: VariableValues; form?: DataSourceForm };
    output: PanelPreview;
  };
}
