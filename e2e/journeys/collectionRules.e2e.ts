import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../app.ts';
import {
  addClaims,
  addNotice,
  beginAsIvar,
  card,
  createDebtor,
  debtor,
  decideOn,
  enterUsual,
  fetchAll,
  goToDecision,
  IN_TRANSITION,
  roomStep,
  saveAndGoOn,
  warnings,
  words,
} from '../debtors.ts';

describe('which rules apply, what runs already, and what is not known', () => {
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    running = await launchApp({ args: ['--training'] });
    page = await beginAsIvar(running);
  });
  afterAll(() => running?.close());

  const stops = () => card(page, 'Kan ikke besluttes ennå');
  const radios = (title: string) => card(page, title).getByRole('radio');

  it('old rules: the lookup is asked, the municipality sets the size, and nothing runs (case A)', async () => {
    await decideOn(page, '2026/5101', debtor('Fri Bane'));
    expect(await words(card(page, 'Gamle regler gjelder for denne skyldneren'))).toMatch(
      /gyldig i 24 timer.*ikke har, og ikke har hatt, trekk etter nye regler.*Kommunen beslutter trekket, setter størrelsen/,
    );
    await card(page, 'Samordning').getByText('Ingen trekk løper.').waitFor();
    expect(await card(page, 'Trekkrom').count()).toBe(1);
    await stops().getByText('Trekkpliktig er ikke valgt').waitFor();
    await radios('Trekkpliktig').first().check();
    await page.getByRole('button', { name: 'Lagre valgene' }).click();
    await card(page, 'Klar for beslutning').waitFor();
  });

  it('new rules: the same figures are a basis, and the size is for another to set (case F)', async () => {
    await decideOn(page, '2026/5102', debtor('Ny Vei'));
    expect(await words(card(page, 'Nye regler gjelder for denne skyldneren'))).toMatch(
      /Alminnelig namsmann eller Innkrevingsmyndigheten setter størrelsen/,
    );
    await card(page, 'Trekkrom (grunnlag, ikke vedtak)').waitFor();
    expect(await words(card(page, 'Trekk som løper'))).toContain('Ny ordning (uten beløp)');
    expect(await page.getByRole('radio', { name: 'prosent' }).count()).toBe(0);
    expect(await page.getByText('Trekkpliktig er ikke valgt').count()).toBe(0);
  });

  it('new rules without a trekk yet', async () => {
    await decideOn(page, '2026/5103', debtor('Rent Skifte'));
    await card(page, 'Nye regler gjelder for denne skyldneren')
      .getByText('Løper det ikke noe trekk, prøver namsmannen å etablere et.')
      .waitFor();
  });

  it('a lookup that does not answer stops the case; it never falls through to old rules', async () => {
    await decideOn(page, '2026/5104', debtor('Stum Sentral'));
    expect(await words(card(page, 'Det er ikke klart hvilke regler som gjelder'))).toMatch(
      /Oppslaget svarte ikke\. Prøv igjen\. Ingenting besluttes før det er klart\./,
    );
    await stops().getByText('Oppslaget om hvilke regler som gjelder, svarte ikke').waitFor();
    expect(await page.getByText('Gamle regler gjelder').count()).toBe(0);
  });

  it('the lookup and utleggsdatabasen disagree: the entry decides, and the deviation shall be reported', async () => {
    await decideOn(page, '2026/5105', debtor('Dobbelt Svar'));
    await card(page, 'Nye regler gjelder for denne skyldneren').getByText('Den avgjør').waitFor();
    await warnings(page).getByText('Meld avviket til Skatteetaten').waitFor();
  });

  it('our own trekk runs (case D): to change it is usual, another one beside it needs a written reason', async () => {
    await decideOn(page, '2026/5106', debtor('Egen Kø'));
    await card(page, 'Samordning').getByText('Kommunen har selv et trekk som løper').waitFor();
    const choices = card(page, 'Hva gjør kommunen?');
    await choices.getByRole('radio', { name: 'Endre trekket vi har' }).waitFor();
    await choices.getByRole('radio', { name: 'Et trekk til ved siden av vårt eget' }).check();
    await page.getByRole('button', { name: 'Lagre valgene' }).click();
    await page.getByRole('link', { name: 'Skriv hvorfor du avviker fra det vanlige valget.' }).waitFor();
    await choices.getByLabel('Begrunnelse (vises i grunnlaget)').fill('To arbeidsgivere; det første rekker ikke til.');
    await page.getByRole('button', { name: 'Lagre valgene' }).click();
    await page.getByText('Ikke lagret ennå.').waitFor({ state: 'hidden' });
    await page.getByRole('navigation', { name: 'Steg i saken' }).getByRole('link', { name: 'Opplysninger' }).click();
    await goToDecision(page);
    expect(await choices.getByLabel('Begrunnelse (vises i grunnlaget)').inputValue()).toBe(
      'To arbeidsgivere; det første rekker ikke til.',
    );
  });

  it('self-employed: at most 20 per cent of the fee (example G5)', async () => {
    await createDebtor(page, { caseNumber: '2026/5107', about: debtor('En Kunde'), decisionDate: IN_TRANSITION });
    await enterUsual(page);
    await page.getByRole('button', { name: 'Legg til annen inntekt' }).click();
    const other = page.getByRole('group', { name: 'Skyldnerens netto utenom a-ordningen' });
    await other.getByLabel('Hva', { exact: true }).fill('Honorar etter skatt');
    await other.getByLabel('Kroner per måned').fill('42000');
    await other.getByLabel('Kilde').fill('regnskap');
    await page.getByRole('checkbox', { name: 'Skyldneren er selvstendig næringsdrivende' }).check();
    const household = card(page, 'Husstand og livsopphold');
    await household.getByLabel('Kroner per måned').last().fill('42000');
    await household.getByLabel('Kilde').last().fill('faktura til oppdragsgiveren');
    await saveAndGoOn(page);
    await fetchAll(page);
    await goToDecision(page);
    expect(await roomStep(page, 'Høyst 20 % av brutto honorar')).toContain('8 400');
    expect(await roomStep(page, 'Rom for trekk')).toContain('8 400');
    await card(page, /^Trekkrom/)
      .getByText('Taket for selvstendig næringsdrivende bestemmer.')
      .waitFor();
  });

  it('shielded income is never nothing: no room, and it says why', async () => {
    await decideOn(page, '2026/5108', debtor('Skjult Sti'));
    await card(page, /^Trekkrom/)
      .getByText('Inntekten er skjermet. Det betyr ikke at den er null.')
      .waitFor();
    expect(await roomStep(page, 'Rom for trekk')).toContain('kan ikke regnes ut');
  });

  it('partly shielded income gives figures with a warning', async () => {
    await decideOn(page, '2026/5109', debtor('Tynt Slør'));
    await warnings(page).getByText('Deler av inntekten er skjermet. Tallene er ikke fullstendige').waitFor();
  });

  it("nobody has paid anything: a payer of one's own is warned about (V-31)", async () => {
    await decideOn(page, '2026/5110', debtor('Kald Ovn'));
    await radios('Trekkpliktig').last().check();
    await page.getByLabel('Organisasjonsnummer', { exact: true }).fill('889640782');
    await page.getByText('Finnes ikke i inntekten de siste tre månedene. Undersøk før du velger (V-31).').waitFor();
    await page.getByRole('button', { name: 'Lagre valgene' }).click();
    await page.getByText('Trekkpliktig finnes ikke i inntekten de siste tre månedene (V-31)').first().waitFor();
  });

  it('what if: one deduction over claims by letter and proportion, month by month until they are paid', async () => {
    await createDebtor(page, { caseNumber: '2026/5111', about: debtor('Fri Bane'), decisionDate: IN_TRANSITION });
    await addClaims(page, [
      { type: 'Eiendomsskatt', reference: 'd1', due: '01.10.2026', kroner: '18000' },
      { type: 'Eiendomsskatt', reference: 'd2', due: '01.10.2026', kroner: '12000' },
      { type: 'Vann og avløp', reference: 'e1', due: '01.10.2026', kroner: '40000' },
    ]);
    await addNotice(page, '15.10.2026', '06.11.2026');
    await saveAndGoOn(page);
    await fetchAll(page);
    await goToDecision(page);
    const sharing = card(page, 'Når er kravene dekket?');
    const share = (claim: string) =>
      words(sharing.getByRole('row').filter({ has: page.getByRole('rowheader', { name: claim }) }));
    await sharing.getByLabel('Trekk per måned', { exact: true }).fill('3500');
    await expect.poll(() => share('Eiendomsskatt d1')).toMatch(/d 18 000 2 100 /);
    expect(await share('Eiendomsskatt d2')).toMatch(/d 12 000 1 400 /);
    expect(await share('Vann og avløp e1')).toMatch(/e 40 000 0 /);
    // 70 000 at 3 500 a month: the tax claims in nine months, all in twenty.
    await expect.poll(() => words(sharing.getByRole('status'))).toMatch(/^Alt er dekket i /);
    const before = await words(sharing.getByRole('status'));
    await sharing.getByRole('slider').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => sharing.getByLabel('Trekk per måned', { exact: true }).inputValue()).toMatch(/3.600/);
    await sharing.getByRole('button', { name: 'vis som tabell' }).click();
    const months = sharing.getByRole('table').last().getByRole('row');
    expect(await months.count()).toBe(1 + 20);
    expect(await words(months.nth(1))).toMatch(/2 160 1 440 0$/);
    expect(before).toContain('2028');
  });

  it('the deadlines of the case stand on a line of time, with what is next', async () => {
    const deadlines = card(page, 'Frister');
    const all = deadlines.getByRole('button', { name: /^Vis alle/ });
    if (await all.isVisible()) await all.click();
    const line = await words(deadlines);
    for (const event of [
      '01.10.2026 Forfall',
      '15.10.2026 Varsel sendt',
      '06.11.2026 Svarfrist ute',
      '20.11.2026 Beslutning',
      'Nytt varsel trengs fra',
      'Foreldelse',
    ]) {
      expect(line).toContain(event);
    }
    expect(line.match(/ neste /g)).toHaveLength(1);
  });

  it('a claim that is not on the list, and a notice too fresh, stop the decision', async () => {
    await createDebtor(page, {
      caseNumber: '2026/5112',
      about: debtor('Fersk Konvolutt'),
      decisionDate: IN_TRANSITION,
    });
    await addClaims(page, [
      { type: 'Eiendomsskatt', reference: '1', due: '01.10.2026', kroner: '5000' },
      { type: 'Husleie', reference: '2', due: '01.10.2026', kroner: '9000' },
    ]);
    await page.getByText('Kommunen kan ikke beslutte utlegg selv; send begjæring til namsmannen.').waitFor();
    await addNotice(page, '10.11.2026', '02.12.2026');
    await saveAndGoOn(page);
    await page.getByRole('navigation', { name: 'Steg i saken' }).getByRole('link', { name: 'Beslutning' }).click();
    await stops()
      .getByRole('button', { name: /^Vis \d+ til$/ })
      .click();
    await stops().getByText('Husleie 2 står ikke på listen i § 2-14').waitFor();
    await stops()
      .getByText(/^Alle kravene: svarfristen er ikke ute, kan besluttes fra /)
      .waitFor();
  });
});
