import { z } from 'zod';
import { type Role, roles } from '../../shared/access.ts';

/** Whom a role is given to: names of users and groups as the operating system has them. */
const Holders = z.strictObject({
  users: z.array(z.string().min(1)).default([]),
  groups: z.array(z.string().min(1)).default([]),
});

/** Only https: what comes from there is checked by signature too, but nobody on the way shall see or stop what is fetched. */
const UpdateFolder = z.url({ protocol: /^https$/ });

/** What IT has decided for this PC. Unknown fields are refused: a misspelt one would otherwise silently decide nothing. */
export const MachinePolicy = z.strictObject({
  environment: z.enum(['test', 'production']),
  municipality: z.string().min(1).max(80),
  roles: z.partialRecord(z.enum(roles), Holders),
  /** New versions of the program: left out, it looks for none. */
  updates: z
    .discriminatedUnion('mode', [
      z.strictObject({ mode: z.literal('off') }),
      z.strictObject({ mode: z.enum(['notify', 'automatic']), url: UpdateFolder }),
    ])
    .default({ mode: 'off' }),
});
export type MachinePolicy = z.infer<typeof MachinePolicy>;

/** Who runs the program, by the operating system. `ignoresCase`: whether `Kari` and `kari` are the same there. */
export interface OsUser {
  readonly name: string;
  readonly groups: readonly string[];
  readonly ignoresCase: boolean;
}

/** The roles the policy gives a user, by name or by group. */
export function rolesOf({ roles: given }: MachinePolicy, user: OsUser): Role[] {
  const plain = (name: string): string => (user.ignoresCase ? name.toLowerCase() : name);
  const groups = new Set(user.groups.map(plain));
  return roles.filter((role) => {
    const holders = given[role];
    return (
      holders?.users.some((name) => plain(name) === plain(user.name)) ||
      holders?.groups.some((name) => groups.has(plain(name)))
    );
  });
}
