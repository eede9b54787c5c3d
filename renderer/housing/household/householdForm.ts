import { z } from 'zod';
import { ageOn, type IsoDate, parseIsoDate } from '../../../shared/dates.ts';
import { type CaseFile, type ManualPost, type MemberRole, memberRoles } from '../../../shared/housing/caseFile.ts';
import { parseNationalId, suggestBirthDate } from '../../../shared/identity/nationalId.ts';
import type { MemberInput } from '../../../shared/ipc/housingCalls.ts';
import { formatKroner, parseKroner } from '../../../shared/money.ts';
import type { Environment } from '../../../shared/session.ts';
import { memberName } from '../../../shared/text/memberName.ts';
import type { Text } from '../../../shared/text/text.ts';
import { idFault } from '../../ui/idFault.ts';
import type { Mistake } from '../../ui/Mistakes.tsx';

const ManualRow = z.object({ id: z.string(), text: z.string(), source: z.string(), amount: z.string() });
export type ManualRow = z.infer<typeof ManualRow>;

/** One member while it is being typed. `memberId` null: not saved yet. `stored` is the masked number that stays when `typedId` is empty. */
const MemberRow = z.object({
  key: z.string(),
  memberId: z.string().nullable(),
  role: z.enum(memberRoles),
  stored: z.string().nullable(),
  typedId: z.string(),
  birthDate: z.string(),
  /** False while the date is only a guess from the number. */
  birthDateConfirmed: z.boolean(),
  lookUp: z.boolean(),
  countsInSize: z.boolean(),
  manual: z.array(ManualRow),
});
export type MemberRow = z.infer<typeof MemberRow>;

export const MemberRows = z.array(MemberRow);

export const rowsOf = ({ members }: Pick<CaseFile, 'members'>): MemberRow[] =>
  members.map((member) => ({
    key: member.id,
    memberId: member.id,
    role: member.role,
    stored: member.maskedId,
    typedId: '',
    birthDate: member.birthDate,
    birthDateConfirmed: true,
    lookUp: member.lookUp,
    countsInSize: member.countsInSize,
    manual: member.manualPosts.map(({ id, text, source, amountPerYear }) => ({
      id,
      text,
      source,
      amount: formatKroner(amountPerYear),
    })),
  }));

const isChild = (role: MemberRole): boolean => role.startsWith('barn');

/** What a role usually means: adults are looked up; a child with samvær lives elsewhere. The officer can change both. */
const usualFor = (role: MemberRole) => ({ role, lookUp: !isChild(role), countsInSize: role !== 'barnSamvaer' });

/** A new line at the end: the applicant first, after that a child until the officer says otherwise. */
export const addRow = (rows: readonly MemberRow[], key: string): MemberRow[] => [
  ...rows,
  {
    key,
    memberId: null,
    ...usualFor(rows.some(({ role }) => role === 'soeker') ? 'barn' : 'soeker'),
    stored: null,
    typedId: '',
    birthDate: '',
    birthDateConfirmed: true,
    manual: [],
  },
];

export const withRole = (row: MemberRow, role: MemberRole): MemberRow => ({ ...row, ...usualFor(role) });

/** A known person with a birth date that needs no confirming: from the list of practice people. Grown-ups after the applicant are partners. */
export function addPerson(
  rows: readonly MemberRow[],
  key: string,
  person: { readonly nationalId: string; readonly birthDate: IsoDate },
  today: IsoDate,
): MemberRow[] {
  const has = (role: MemberRole) => rows.some((row) => row.role === role);
  const adult = ageOn(person.birthDate, today) >= 18;
  const role = !adult ? 'barn' : !has('soeker') ? 'soeker' : has('samboer') ? 'annenVoksen' : 'samboer';
  return [
    ...rows,
    {
      key,
      memberId: null,
      ...usualFor(role),
      lookUp: true,
      stored: null,
      typedId: person.nationalId,
      birthDate: person.birthDate,
      birthDateConfirmed: true,
      manual: [],
    },
  ];
}

