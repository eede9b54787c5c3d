import type { Member } from '../housing/caseFile.ts';
import type { Text } from './text.ts';

/** What a member is called on the screen and in documents: the role, with a number where several have it («Barn 2»). No personal data. */
export function memberName(
  { household }: Text,
  members: readonly Pick<Member, 'id' | 'role'>[],
  memberId: string | undefined,
): string {
  const member = members.find(({ id }) => id === memberId);
  if (!member) return '';
  const alike = members.filter(({ role }) => role === member.role);
  const name = household.roles[member.role];
  return alike.length < 2 ? name : `${name} ${alike.indexOf(member) + 1}`;
}
