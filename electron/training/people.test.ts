import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../../shared/dates.ts';
import loennsinntekt from '../../shared/income/codes/loennsinntekt.json' with { type: 'json' };
import naeringsinntekt from '../../shared/income/codes/naeringsinntekt.json' with { type: 'json' };
import pensjonEllerTrygd from '../../shared/income/codes/pensjon-eller-trygd.json' with { type: 'json' };
import list2022 from '../../shared/income/codes/summertskattegrunnlag-2022.json' with { type: 'json' };
import list2024 from '../../shared/income/codes/summertskattegrunnlag-2024.json' with { type: 'json' };
import ytelseFraOffentlige from '../../shared/income/codes/ytelse-fra-offentlige.json' with { type: 'json' };
import { EVERYONE } from './everyone.ts';
import { generatePeople } from './generatePeople.ts';
import { isOrganisationNumber, isSyntheticNumber } from './identifiers.ts';
import { type Person, type Report, reportsBy, type Settlement } from './peopleLanguage.ts';

const TODAY = '2026-11-21' as IsoDate;

const named = (name: string): Person => {
  const found = EVERYONE.find((person) => person.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};

/** Kroner of income per month, in the months asked for. */
const monthly = (person: Person, today: string, first: string, last: string): number[] => {
  const reports = reportsBy(person, today as IsoDate).filter(({ kalendermaaned: m }) => first <= m && m <= last);
  const months = [...new Set(reports.map(({ kalendermaaned }) => kalendermaaned))];
  return months.map((month) => incomeOf(reports.filter(({ kalendermaaned }) => kalendermaaned === month)));
};
const incomeOf = (reports: readonly Report[]): number =>
  reports.flatMap(({ inntekt }) => inntekt).reduce((sum, { beloep }) => sum + Number(beloep), 0);
const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

const settlement = (person: Person, year: number): Settlement => {
  const content = person.years.find((taxYear) => taxYear.year === year)?.content;
  if (!content || content === 'withdrawn') throw new Error(`${person.name} has no settlement of ${year}`);
  return content;
};
const post = (person: Person, year: number, tekniskNavn: string): unknown =>
  settlement(person, year).grunnlag.find((candidate) => candidate.tekniskNavn === tekniskNavn)?.beloep;

describe('everyone made by hand', () => {
  test('at least 60, each with a synthetic number of their own and a sentence in both languages', () => {
    expect(EVERYONE.length).toBeGreaterThanOrEqual(60);
    expect(new Set(EVERYONE.map(({ nationalId }) => nationalId)).size).toBe(EVERYONE.length);
    expect(new Set(EVERYONE.map(({ name }) => name)).size).toBe(EVERYONE.length);
    for (const { nationalId, birthDate, shows, shows_nn } of EVERYONE) {
      expect(isSyntheticNumber(nationalId)).toBe(true);
      const [year = '', month = '', day = ''] = birthDate.split('-');
      expect(nationalId.slice(1, 6)).toBe(`${day.slice(1)}${Number(month) + 80}${year.slice(2)}`);
      expect(shows).toMatch(/^.{25,}\.$/);
      expect(shows_nn).toMatch(/^.{25,}\.$/);
      expect(shows_nn).not.toBe(shows);
    }
  });

  test('payers are valid organisations, but for two who are persons', () => {
    const payers = EVERYONE.flatMap(({ pay }) => pay.map(({ payer }) => payer.number));
    const persons = payers.filter((number) => !isOrganisationNumber(number));
    expect([...new Set(persons)]).toEqual([named('Stødig Furu').nationalId, named('Enkel Kopp').nationalId]);
  });

  test('months are counted from today and never run ahead of it', () => {
    for (const today of ['2026-11-21', '2028-02-03'] as IsoDate[]) {
      const newest = reportsBy(named('Stødig Furu'), today).at(-1)?.kalendermaaned;
      expect(newest).toBe(today === '2026-11-21' ? '2026-10' : '2027-12');
    }
    for (const person of EVERYONE) {
      for (const { kalendermaaned } of reportsBy(person, TODAY)) expect(kalendermaaned <= '2026-10').toBe(true);
    }
  });

  test('codes are those of the lists, but for the people who show something else', () => {
    const lists = [loennsinntekt, ytelseFraOffentlige, pensjonEllerTrygd, naeringsinntekt];
    const known = new Set(lists.flatMap((list) => list.codes.map(({ code }) => `${list.list}.${code}`)));
    const strange = EVERYONE.filter((person) =>
      reportsBy(person, TODAY).some(({ inntekt }) =>
        inntekt.some(
          (line) =>
            !known.has(
              codeOf(
                line,
                lists.map(({ list }) => list),
              ),
            ),
        ),
      ),
    );
    expect(strange.map(({ name }) => name)).toEqual(['Bløt Dyne', 'Bred Åker', 'Ukjent Fugl', 'Hul Skive', 'Ny Side']);
  });

  test('posts are those of the year lists with their category, but for the people who show something else', () => {
    const rows = [...list2022.grunnlag, ...list2024.grunnlag];
    const known = new Set(rows.map(({ tekniskNavn, kategori }) => `${tekniskNavn} ${kategori}`));
    const strange = EVERYONE.filter(({ years }) =>
      years.some(({ content }) =>
        content === 'withdrawn'
          ? false
          : content.grunnlag.some(({ tekniskNavn, kategori }) => !known.has(`${tekniskNavn} ${kategori}`)),
      ),
    );
    expect(strange.map(({ name }) => name)).toEqual(['Ny Side']);
  });

  test('net wealth is gross wealth less debt wherever the totals are given', () => {
    for (const person of EVERYONE) {
      for (const { year, content } of person.years) {
        if (content === 'withdrawn' || post(person, year, 'bruttoformue') === undefined) continue;
        const difference = Number(post(person, year, 'bruttoformue')) - Number(post(person, year, 'samletGjeld'));
        expect([person.name, post(person, year, 'nettoformue')]).toEqual([person.name, difference]);
      }
    }
  });
});

const codeOf = (line: Readonly<Record<string, unknown>>, kinds: readonly string[]): string => {
  const kind = kinds.find((name) => name in line) ?? '';
  const content = line[kind];
  return `${kind}.${typeof content === 'object' && content !== null && 'beskrivelse' in content ? content.beskrivelse : ''}`;
};

describe('the examples of fagregler.md 5', () => {
  test('H1: three months of mean 38 500, and the year 455 000', () => {
    expect(monthly(named('H1 Jevn Gang'), '2026-11-12', '2026-08', '2026-10')).toEqual([38_000, 38_500, 39_000]);
    expect(post(named('H1 Jevn Gang'), 2025, 'samletLoennsinntektMedTrygdeavgiftspliktOgMedTrekkplikt')).toBe(455_000);
  });

  test('H2: 372 000 and 294 000 for the adults, 60 000 for the 17-year-old, in any twelve complete months', () => {
    const year = (name: string): number => total(monthly(named(name), '2026-10-01', '2025-09', '2026-08'));
    expect(['H2 Voksen En', 'H2 Voksen To', 'H2 Ungdom', 'H2 Barn'].map(year)).toEqual([372_000, 294_000, 60_000, 0]);
    expect(total(monthly(named('H2 Ungdom'), '2026-10-12', '2025-10', '2026-09'))).toBe(60_000);
  });

  test('H3: 24 310 a month after the drop, the year 520 000, net wealth 81 000', () => {
    expect(monthly(named('H3 Bratt Bakke'), '2023-09-15', '2023-06', '2023-08')).toEqual([24_310, 24_310, 24_310]);
    expect(post(named('H3 Bratt Bakke'), 2022, 'samletLoennsinntektMedTrygdeavgiftspliktOgMedTrekkplikt')).toBe(
      520_000,
    );
    expect(post(named('H3 Bratt Bakke'), 2022, 'innskudd')).toBe(96_000);
    expect(post(named('H3 Bratt Bakke'), 2022, 'formuesverdiForKjoeretoey')).toBe(45_000);
    expect(post(named('H3 Bratt Bakke'), 2022, 'nettoformue')).toBe(81_000);
  });

  test('H4: 470 000 in twelve months, 128 000 in the last three', () => {
    const months = monthly(named('H4 To Vinduer'), '2026-11-15', '2025-11', '2026-10');
    expect(months).toHaveLength(12);
    expect(total(months)).toBe(470_000);
    expect(total(months.slice(-3)) * 4).toBe(512_000);
  });

  test('H5: six people, 690 000, net wealth 140 000', () => {
    const household = EVERYONE.filter(({ name }) => name.startsWith('H5 '));
    expect(household).toHaveLength(6);
    const adults = household.filter(({ years }) => years.length > 0);
    const sumOf = (name: string): number => total(adults.map((adult) => Number(post(adult, 2025, name))));
    expect(sumOf('samletLoennsinntektMedTrygdeavgiftspliktOgMedTrekkplikt')).toBe(690_000);
    expect(sumOf('nettoformue')).toBe(140_000);
    expect(total(household.flatMap((member) => monthly(member, '2026-11-21', '2025-01', '2025-12')))).toBe(690_000);
  });
});

test('every account of everyone made by hand has eleven digits', () => {
  const accounts = [...JSON.stringify(EVERYONE.map(({ years }) => years)).matchAll(/"kontonummer":"(.*?)"/g)].map(
    ([, number]) => number,
  );
  expect(accounts.length).toBeGreaterThan(50);
  expect(accounts.every((number) => number?.match(/^\d{11}$/))).toBe(true);
});

describe('people who show one thing', () => {
  test('the late payer’s month is incomplete until the 9th', () => {
    const october = (today: string): number => total(monthly(named('Treg Penn'), today, '2026-10', '2026-10'));
    expect([october('2026-11-04'), october('2026-11-05'), october('2026-11-08'), october('2026-11-09')]).toEqual([
      0, 21_000, 21_000, 37_400,
    ]);
  });

  test('36 months from ten payers are 360 reports', () => {
    expect(reportsBy(named('Mange Bekker'), TODAY)).toHaveLength(360);
  });

  test('a correction leaves the sum of the month, not its first report', () => {
    expect(monthly(named('Rettet Strek'), '2026-11-21', '2026-07', '2026-07')).toEqual([28_640]);
  });
});

describe('generated people', () => {
  const made = generatePeople(500, 7, new Set(EVERYONE.map(({ nationalId }) => nationalId)));

  test('are as many as asked for, valid, distinct from each other and from everyone made by hand', () => {
    const numbers = new Set([...EVERYONE, ...made].map(({ nationalId }) => nationalId));
    expect(numbers.size).toBe(EVERYONE.length + 500);
    expect(made.every(({ nationalId }) => isSyntheticNumber(nationalId))).toBe(true);
  });

  test('have their savings on an account with a number', () => {
    const text = JSON.stringify(made.map(({ years }) => years));
    expect(text).toContain('"kontonummer":"99990512341"');
    expect(text).not.toContain('"kontonummer":""');
  });

  test('are the same for the same seed, and others for another', () => {
    const again = generatePeople(500, 7, new Set(EVERYONE.map(({ nationalId }) => nationalId)));
    const other = generatePeople(500, 8, new Set());
    const described = (people: readonly Person[]): unknown =>
      people.map((person) => [person.nationalId, person.name, reportsBy(person, TODAY)]);
    expect(described(again)).toEqual(described(made));
    expect(described(other)).not.toEqual(described(made));
  });
});
