import { describe, expect, it } from 'vitest';
import { kroner } from '../../../shared/money.ts';
import type { ActContent, LetterKind } from '../../../shared/utlegg/trekk.ts';
import { type Letter, letterHtml } from './letterHtml.ts';
import { avslutt, beslutning, claim, date, endre, letter, registrer, terms } from './letters.fixture.ts';

/** What is read on the page: no markup, and every run of space as one. */
const read = (page: string | null): string =>
  (page ?? '')
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/gu, ' ');
const written = (kind: LetterKind, what: ActContent, over: Partial<Letter> = {}): string => {
  const page = letterHtml(kind, letter(what, over));
  expect(page).not.toBeNull();
  return read(page);
};
const inNynorsk = (what: ActContent): Partial<Letter> => ({ trekk: { ...letter(what).trekk, language: 'nn' } });

const acts = [registrer(), endre(), avslutt(), beslutning()];
const kinds = ['underretning', 'trekkpaalegg', 'opphoer'] as const;
const every = acts.flatMap((what) =>
  kinds.flatMap((kind) => (letterHtml(kind, letter(what)) === null ? [] : [[kind, what.kind, what] as const])),
);

describe('every letter', () => {
  it('exists for the acts it tells of, and for no other', () => {
    expect(every.map(([kind, act]) => `${act} ${kind}`)).toEqual([
      'registrer underretning',
      'registrer trekkpaalegg',
      'endre underretning',
      'endre trekkpaalegg',
      'avslutt underretning',
      'avslutt opphoer',
      'beslutning underretning',
    ]);
  });

  it.each(every)('%s of %s says who sends it, when, in which case, and whom to ask and how', (kind, _act, what) => {
    const text = written(kind, what);
    for (const part of ['Fjellvik kommune', '22.11.2026', '2026/0417', 'Siri Innkrever', '55 00 00 00']) {
      expect(text).toContain(part);
    }
  });

  it.each(every)('%s of %s is marked as training where it is training, and only there', (kind, _act, what) => {
    expect(written(kind, what, { environment: 'training' })).toContain('OPPLÆRING');
    expect(written(kind, what, { environment: 'test' })).toContain('TESTMILJØ');
    expect(written(kind, what)).not.toMatch(/OPPLÆRING|TESTMILJØ/);
  });

  it.each(every)('%s of %s is written in the debtor’s målform', (kind, _act, what) => {
    expect(letterHtml(kind, letter(what, inNynorsk(what)))).toContain('<html lang="nn">');
    expect(written(kind, what, inNynorsk(what))).not.toMatch(
      /(?<!\p{L})(ikke|hva|hvor|hvem|fra|noe|noen|dere|gjelder|saken|bokmål|kommer|trekker|skylder|inntekten)(?!\p{L})/iu,
    );
  });

  it.each(every)('%s of %s lets nothing that was typed become markup', (kind, _act, what) => {
    const typed = '<script>&"';
    const page = letterHtml(
      kind,
      letter(what, {
        trekk: { ...letter(what).trekk, debtorName: typed, caseNumber: typed },
        municipality: typed,
        officer: typed,
      }),
    );
    expect(page).not.toContain('<script>');
    expect(page).toContain('&lt;script&gt;&amp;&quot;');
  });

  it('leaves nothing unsaid that is not known', () => {
    const text = written(
      'trekkpaalegg',
      registrer({ periods: [{ from: date('2026-12-01'), to: null, amount: null, percent: null }] }),
    );
    expect(text).toContain('01.12.2026 ikke fastsatt ikke fastsatt');
  });
});

