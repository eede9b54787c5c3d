import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../shared/dates.ts';
import type { Member } from '../../../shared/housing/caseFile.ts';
import { kroner } from '../../../shared/money.ts';
import { textIn } from '../../../shared/text/text.ts';
import {
  addPerson,
  addRow,
  fieldId,
  type MemberRow,
  MemberRows,
  readHousehold,
  rowsOf,
  withRole,
  withTypedId,
} from './householdForm.ts';

const nb = textIn('nb');
const today = '2026-11-22' as IsoDate;
// Synthetic (month + 80), control digits right.
const ADULT = '01818012345';
const read = (rows: readonly MemberRow[], environment: 'training' | 'production' = 'training') =>
  readHousehold(rows, environment, today, nb);
const sentences = (rows: readonly MemberRow[]) =>
  read(rows).mistakes.map(({ about, sentence }) => (about ? `${about}: ${sentence}` : sentence));

const applicant: MemberRow = {
  key: 'a',
  memberId: null,
  role: 'soeker',
  stored: null,
  typedId: ADULT,
  birthDate: '1980-01-01',
  birthDateConfirmed: true,
  lookUp: true,
  countsInSize: true,
  manual: [],
};
const child: MemberRow = { ...applicant, key: 'b', role: 'barn', typedId: '', birthDate: '2018-05-23', lookUp: false };

describe('what can be saved', () => {
  it('a new applicant and a child without a number', () => {
    expect(read([applicant, child])).toEqual({
      mistakes: [],
      members: [
        {
          id: null,
          role: 'soeker',
          birthDate: '1980-01-01',
          nationalId: ADULT,
          lookUp: true,
          countsInSize: true,
          manualPosts: [],
        },
        {
          id: null,
          role: 'barn',
          birthDate: '2018-05-23',
          nationalId: null,
          lookUp: false,
          countsInSize: true,
          manualPosts: [],
        },
      ],
    });
  });

  it('a saved member keeps the stored number when nothing is typed', () => {
    const member: Member = {
      id: 'm1',
      role: 'soeker',
      birthDate: today,
      maskedId: '018180 *****',
      lookUp: true,
      countsInSize: true,
      manualPosts: [{ id: 'p', text: 'Bidrag', source: 'Nav', amountPerYear: kroner(24_000) }],
    };
    const rows = rowsOf({ members: [member] });
    expect(read(rows).members?.[0]).toEqual({
      id: 'm1',
      role: 'soeker',
      birthDate: today,
      nationalId: null,
      lookUp: true,
      countsInSize: true,
      manualPosts: member.manualPosts,
    });
    expect(MemberRows.parse(JSON.parse(JSON.stringify(rows)))).toEqual(rows);
  });

  it('amounts by hand are read with or without spaces', () => {
    const manual = [{ id: 'p', text: 'Bidrag', source: 'Nav', amount: '24 000' }];
    expect(read([{ ...applicant, manual }]).members?.[0]?.manualPosts[0]?.amountPerYear).toBe(2_400_000);
  });
});

describe('what must be put right first, with the field it is in', () => {
  it('someone who is looked up has a number', () => {
    expect(read([{ ...applicant, typedId: '' }]).mistakes).toEqual([
      { fieldId: fieldId(applicant, 'nationalId'), sentence: nb.household.mistakes.nationalIdMissing, about: 'Søker' },
    ]);
  });

  it('the number is right, and used once', () => {
    expect(sentences([{ ...applicant, typedId: '01818012346' }])).toEqual([
      `Søker: ${nb.household.faults['bad-checksum']}`,
    ]);
    expect(sentences([applicant, { ...child, typedId: ADULT }])).toEqual([
      `Barn: ${nb.household.mistakes.nationalIdTwice}`,
    ]);
  });

  it('a synthetic number is refused in production', () => {
    expect(read([applicant], 'production').mistakes[0]?.sentence).toBe(nb.household.faults['synthetic-in-production']);
  });

  it('the birth date is a day that has come, and has been confirmed', () => {
    expect(sentences([{ ...applicant, birthDate: '31.02' }])).toEqual([
      `Søker: ${nb.household.mistakes.birthDateWrong}`,
    ]);
    expect(sentences([{ ...applicant, birthDate: '2026-11-23' }])).toEqual([
      `Søker: ${nb.household.mistakes.birthDateInFuture}`,
    ]);
    expect(sentences([{ ...applicant, birthDateConfirmed: false }])).toEqual([
      `Søker: ${nb.household.mistakes.birthDateNotConfirmed}`,
    ]);
  });

  it('there is exactly one applicant', () => {
    expect(sentences([child])).toEqual([nb.household.mistakes.noApplicant]);
    expect(sentences([applicant, { ...applicant, key: 'c', typedId: '', lookUp: false }])).toEqual([
      nb.household.mistakes.severalApplicants,
    ]);
  });

  it('what is entered by hand has a source', () => {
    const manual = [{ id: 'p', text: 'Bidrag', source: ' ', amount: '24 000' }];
    expect(sentences([{ ...applicant, manual }])).toEqual([`Søker: ${nb.household.mistakes.manualSource}`]);
  });

  it('nothing is saved while something is wrong', () => {
    expect(read([applicant, { ...child, birthDate: '' }]).members).toBeNull();
  });
});

describe('a birth date is suggested from the number', () => {
  const empty = { ...applicant, typedId: '', birthDate: '' };

  it('where none was entered, and must be confirmed', () => {
    expect(withTypedId(empty, ADULT, 'training', today)).toMatchObject({
      birthDate: '1980-01-01',
      birthDateConfirmed: false,
    });
  });

  it('never over one that was entered', () => {
    const entered = { ...empty, birthDate: '1880-01-01' };
    expect(withTypedId(entered, ADULT, 'training', today)).toMatchObject({
      birthDate: '1880-01-01',
      birthDateConfirmed: true,
    });
  });

  it('not from a number that is wrong', () => {
    expect(withTypedId(empty, '01818012346', 'training', today).birthDate).toBe('');
  });
});

describe('who is added', () => {
  it('the applicant first, then children', () => {
    const rows = addRow(addRow([], 'a'), 'b');
    expect(rows.map(({ role, lookUp }) => [role, lookUp])).toEqual([
      ['soeker', true],
      ['barn', false],
    ]);
  });

  it('a practice person by age: applicant, partner, another adult, child; always looked up', () => {
    const adult = { nationalId: ADULT, birthDate: '1980-01-01' as IsoDate };
    const minor = { nationalId: ADULT, birthDate: '2018-05-23' as IsoDate };
    const rows = [adult, adult, adult, minor].reduce<MemberRow[]>(
      (all, one, index) => addPerson(all, `${index}`, one, today),
      [],
    );
    expect(rows.map(({ role }) => role)).toEqual(['soeker', 'samboer', 'annenVoksen', 'barn']);
    expect(rows.every(({ lookUp }) => lookUp)).toBe(true);
  });

  it('a child with samvær does not count in the size', () => {
    expect(withRole(child, 'barnSamvaer').countsInSize).toBe(false);
  });
});
