export interface Group {
  id: string;
  displayName: string;
  description: string | null;
  mail: string | null;
  mailEnabled: boolean;
  securityEnabled: boolean;
  visibility: 'Public' | 'Private';
  createdDateTime: string;
}

const names = ['All Staff', 'Board', 'Café Committee', 'Data Platform', 'Finance Leads', 'First Aid', 'Works Council'];

/** How many groups the directory has. */
export const groupCount = 42;

/** The group with this number, always the same. */
export function makeGroup(index: number): Group {
  const name = `${names[index % names.length]} ${Math.floor(index / names.length) + 1}`;
  const mailEnabled = index % 3 !== 0;
  return {
    id: `5e1f0a00-0000-4000-8000-${index.toString(16).padStart(12, '0')}`,
    displayName: name,
    description: index % 4 === 0 ? null : `Everyone in ${name}`,
    mail: mailEnabled ? `group.${index + 1}@meridian.example` : null,
    mailEnabled,
    securityEnabled: !mailEnabled,
    visibility: index % 2 === 0 ? 'Public' : 'Private',
    createdDateTime: new Date(Date.UTC(2019, index % 12, 1 + (index % 28))).toISOString().replace('.000', ''),
  };
}