describe('underretning', () => {
  it('of a registration: the size, who deducts, each claim and the sums, by what right, and how to complain', () => {
    const text = written('underretning', registrer());
    for (const part of [
      'Ola Testperson',
      'Fjellvik Transport AS (org.nr. 310 442 100)',
      '01.12.2026 30.11.2027 2 300 kr',
      'ES-2024-118 20.03.2024 d 18 400 15 300',
      'Eiendomsskatt, renter ES-2024-118-R – e 1 820,50 1 820,50',
      'Sum 20 220,50 17 120,50',
      'Du fikk varsel 12.10.2026',
      'eigedomsskattelova § 27',
      'Du kan klage så lenge trekket løper',
      'Fjellvik tingrett',
      'innen én måned',
      'Løsøreregisteret',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('has no personal number in it, masked or not', () => {
    for (const what of acts) expect(written('underretning', what)).not.toMatch(/258514|49852/);
  });

  it('tells of the court by its kind while the municipality has not named it', () => {
    const text = written('underretning', registrer(), {
      correspondence: { ...letter(registrer()).correspondence, court: '' },
    });
    expect(text).toContain('sender vi den til tingretten');
  });

  it('prints a percentage exactly, and what it is of', () => {
    const text = written(
      'underretning',
      registrer({ periods: [{ from: date('2026-12-01'), to: date('2027-11-30'), amount: null, percent: 1225 }] }),
    );
    expect(text).toContain('12,25 %');
    expect(text).toContain('trekkgrunnlaget');
  });

  it('says of a month without deduction that there is none, and of a waiting trekk why it waits', () => {
    const text = written(
      'underretning',
      registrer({
        waiting: true,
        periods: [{ from: date('2026-12-01'), to: date('2026-12-31'), amount: kroner(0), percent: null }],
      }),
    );
    expect(text).toContain('ingen trekk');
    expect(text).toContain('et annet trekk går foran');
  });

  it('names a statute only for the kinds of claim that are there and have one', () => {
    const text = written('underretning', registrer({ claims: [{ ...claim, type: 'annet' }] }));
    expect(text).not.toContain('Kravene kan kreves inn uten dom');
  });

  it('of a change: what was and what is, why, and nothing as new that is the same', () => {
    const text = written(
      'underretning',
      endre({
        explanation: 'Boutgiftene har økt.',
        periods: terms.periods.map((period) => ({ ...period, amount: kroner(1_400) })),
      }),
    );
    expect(text).toContain('01.12.2026–30.11.2027: 2 300 kr 01.12.2026–30.11.2027: 1 400 kr');
    expect(text).toContain('Boutgiftene har økt.');
    expect(text).toContain('Vi har vurdert på nytt hva du trenger å leve av.');
    expect(text).not.toContain('Kontonummer');
  });

  it('of a stay: that it stays, and no size as if it ran', () => {
    const text = written('underretning', endre({ reason: 'midlertidigStans' }));
    expect(text).toContain('stanser midlertidig');
    expect(text).not.toContain('2 300');
    expect(text).not.toContain('Hva som er nytt');
  });

  it('of an ending: until when one may complain about it', () => {
    const text = written('underretning', avslutt({ reason: 'utloept' }));
    expect(text).toContain('til og med 30.06.2027');
    expect(text).toContain('skylder du fortsatt');
    expect(text).toContain('én måned etter at du fikk dette brevet');
  });

  it('of one that never should have been: says so, and no complaint', () => {
    const text = written('underretning', avslutt({ reason: 'feilregistrert' }));
    expect(text).toContain('Vi beklager feilen');
    expect(text).not.toContain('Du kan klage');
  });

  it('under the new rules: no size, period or employer, and who decides them instead', () => {
    const text = written('underretning', beslutning());
    expect(text).toContain('Kommunen bestemmer ikke hvor mye du skal trekkes, hvor lenge, eller hvem');
    expect(text).toContain('§ 2-17');
    expect(text).not.toMatch(/2 300|Fjellvik Transport|Trekk i måneden|30\.11\.2027|§ 4-18|§ 2-7/);
    expect(text).toContain('Sum 20 220,50 17 120,50');
    expect(text).toContain('Det løper fortsatt renter på ES-2024-118.');
    expect(text).toContain('§§ 5-16 og 7-24');
  });

  it('under the new rules: tells of the place an earlier decision keeps', () => {
    expect(written('underretning', beslutning())).not.toContain('beholder plassen');
    expect(written('underretning', beslutning({ earlierDecisionDate: date('2025-05-05') }))).toContain('05.05.2025');
  });
});

describe('to the one who deducts', () => {
  it('an order: whom, how much, from when to when, where to pay, its rank, and what follows if not', () => {
    const text = written('trekkpaalegg', registrer());
    for (const part of [
      'Fjellvik Transport AS Org.nr. 310 442 100',
      'Ola Testperson',
      '258514 49852',
      '01.12.2026 30.11.2027 2 300 kr',
      '1503.73.54837',
      '6487719756',
      '§ 2-8 bokstav d og e og ble besluttet 20.11.2026',
      'kan dere bli ansvarlige for beløpet',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('is not told what the claims are, how large, or why something changes or ends', () => {
    const explanation = 'Klager er syk';
    const letters = [
      written('trekkpaalegg', registrer()),
      written(
        'trekkpaalegg',
        endre({ explanation, reason: 'klage', claims: [{ ...claim, remaining: kroner(9_000) }] }),
      ),
      written('opphoer', avslutt({ explanation, reason: 'gjeldsordningEllerKonkurs' })),
    ];
    for (const text of letters) {
      expect(text).not.toMatch(/Eiendomsskatt|ES-2024|15 300|17 120|9 000|syk|etter klagen|gjeldsordning|konkurs/i);
    }
  });

  it('cites no paragraph for the duty, which the reference has none for', () => {
    const duty = written('trekkpaalegg', registrer()).split('Plikt og ansvar')[1];
    expect(duty).toContain('Dere har plikt');
    expect(duty).not.toContain('§');
  });

  it('a change: what is new in what to deduct', () => {
    const text = written(
      'trekkpaalegg',
      endre({ periods: terms.periods.map((period) => ({ ...period, amount: kroner(1_400) })) }),
    );
    expect(text).toContain('erstatter det dere har fått av oss');
    expect(text).toContain('30.11.2027: 2 300 kr 01.12.2026–30.11.2027: 1 400 kr');
  });

  it('a stay: from when nothing is to be deducted', () => {
    const text = written('trekkpaalegg', endre({ reason: 'midlertidigStans' }));
    expect(text).toContain('Trekk ikke noe fra og med 01.02.2027');
    expect(text).not.toContain('2 300');
  });

  it('another employer: the new one gets a whole order and is told nothing of the old, who is told to stop', () => {
    const what = endre({
      reason: 'nyTrekkpliktig',
      payer: { organisationNumber: '974761076', name: 'Nye Fisk AS', pays: 'loenn' },
    });
    const order = written('trekkpaalegg', what);
    expect(order).toContain('Nye Fisk AS Org.nr. 974 761 076');
    expect(order).not.toMatch(/Fjellvik Transport|Hva som er nytt|erstatter/);
    const stop = written('opphoer', what);
    expect(stop).toContain('Fra og med 01.02.2027 skal dere ikke trekke mer');
    expect(stop).not.toContain('Nye Fisk');
  });

  it('an ending: the last day, and where to pay what was deducted until then', () => {
    const text = written('opphoer', avslutt());
    expect(text).toContain('Siste dag dere trekker, er 30.06.2027');
    expect(text).toContain('1503.73.54837');
  });

  it('an order that was a mistake: nothing more is to be deducted or paid unasked', () => {
    const text = written('opphoer', avslutt({ reason: 'feilregistrert' }));
    expect(text).toContain('var en feil');
    expect(text).not.toContain('1503.73.54837');
  });

  it('claims without a § 2-8 letter give no rank rather than a wrong one', () => {
    const text = written('trekkpaalegg', registrer({ claims: [{ ...claim, letter: null }] }));
    expect(text).not.toContain('Når det er flere trekk');
  });

  it('nobody is told of what is not registered', () => {
    const unregistered = { trekk: { ...letter(endre()).trekk, registered: null } };
    for (const kind of kinds) {
      expect(letterHtml(kind, letter(endre(), unregistered))).toBeNull();
      expect(letterHtml(kind, letter(avslutt(), unregistered))).toBeNull();
    }
  });
});
