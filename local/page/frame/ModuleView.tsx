import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import type { ReactElement } from 'react';
import { Suspense, useState } from 'react';
import type { ModalRequest, ViewPlace } from '../../bridge/surface';
import type { OpenViewReply } from '../../shared/api';
import { PeopleContext } from '../../ui-kit/people';
import { useHost } from '../host';
import { lazyWithStyles } from '../lazy';
import { AppFrame } from './AppFrame';
import type { ViewRequest } from './useView';
import { useView } from './useView';

const AppModal = lazyWithStyles('dialogs', async () => (await import('../dialogs/dialogs')).AppModal);
const ConfigForm = lazyWithStyles('ui-kit', async () => (await import('../../ui-kit/ui-kit')).ConfigForm);
const ForgeDocument = lazyWithStyles('ui-kit', async () => (await import('../../ui-kit/ui-kit')).ForgeDocument);

/** A frame never shrinks below this many pixels, nor grows beyond the other. */
const HEIGHT_RANGE = { least: 24, most: 20_000 };

/** An inline frame begins as wide as browsers make a frame, and takes no more of its line than the other. */
const INLINE_WIDTH = { first: 300, most: 640 };

export interface ModuleViewProps {
  request: ViewRequest;
  /** Defaults to the module's title in the manifest. */
  title?: string;
  minHeight?: string;
  /** In a line of text, as wide as its content. */
  isInline?: boolean;
  /** What submitting and closing mean here, and the history of a page of the app; a view that stands in a page has none. */
  dialog?: Pick<ViewPlace, 'submit' | 'close' | 'onClose' | 'history'>;
  /** Shows the form of the macro's classic settings in place of the macro. */
  classic?: ClassicSettings | undefined;
}

interface ClassicSettings {
  values: Record<string, unknown>;
  onChange(values: Record<string, unknown>): void;
}

/** A module of the app: opened on the host, then drawn as a frame (Custom UI) or as a document (UI Kit). */
export function ModuleView({
  request,
  title,
  minHeight,
  isInline = false,
  dialog = {},
  classic,
}: ModuleViewProps): ReactElement {
  const { state } = useHost();
  const opened = useView(request);
  const name = title ?? state.modules.find((module) => module.key === request.moduleKey)?.title ?? request.moduleKey;
  if (opened.at === 'opening') return <Loading name={name} isInline={isInline} />;
  if (opened.at === 'refused') {
    return <Fault title={`${name} cannot be shown`} text={opened.message} isInline={isInline} />;
  }
  return (
    <ShownView
      key={opened.view.viewId}
      {...{ view: opened.view, name, request, minHeight, isInline, dialog, classic }}
    />
  );
}

interface ShownViewProps extends Required<Pick<ModuleViewProps, 'request' | 'dialog' | 'isInline'>> {
  view: OpenViewReply;
  name: string;
  minHeight?: string;
  classic?: ClassicSettings | undefined;
}

/** What the app drew, by what it is for: itself, or the form of its classic settings. */
interface Drawn {
  own?: unknown;
  settings?: unknown;
}

function ShownView({ view, name, request, minHeight, isInline, dialog, classic }: ShownViewProps): ReactElement {
  const { state } = useHost();
  const [height, setHeight] = useState(isInline ? 0 : HEIGHT_RANGE.least);
  const [width, setWidth] = useState(isInline ? INLINE_WIDTH.first : undefined);
  const [isReady, setReady] = useState(false);
  const [drawn, setDrawn] = useState<Drawn>({});
  const [fault, setFault] = useState<string | null>(null);
  const [modal, setModal] = useState<ModalRequest | null>(null);
  const isNative = view.render === 'native';
  const place: Omit<ViewPlace, 'enableTheming'> = {
    ...dialog,
    moduleKey: request.moduleKey,
    openModal: setModal,
    setSize: (wanted) => {
      const least = isInline ? 0 : HEIGHT_RANGE.least;
      setHeight(Math.min(HEIGHT_RANGE.most, Math.max(least, wanted.height)));
      if (isInline) setWidth(Math.min(INLINE_WIDTH.most, wanted.width ?? INLINE_WIDTH.first));
      setReady(true);
    },
    drawDocument: isNative ? (forgeDoc) => setDrawn((before) => withDocument(before, forgeDoc)) : undefined,
    reportError: (error) => setFault(String(error instanceof Error ? error.message : error)),
    ready: () => setReady(true),
  };
  const Box = isInline ? 'span' : 'div';
  const loading = <Loading name={name} isInline={isInline} />;
  return (
    <Box
      className={isInline ? 'module-view module-inline' : 'module-view'}
      data-module={request.moduleKey}
      style={{ minHeight }}
    >
      {fault !== null && <Fault title={`${name} stopped with an error`} text={fault} isInline={isInline} />}
      {!isNative && !isReady && loading}
      {isNative && (
        <PeopleContext.Provider value={state.users}>
          <Suspense fallback={loading}>
            {classic && drawn.settings !== undefined && <ConfigForm document={drawn.settings} {...classic} />}
            {!classic && drawn.own !== undefined && <ForgeDocument document={drawn.own} />}
            {(classic ? drawn.settings : drawn.own) === undefined && loading}
          </Suspense>
        </PeopleContext.Provider>
      )}
      <AppFrame
        view={view}
        title={name}
        place={place}
        className={isNative ? 'native-frame' : 'app-frame'}
        height={isNative ? undefined : `max(${height}px, ${minHeight ?? '0px'})`}
        inlineWidth={width}
      />
      <Suspense>{modal && <AppModal modal={modal} opener={request} onDone={() => setModal(null)} />}</Suspense>
    </Box>
  );
}

function withDocument(before: Drawn, document: unknown): Drawn {
  const isSettings = (document as { type?: unknown } | null)?.type === 'MacroConfig';
  return isSettings ? { ...before, settings: document } : { ...before, own: document };
}

function Loading({ name, isInline }: { name: string; isInline: boolean }): ReactElement {
  if (isInline) return <Spinner size="xsmall" label={`Loading ${name}`} />;
  return (
    <div className="module-loading">
      <Spinner label={`Loading ${name}`} />
    </div>
  );
}

function Fault({ title, text, isInline }: { title: string; text: string; isInline: boolean }): ReactElement {
  if (isInline) return <em title={text}>{title}</em>;
  return (
    <SectionMessage appearance="error" title={title}>
      <p>{text}</p>
    </SectionMessage>
  );
}