/** Takes what is typed as a number; a valid one suggests a birth date where none was entered. */
export function withTypedId(row: MemberRow, typedId: string, environment: Environment, today: IsoDate): MemberRow {
  const id = parseNationalId(typedId, environment);
  const suggestion = id.ok ? suggestBirthDate(id.value, today) : null;
  const free = row.birthDate === '' || !row.birthDateConfirmed;
  return suggestion && free
    ? { ...row, typedId, birthDate: suggestion.date, birthDateConfirmed: false }
    : { ...row, typedId };
}

/** The ids of a line's fields, for the error summary to lead to. */
export const fieldId = (row: Pick<MemberRow, 'key'>, field: 'role' | 'nationalId' | 'birthDate' | `manual-${string}`) =>
  `member-${row.key}-${field}`;

/** Reads the lines: what can be saved, or everything that must be put right first. */
export function readHousehold(
  rows: readonly MemberRow[],
  environment: Environment,
  today: IsoDate,
  text: Text,
): { readonly members: MemberInput[] | null; readonly mistakes: Mistake[] } {
  const { mistakes: sentences } = text.household;
  const mistakes: Mistake[] = [];
  const members: MemberInput[] = [];
  const applicants = rows.filter(({ role }) => role === 'soeker');
  const [first] = rows;
  if (first && applicants.length === 0) {
    mistakes.push({ fieldId: fieldId(first, 'role'), sentence: sentences.noApplicant });
  }
  for (const extra of applicants.slice(1)) {
    mistakes.push({ fieldId: fieldId(extra, 'role'), sentence: sentences.severalApplicants });
  }
  const names = rows.map(({ key, role }) => ({ id: key, role }));
  const seen = new Set<string>();
  for (const row of rows) {
    const found = mistakesIn(row, environment, today, text);
    const id = parseNationalId(row.typedId, environment);
    if (id.ok && seen.has(id.value)) {
      found.push({ fieldId: fieldId(row, 'nationalId'), sentence: sentences.nationalIdTwice });
    }
    if (id.ok) seen.add(id.value);
    const name = memberName(text, names, row.key);
    mistakes.push(...found.map((mistake) => ({ ...mistake, about: name })));
    const birthDate = parseIsoDate(row.birthDate);
    const manualPosts = row.manual.map(readManual);
    if (birthDate === null || manualPosts.includes(null)) continue;
    members.push({
      id: row.memberId,
      role: row.role,
      birthDate,
      nationalId: id.ok ? id.value : null,
      lookUp: row.lookUp,
      countsInSize: row.countsInSize,
      manualPosts: manualPosts.filter((post) => post !== null),
    });
  }
  return { members: mistakes.length === 0 ? members : null, mistakes };
}

function mistakesIn(row: MemberRow, environment: Environment, today: IsoDate, { household }: Text): Mistake[] {
  const { mistakes: sentences, faults } = household;
  const found: Mistake[] = [];
  const fault = idFault(row.typedId, environment);
  if (fault) found.push({ fieldId: fieldId(row, 'nationalId'), sentence: faults[fault] });
  if (row.lookUp && row.typedId === '' && row.stored === null) {
    found.push({ fieldId: fieldId(row, 'nationalId'), sentence: sentences.nationalIdMissing });
  }
  const birthDate = parseIsoDate(row.birthDate);
  const aboutBirth =
    birthDate === null
      ? sentences.birthDateWrong
      : birthDate > today
        ? sentences.birthDateInFuture
        : row.birthDateConfirmed
          ? null
          : sentences.birthDateNotConfirmed;
  if (aboutBirth) found.push({ fieldId: fieldId(row, 'birthDate'), sentence: aboutBirth });
  for (const post of row.manual) {
    const missing = [
      post.text.trim() === '' && sentences.manualText,
      post.source.trim() === '' && sentences.manualSource,
      amountIn(post.amount) === null && sentences.manualAmount,
    ].find((sentence) => sentence !== false);
    if (missing) found.push({ fieldId: fieldId(row, `manual-${post.id}`), sentence: missing });
  }
  return found;
}

const amountIn = (typed: string) => parseKroner(typed.replace(/\s/g, '').replace('−', '-'));

function readManual({ id, text, source, amount }: ManualRow): ManualPost | null {
  const amountPerYear = amountIn(amount);
  if (amountPerYear === null || text.trim() === '' || source.trim() === '') return null;
  return { id, text: text.trim(), source: source.trim(), amountPerYear };
}
