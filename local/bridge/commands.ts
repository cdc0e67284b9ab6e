import { callCommands } from './commands/calls';
import { contextCommands } from './commands/context';
import { dialogCommands } from './commands/dialog';
import { drawingCommands } from './commands/drawing';
import { eventCommands } from './commands/events';
import { flagCommands } from './commands/flags';
import { navigationCommands } from './commands/navigation';
import { permissionCommands } from './commands/permissions';
import type { Command, Surface } from './surface';

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  [
    callCommands,
    contextCommands,
    dialogCommands,
    drawingCommands,
    eventCommands,
    flagCommands,
    navigationCommands,
    permissionCommands,
  ].flatMap((group) => Object.entries(group)),
);

/**
 * The response to one bridge command of an app. An unknown one is also told to the console, for apps that swallow
 * errors.
 *
 * @throws an `Error` naming the command when this host does not model it.
 */
export function handleCommand(name: string, payload: unknown, surface: Surface): unknown {
  const command = COMMANDS.get(name);
  if (command) return command(payload, surface);
  const refusal = `"${name}" is not modelled by the local host`;
  console.warn(refusal);
  throw new Error(refusal);
}
