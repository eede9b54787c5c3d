import { accountNumber, syntheticNumber } from './identifiers.ts';
import {
  ago,
  balance,
  benefit,
  deduction,
  deposits,
  income,
  last,
  type Part,
  type Person,
  pay,
  payer,
  pension,
  person,
  settled,
  since,
  type TaxYear,
  underNewRules,
  wage,
  wages,
  withheld,
} from './peopleLanguage.ts';
import { INNKREVING, kroner, monthsAgo, newKindTrekk, trekk, twoYears } from './utleggLanguage.ts';

const PAYERS = [
  payer('32110045', 'GRØNN DAL INDUSTRI AS'),
  payer('32220011', 'LETT SKY TRANSPORT AS'),
  payer('32330021', 'MILD BRIS HELSE AS'),
];
const NAV = payer('28974220', 'ARBEIDS- OG VELFERDSETATEN (OPPLÆRING)');
const FIRST_NAMES = [
  'Sterk',
  'Mild',
  'Kvikk',
  'Rask',
  'Grønn',
  'Lys',
  'Dyp',
  'Klar',
  'Bred',
  'Stille',
  'Modig',
  'Frisk',
];
const LAST_NAMES = ['Fjord', 'Gran', 'Bro', 'Sky', 'Myr', 'Kai', 'Ås', 'Dal', 'Foss', 'Vik', 'Haug', 'Tind'];
const ACCOUNT = accountNumber('9999051234') ?? '';

/** Whole numbers from least to most, both included; the same seed gives the same sequence (mulberry32). */
export type Draw = (least: number, most: number) => number;

export function drawFrom(seed: number): Draw {
  let state = seed | 0;
  return (least, most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return least + Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * (most - least + 1));
  };
}

/** One of them, drawn; throws when there is none. */
export const pick = <T>(from: readonly T[], draw: Draw): T => {
  const found = from[draw(0, from.length - 1)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

/** A kind of economy, with what it shows and how it is drawn. */
interface Kind {
  readonly shows: string;
  readonly shows_nn: string;
  readonly parts: (draw: Draw) => readonly Part[];
}

const KINDS: readonly Kind[] = [
  {
    shows: 'Tilfeldig laget: fast lønn.',
    shows_nn: 'Tilfeldig laga: fast løn.',
    parts: (draw) => {
      const employer = pick(PAYERS, draw);
      const monthly = draw(240, 620) * 100;
      return [
        pay(employer, last(36), wage(monthly), withheld(Math.round(monthly * 0.27))),
        year(draw, wages([employer, monthly * 12])),
      ];
    },
  },
  {
    shows: 'Tilfeldig laget: lønn og deretter dagpenger.',
    shows_nn: 'Tilfeldig laga: løn og deretter dagpengar.',
    parts: (draw) => {
      const employer = pick(PAYERS, draw);
      const monthly = draw(280, 520) * 100;
      const months = draw(2, 10);
      return [
        pay(employer, since(last(36), ago(months)), wage(monthly), withheld(Math.round(monthly * 0.28))),
        pay(NAV, last(months), benefit('dagpengerVedArbeidsloeshet', Math.round(monthly * 0.62))),
        year(draw, wages([employer, monthly * 12])),
      ];
    },
  },
  {
    shows: 'Tilfeldig laget: uføretrygd.',
    shows_nn: 'Tilfeldig laga: uføretrygd.',
    parts: (draw) => {
      const monthly = draw(210, 310) * 100;
      return [
        pay(NAV, last(36), benefit('ufoeretrygd', monthly), withheld(Math.round(monthly * 0.2))),
        year(draw, income('samletUfoeretrygdFraFolketrygdenEksklusiveEktefelletillegg', monthly * 12)),
      ];
    },
  },
  {
    shows: 'Tilfeldig laget: alderspensjon.',
    shows_nn: 'Tilfeldig laga: alderspensjon.',
    parts: (draw) => {
      const monthly = draw(180, 290) * 100;
      return [
        pay(NAV, last(36), pension('alderspensjon', monthly)),
        year(draw, income('alderspensjonFraFolketrygden', monthly * 12)),
      ];
    },
  },
  {
    shows: 'Tilfeldig laget: fast lønn og et skattetrekk som løper.',
    shows_nn: 'Tilfeldig laga: fast løn og eit skattetrekk som går.',
    parts: (draw) => {
      const employer = pick(PAYERS, draw);
      const monthly = draw(300, 560) * 100;
      const age = draw(1, 22);
      return [
        pay(employer, last(36), wage(monthly), withheld(Math.round(monthly * 0.27))),
        year(draw, wages([employer, monthly * 12])),
        trekk(INNKREVING, {
          decided: monthsAgo(age),
          periods: twoYears(1 - age, kroner(draw(10, 60) * 100)),
          payer: employer,
          letter: 'd',
        }),
      ];
    },
  },
  {
    shows: 'Tilfeldig laget: fast lønn og trekk etter nytt regelverk.',
    shows_nn: 'Tilfeldig laga: fast løn og trekk etter nytt regelverk.',
    parts: (draw) => {
      const employer = pick(PAYERS, draw);
      const monthly = draw(240, 620) * 100;
      return [
        pay(employer, last(36), wage(monthly), withheld(Math.round(monthly * 0.27))),
        year(draw, wages([employer, monthly * 12])),
        underNewRules,
        newKindTrekk(monthsAgo(draw(1, 8))),
      ];
    },
  },
  { shows: 'Tilfeldig laget: ingen opplysninger.', shows_nn: 'Tilfeldig laga: ingen opplysningar.', parts: () => [] },
];

function year(draw: Draw, earned: ReturnType<typeof income>): TaxYear {
  const saved = draw(0, 200) * 1_000;
  return settled(
    2025,
    '2026-06-10',
    earned,
    deduction('minstefradragIInntekt', 92_000),
    deposits(saved, ACCOUNT),
    ...balance(saved, 0),
  );
}

/** Makes people from a seed, none of whom has a number in `taken`. The same seed and count give the same people. */
export function generatePeople(count: number, seed: number, taken: ReadonlySet<string>): Person[] {
  const draw = drawFrom(seed);
  const used = new Set(taken);
  const made: Person[] = [];
  while (made.length < count) {
    const birthDate = [draw(1940, 2007), draw(1, 12), draw(1, 28)]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
    const individual = draw(0, 999);
    const nationalId = syntheticNumber(birthDate, individual);
    if (nationalId === null || used.has(nationalId)) continue;
    used.add(nationalId);
    const { shows, shows_nn, parts } = pick(KINDS, draw);
    const name = `${pick(FIRST_NAMES, draw)} ${pick(LAST_NAMES, draw)}`;
    made.push(person(birthDate, individual, name, shows, shows_nn, ...parts(draw)));
  }
  return made;
}
