import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningApp } from '../app.ts';
import { card, words } from '../debtors.ts';
import { type Simulator, startSimulator } from '../simulator.ts';
import { goToRegistration, openTrekk, trekkDesk } from '../trekk.ts';
import { caseAtHand, sent } from '../trekkBeforehand.ts';

// utleggsdatabasen.md 7.2 from `mottatt` on; what comes before is shown by trekkNewRules (document first, then the message) and trekkUncertain (422).
describe('a decision that ELAN has, in every state Skatteetaten can tell of', () => {
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

  const shown = () => words(page.getByRole('main', { name: 'Innhold' }));

  /** What Skatteetaten sets and never tells: a size, a period, a payer. */
  const saysNothingOfSize = async () =>
    expect(await shown()).not.toMatch(/kr i måneden|% av trekkgrunnlaget|Løper til og med|Hvem trekker/);

  /** Enters what Skatteetaten has told, as it is called on the screen. */
  async function told(state: string, since: string, source: string): Promise<void> {
    const form = card(page, 'Hva Skatteetaten har fortalt');
    await form.getByLabel('Tilstand').selectOption({ label: state });
    await form.getByLabel('Gjelder fra').fill(since);
    await form.getByLabel('Hvor du har det fra').fill(source);
    await form.getByRole('button', { name: 'Før tilstanden' }).click();
    const panel = card(page, 'Sendt');
    await panel.getByText(`${state}.`, { exact: true }).waitFor();
    expect(await words(panel)).toContain(`Fra ${since} Kilde ${source}`);
    await saysNothingOfSize();
  }

  it('mottatt: with ELAN’s case reference, and nothing else', async () => {
    await sent(running, page, await caseAtHand(page, { caseNumber: '2026/7401', name: 'Rent Skifte' }));
    await openTrekk(page, '2026/7401');
    await card(page, 'Sendt').getByText('Mottatt av Skatteetaten.', { exact: true }).waitFor();
    expect(await words(card(page, 'Sendt'))).toMatch(
      /Saksreferanse \S+ Saksbord kjenner ikke størrelsen eller perioden/,
    );
    await saysNothingOfSize();
    expect((await simulator.registrations()).map(({ kind }) => kind)).toEqual(['vedlegg', 'beslutning']);
  });

  it('no trekk ran: tried, established, and then in the queue until it is covered', async () => {
    await told('Trekk forsøkes etablert', '16.11.2026', 'Brev fra namsmannen');
    await told('Med i det samordnede trekket', '17.11.2026', 'Brev fra Skatteetaten');
    await told('Venter i kø etter prioritet', '18.11.2026', 'Telefon med Skatteetaten');
    await told('Dekkes', '19.11.2026', 'Oppgjør fra Skatteetaten');
    await told('Venter i kø etter prioritet', '20.11.2026', 'E-post fra Skatteetaten');
    await told('Dekkes', '21.11.2026', 'Oppgjør nummer to');
    await told('Dekket', '22.11.2026', 'Siste oppgjør');
    expect((await words(card(page, 'Historikk'))).match(/Tilstand ført/g)).toHaveLength(7);
  });

  it('no trekk could be established, and the decision is withdrawn', async () => {
    await sent(running, page, await caseAtHand(page, { caseNumber: '2026/7402', name: 'Mellom Tider' }));
    await openTrekk(page, '2026/7402');
    await told('Trekk forsøkes etablert', '16.11.2026', 'Brev fra namsmannen');
    await told('Trekk ble ikke etablert', '17.11.2026', 'Brev fra namsmannen, nummer to');
    await told('Trukket tilbake', '18.11.2026', 'Eget brev, jf. dokument 5');
  });

  it('the lists and the case say no more than that either', async () => {
    await page.getByRole('link', { name: /^Trekk/ }).click();
    await page.getByRole('radio', { name: /^Mine/ }).click();
    const line = page.getByRole('row').filter({ hasText: '2026/7401' });
    expect(await words(line)).toMatch(/^2026\/7401 Sendt Dekket 18 000 Ivar/);
    await line.getByRole('link').click();
    await goToRegistration(page);
    await card(page, 'Trekk i saken').getByRole('row').filter({ hasText: 'Dekket' }).waitFor();
    await saysNothingOfSize();
    // Two decisions with their documents, and nothing since.
    expect(await simulator.registrations()).toHaveLength(4);
  });
});
