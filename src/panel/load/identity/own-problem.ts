import { getDataSource } from '../../../data-sources/data-source-store';
import { changeGrant } from '../../../grants/change';
import { noteOwnFailure } from '../../../own-accounts/own-failures';
import { ownGrantState } from '../../../own-accounts/own-grant';
import { ownReasons } from '../../../own-accounts/own-reasons';
import { noteOwnUse } from '../../../own-accounts/own-use';
import { deleteOwnRows } from '../../../own-accounts/own-rows';
import { Problem, type ProblemCode } from '../../../shared/problem';
import type { PanelServices } from '../panel-services';
import { connectCard, ConnectNeeded } from './connect-card';
import type { OwnReading } from './own-reading';

type OwnServices = Pick<PanelServices, 'readerGrants' | 'readers' | 'dataSources' | 'storage' | 'now' | 'log'>;

/**
 * What a reader is told of a reading with their own account that ended so. Once the API or the service refuses the account,
 * nothing that it brought is kept: after a 403 of that panel, else of the data source, and they are asked to connect again. All
 * other problems stay what they are.
 */
export async function ownProblem(problem: Problem, own: OwnReading, services: OwnServices): Promise<Problem> {
  const refuse = refusals[problem.code];
  return refuse ? refuse(problem, own, services) : problem;
}

type Refuse = (problem: Problem, own: OwnReading, services: OwnServices) => Promise<Problem>;

const refusals: Partial<Record<ProblemCode, Refuse>> = {
  'remote-unauthorized': unauthorized,
  'remote-forbidden': forbidden,
  'reconnect-needed': ended,
  'not-authenticated': ended,
};

async function unauthorized(problem: Problem, own: OwnReading, services: OwnServices): Promise<Problem> {
  const { accountId, dataSource, epoch } = own;
  const state = await ownGrantState(dataSource, accountId, services);
  // One that was connected meanwhile has not been refused.
  if (state.state === 'ok' && state.grant.epoch !== epoch) return problem;
  if (state.state === 'ok') {
    const refused = { state: 'reconnect', reason: ownReasons.refused } as const;
    await changeGrant(services.readerGrants, state.grant, refused);
  }
  return cardFor(problem.code, ownReasons.refused, own, services);
}

async function forbidden(problem: Problem, own: OwnReading, services: OwnServices): Promise<Problem> {
  const { accountId, dataSource, panelId } = own;
  await deleteOwnRows({ accountId, dataSourceId: dataSource.id, panelId }, services.storage);
  await noteFailure(problem.code, own, services);
  const { name } = dataSource.settings;
  return new Problem(problem.code, problem.what, {
    ...problem.details,
    readerMessage: `Your account at ${name} may not read these rows.`,
  });
}

/** The grant tells whether it is over, or the service did not serve the app itself, which no reader can change. */
async function ended(problem: Problem, own: OwnReading, services: OwnServices): Promise<Problem> {
  const state = await ownGrantState(own.dataSource, own.accountId, services);
  if (state.state === 'ok') return ofTheApp(problem, own);
  const reason = state.state === 'reconnect' ? state.reason : undefined;
  return cardFor('reconnect-needed', reason, own, services);
}

function ofTheApp({ code, what, details }: Problem, { dataSource }: OwnReading): Problem {
  const message = `The app itself cannot sign in to ${dataSource.settings.name} at the moment.`;
  return new Problem(code, what, { ...details, readerMessage: `${message} An admin can see why in its settings.` });
}

async function cardFor(
  code: ProblemCode,
  reason: string | undefined,
  own: OwnReading,
  services: OwnServices,
): Promise<Problem> {
  await deleteOwnRows({ accountId: own.accountId, dataSourceId: own.dataSource.id }, services.storage);
  await noteFailure(code, own, services);
  return new ConnectNeeded(connectCard(own.dataSource, reason));
}

/** The reader's reply matters more than the note. */
async function noteFailure(code: ProblemCode, { dataSource }: OwnReading, services: OwnServices): Promise<void> {
  services.log('own-reading-failed', { dataSourceId: dataSource.id, code });
  await noteOwnFailure(dataSource.id, code, services).catch(() => undefined);
}

/**
 * Resolves where the account is still what the reading began with, and notes that it is used; what was disconnected, or changed by an admin, meanwhile has its
 * rows deleted.
 * @throws ConnectNeeded, Problem `not-found` of a data source that is gone
 */
export async function requireStillOwn(own: OwnReading, services: OwnServices): Promise<void> {
  const { accountId, epoch, dataSource: before } = own;
  const dataSource = await getDataSource(before.id, services.dataSources);
  const state = await ownGrantState(dataSource, accountId, services);
  if (state.state === 'ok' && state.grant.epoch === epoch) {
    await noteOwnUse(before.id, accountId, services).catch(() => undefined); // the rows matter more than the note
    return;
  }
  await deleteOwnRows({ accountId, dataSourceId: before.id }, services.storage);
  throw new ConnectNeeded(connectCard(dataSource, state.state === 'reconnect' ? state.reason : undefined));
}
