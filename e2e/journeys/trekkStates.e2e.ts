import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, formatDate, type Instant, osloDate } from '../../shared/dates.ts';
import { inMain, type RunningApp } from '../app.ts';
import { card, debtor, fetchAll, goToDecision, words } from '../debtors.ts';
import { practiseAs } from '../program.ts';
import { type Simulator, startSimulator } from '../simulator.ts';
import { beginAct, openTrekk, review, sendIt, toPutRight, trekkDesk } from '../trekk.ts';
import { caseAtHand, checked, followed, sent } from '../trekkBeforehand.ts';

// utleggsdatabasen.md 7.1, from the register's yes to the end: each row that trekkOldRules, trekkNewRules and trekkUncertain do not show.
describe('a trekk that is in the register, in every state it can be in', () => {
  const today = osloDate(new Date().toISOString() as Instant);
  let simulator: Simulator;
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    simulator = await startSimulator();
    ({ running, page } = await trekkDesk(simulator));
  });
  afterAll(async () => {
    await running?.close();
    await simulator?.stop();
  });

  /** What the panel on the right says of the open trekk. */
  const state = () => words(card(page, 'Sendt'));
  const is = (said: string) => card(page, 'Sendt').getByText(said, { exact: true }).waitFor();
  const newest = async () => (await simulator.registrations()).at(-1);

  describe('pushed back, and room again', () => {
    it('one of ours runs, and the new lookup shows better priority', async () => {
      const debtorCase = await caseAtHand(page, { caseNumber: '2026/7301', name: 'Rolig Elv', reference: 'VA-1' });
      await followed(page, debtorCase);
      await openTrekk(page, '2026/7301');
      await is('Løper.');
      const { nationalId } = debtor('Rolig Elv');
      await simulator.registerForAnother({ nationalId, kroner: 12_000, letter: 'a' });
      await page.getByRole('navigation', { name: 'Steg i saken' }).getByRole('link', { name: 'Opplysninger' }).click();
      await fetchAll(page);
      await goToDecision(page);
      await card(page, 'Samordning').getByText('Et trekk med bedre eller lik prioritet løper').waitFor();
    });

    it('loepende → ventende: nothing is deducted from today', async () => {
      await openTrekk(page, '2026/7301');
      await beginAct(page, 'Endre', 'Ny vurdering av livsopphold');
      await page.getByLabel('Til og med, periode 1').fill(formatDate(addDays(today, -1)));
      await page.getByLabel('Fra, periode 2').fill(formatDate(today));
      await page.getByLabel('Kroner per måned, periode 2').fill('0');
      await sendIt(running, page);
      await is('Venter på rom.');
      expect(await newest()).toMatchObject({ kind: 'endre', versjon: 2, status: 'ventende' });
    });

    it('ventende → loepende: a new assessment finds room, and the last day stays', async () => {
      const lastDay = (await state()).match(/til og med (\S+)\./)?.[1];
      await beginAct(page, 'Endre', 'Ny vurdering av livsopphold');
      await page.getByLabel('Kroner per måned, periode 2').fill('900');
      await sendIt(running, page);
      await is('Løper.');
      expect(await state()).toContain(`Løper til og med ${lastDay}.`);
      expect(await newest()).toMatchObject({ versjon: 3, status: 'loepende' });
    });
  });

  describe('stopped and resumed', () => {
    let lastDay = '';

    it('stanset → loepende: the days that were lost are not given back', async () => {
      await followed(page, await caseAtHand(page, { caseNumber: '2026/7302', name: 'Satt Brems', reference: 'ES-1' }));
      await openTrekk(page, '2026/7302');
      await is('Stanset for en tid.');
      await beginAct(page, 'Endre', 'Trekket tas opp igjen');
      const end = page.getByLabel('Til og med, periode 1');
      lastDay = await end.inputValue();
      await end.fill('31.12.2028');
      await toPutRight(page).getByText('Et registrert trekk kan ikke forlenges.').waitFor();
      await end.fill(lastDay);
      await sendIt(running, page);
      await is('Løper.');
      expect(await state()).toContain(`Løper til og med ${lastDay}.`);
    });

    it('loepende → stanset: only for a reason that is written', async () => {
      await beginAct(page, 'Endre', 'Stans for en tid');
      await toPutRight(page)
        .getByText(/^Skriv en begrunnelse/)
        .waitFor();
      await page.getByRole('textbox', { name: 'Begrunnelse', exact: true }).fill('Betalingsavtale, jf. dokument 7');
      await sendIt(running, page);
      await is('Stanset for en tid.');
      expect(await words(card(page, 'Slik er trekket registrert'))).toContain(`til og med ${lastDay}`);
      expect(await newest()).toMatchObject({ kind: 'endre', status: 'stanset' });
    });
  });

  describe('ended', () => {
    it('stanset → avsluttet: after a death nobody is left to tell but the payer', async () => {
      await beginAct(page, 'Avslutte', 'Dødsfall');
      await page.getByRole('textbox', { name: 'Begrunnelse', exact: true }).fill('Dødsfall, jf. dokument 9');
      await sendIt(running, page);
      await page.getByText(/^Avsluttet: dødsfall\./).waitFor();
      const letters = await words(card(page, 'Brev'));
      expect(letters.match(/Underretning/g)).toHaveLength(2);
      expect(letters).toContain('Opphør av trekk');
    });

    it('ventende → avsluttet: only with its document in the case', async () => {
      await followed(page, await caseAtHand(page, { caseNumber: '2026/7303', name: 'Stille Kø', reference: 'VA-1' }));
      await openTrekk(page, '2026/7303');
      await is('Venter på rom.');
      await beginAct(page, 'Avslutte', 'Opphevet etter klage');
      await toPutRight(page)
        .getByText(/^Skriv en begrunnelse, og hvilket dokument/)
        .waitFor();
      await page.getByRole('textbox', { name: 'Begrunnelse', exact: true }).fill('Medhold i klage, jf. dokument 4');
      await sendIt(running, page);
      await page.getByText(/^Avsluttet: opphevet etter klage\./).waitFor();
      expect(await card(page, 'Endre eller avslutte').count()).toBe(0);
    });

    it('innfridd: only when nothing remains, and then it is asked for', async () => {
      await followed(
        page,
        await caseAtHand(page, { caseNumber: '2026/7304', name: 'Betalt Regning', reference: 'ES-1' }),
      );
      await openTrekk(page, '2026/7304');
      await beginAct(page, 'Avslutte', 'Kravene er betalt');
      await toPutRight(page)
        .getByText(/^Kravene i saken er ikke betalt/)
        .waitFor();
      await page
        .getByRole('navigation', { name: 'Steg i saken' })
        .getByRole('link', { name: 'Krav og varsel' })
        .click();
      await page.getByLabel('Gjenstår, krav 1').fill('0');
      await page.getByRole('button', { name: 'Lagre og gå til opplysninger' }).click();
      await page.getByRole('link', { name: 'Gå til beslutning' }).waitFor();
      await page.getByRole('link', { name: /^Trekk/ }).click();
      const line = page.getByRole('row').filter({ hasText: '2026/7304' });
      await line.getByText('Betalt, men fortsatt registrert.').waitFor();
      await openTrekk(page, '2026/7304');
      await sendIt(running, page);
      await page.getByText(/^Avsluttet: kravene er betalt\./).waitFor();
      expect(await newest()).toMatchObject({ kind: 'avslutt', status: 'avsluttet' });
    });

    it('utloept: offered when the last day is past, and never before', async () => {
      await followed(page, await caseAtHand(page, { caseNumber: '2026/7305', name: 'Glemt Lås', reference: 'VA-1' }));
      await openTrekk(page, '2026/7305');
      expect(await state()).toMatch(/Utløpt, men fortsatt registrert\. Avslutt trekket\. Gikk ut [\d.]+\./);
      await beginAct(page, 'Avslutte', 'Trekkperioden er ute');
      await sendIt(running, page);
      await page.getByText(/^Avsluttet: trekkperioden er ute\./).waitFor();

      await openTrekk(page, '2026/7301');
      const begin = card(page, 'Endre eller avslutte');
      await begin.getByRole('radio', { name: 'Avslutte' }).check();
      const reasons = await begin.getByLabel('Årsak').getByRole('option').allInnerTexts();
      expect(reasons).toContain('Ingen å trekke hos');
      expect(reasons).not.toContain('Trekkperioden er ute');
    });
  });

  describe('the clock', () => {
    /** The program's days go by; the authorities' stand. */
    const daysLater = async (days: number) => {
      await inMain(() =>
        running.app.evaluate((_electron, milliseconds) => {
          const clock = globalThis as unknown as { TrueDate?: DateConstructor; Date: DateConstructor };
          clock.TrueDate ??= clock.Date;
          const { TrueDate } = clock;
          clock.Date = class extends TrueDate {
            constructor(...given: [] | [number | string]) {
              super(...((given.length > 0 ? given : [TrueDate.now() + milliseconds]) as [number]));
            }
            static override now = () => TrueDate.now() + milliseconds;
          } as DateConstructor;
        }, days * 86_400_000),
      );
      page = await practiseAs(running, page, 'ivar');
    };

    it('registrert → loepende: on its first day it runs, and nothing is sent', async () => {
      const { registered } = await sent(
        running,
        page,
        await caseAtHand(page, { caseNumber: '2026/7306', name: 'Fri Bane' }),
      );
      const first = registered?.terms.periods[0]?.from ?? today;
      await openTrekk(page, '2026/7306');
      await is('Registrert, har ikke begynt.');
      const before = await simulator.registrations();
      await daysLater((Date.parse(first) - Date.parse(today)) / 86_400_000);
      await openTrekk(page, '2026/7306');
      await is('Løper.');
      expect(await simulator.registrations()).toEqual(before);
      await daysLater(0);
    });

    it('kontrollert → utkast: a lookup of more than a day ago can’t be sent on', async () => {
      await checked(running, page, await caseAtHand(page, { caseNumber: '2026/7307', name: 'G1 Enslig Skyldner' }));
      await openTrekk(page, '2026/7307');
      await card(page, 'Kan ikke sendes ennå').getByText('Underretning til skyldneren er ikke laget.').waitFor();
      await daysLater(2);
      await openTrekk(page, '2026/7307');
      await card(page, 'Kan ikke sendes ennå').getByText('Oppslaget er for gammelt.').waitFor();
      await page.getByRole('link', { name: 'Hent opplysninger på nytt' }).waitFor();
      await daysLater(0);
      await openTrekk(page, '2026/7307');
      await page.getByRole('button', { name: 'Endre utkastet' }).click();
      await review(page);
    });
  });
});
