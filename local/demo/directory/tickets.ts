import { pick, randomStream } from './random';

export interface Ticket {
  id: string;
  title: string;
  status: 'New' | 'In progress' | 'Waiting' | 'Done';
  priority: 'Low' | 'Normal' | 'High';
  assignedTo: string;
  createdDateTime: string;
  dueDate: string | null;
}

/** Dealt out to the accounts by turns, so that no two of them have a title in common. */
const titles = [
  'Badge does not open the garage',
  'Projector in room 4 stays dark',
  'New laptop for a colleague',
  'Licenses for the design tool',
  'Printer on floor 2 jams',
  'Access to the sales reports',
  'Headset crackles in calls',
  'Mailbox is nearly full',
  'Screen flickers at the dock',
  'Phone number for the new office',
  'Invoice scanner is offline',
  'Calendar shows the wrong time zone',
  'Wi-Fi drops in the canteen',
  'Keyboard with Nordic layout',
  'Backup of the old file server',
  'Guest account for an auditor',
  'Desk lamp is broken',
  'Group mailbox for the works council',
  'Two-step sign-in on a new phone',
  'Chair for desk 3/2107',
];
const statuses: readonly Ticket['status'][] = ['New', 'In progress', 'Waiting', 'Done'];
const priorities: readonly Ticket['priority'][] = ['Low', 'Normal', 'Normal', 'High'];
const firstDay = Date.UTC(2026, 0, 5);
const daySeconds = 86_400;

/** How many tickets each account has, and no ticket is on two lists. */
export const ticketsEach = 5;

/** Ticket number `index` of the account with number `account` of `accounts` in all, always the same. */
export function makeTicket(index: number, account: number, accounts: number, assignedTo: string): Ticket {
  const number = index * accounts + account;
  const random = randomStream(number + 1);
  const created = firstDay + Math.floor(random() * 60 * daySeconds) * 1000;
  const due = created + Math.floor(1 + random() * 20) * daySeconds * 1000;
  return {
    id: `MER-${1001 + number}`,
    title: titles[number % titles.length]!,
    status: pick(random, statuses),
    priority: pick(random, priorities),
    assignedTo,
    createdDateTime: new Date(created).toISOString().replace('.000', ''),
    dueDate: random() < 0.2 ? null : new Date(due).toISOString().slice(0, 10),
  };
}
