import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../app.ts';
import { today } from '../desk.ts';
import { readPdf } from '../pdf.ts';
import { people } from '../people.ts';
import { answerSaveDialog, practiseAs } from '../program.ts';

describe('one whole case by keyboard alone', () => {
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    running = await launchApp({ args: ['--training'] });
    page = await practiseAs(running, running.page, 'kari');
  });
  afterAll(() => running?.close());

  /** Presses Tab until the focus is on what is called this; at most once around the page. */
  const tabTo = async (name: string | RegExp): Promise<void> => {
    const passed: string[] = [];
    for (let presses = 0; presses < 150; presses += 1) {
      await page.keyboard.press('Tab');
      const focused = await nameOfFocused(page);
      if (typeof name === 'string' ? focused === name : name.test(focused)) return;
      passed.push(focused);
    }
    throw new Error(`Tab never came to ${name}, only to ${[...new Set(passed)].join(' | ')}`);
  };
  const press = async (name: string | RegExp): Promise<void> => {
    await tabTo(name);
    await page.keyboard.press('Enter');
  };
  const heading = (name: string): Promise<void> => page.getByRole('heading', { name }).first().waitFor();

  it('creates the case', async () => {
    await press('Ny sak');
    await heading('Ny sak');
    await tabTo('Saksnummer');
    await page.keyboard.type('2026/5001');
    await tabTo('Informert');
    await page.keyboard.press('ArrowDown');
    await tabTo('Informert den');
    await page.keyboard.type(today());
    await page.keyboard.press('Enter');
    await heading('2026/5001');
  });

  it('enters the applicant, and confirms the birth date', async () => {
    await press('Legg til søkeren');
    await tabTo('Fødselsnummer eller d-nummer, Søker');
    await page.keyboard.type(people.steadyWage.nationalId);
    await press('Fødselsdatoen til Søker stemmer');
    await press('Lagre og gå til opplysninger');
    await heading('Hent opplysninger');
  });

  it('shows the whole number for as long as the key is held', async () => {
    await press('Husstand');
    await tabTo(/^Vis hele nummeret til Søker/);
    const { nationalId } = people.steadyWage;
    const whole = new RegExp(`${nationalId.slice(0, 6)} ?${nationalId.slice(6)}`);
    await page.keyboard.down('Space');
    await page.getByText(whole).waitFor();
    await page.keyboard.up('Space');
    await page.getByText(whole).waitFor({ state: 'hidden' });
    await press('Opplysninger');
  });

  it('fetches, and follows a figure to its source and back', async () => {
    await press('Hent opplysninger');
    await page.getByRole('link', { name: 'Gå til vurdering' }).waitFor();
    await press(/^38.500, Lønn.*: vis kilden$/);
    await page.getByRole('dialog', { name: 'Hvor tallet kommer fra' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await nameOfFocused(page)).toMatch(/^38.500, Lønn.*: vis kilden$/);
  });

  it('F6 goes round rail, content and answer', async () => {
    const rounds: string[] = [];
    for (let presses = 0; presses < 3; presses += 1) {
      await page.keyboard.press('F6');
      rounds.push(await nameOfFocused(page));
    }
    expect(rounds.sort()).toEqual(['Hovedmeny', 'Innhold', 'Svar og neste steg']);
  });

  it('assesses, with another outcome and the reason for it', async () => {
    await press('Gå til vurdering');
    await heading('Innenfor');
    await tabTo('Siste 3 mnd × 4');
    await page.keyboard.press('Space');
    await tabTo('Begrunnelse (vises i grunnlaget)');
    await page.keyboard.type('Arven som kom i oktober, er ikke med i månedene.');
    await tabTo('Som regelen sier');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await press('Lagre valget');
    await heading('Over grensen');
  });

  it('makes the vedtaksgrunnlag', async () => {
    await press('Vedtaksgrunnlag');
    const file = path.join(running.profileDir, 'tastatur.pdf');
    await answerSaveDialog(running, file);
    await press('Lag vedtaksgrunnlag');
    await page.getByRole('table').getByText('tastatur.pdf').waitFor();
    expect(readPdf(file).text).toContain('Arven som kom i oktober, er ikke med i månedene.');
  });

  it('finds the case again with Ctrl K', async () => {
    await press(/^Mine saker/);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('5001');
    await page.getByRole('option', { name: /2026\/5001/ }).waitFor();
    await page.keyboard.press('Enter');
    await heading('2026/5001');
  });

  it('locks and unlocks', async () => {
    const next = running.app.waitForEvent('window');
    await press('Lås programmet').catch(() => undefined);
    page = await next;
    await heading('Saksbord er låst');
    expect(await nameOfFocused(page)).toBe('Lås opp');
    await page.keyboard.press('Enter');
    await heading('Mine saker');
  });
});

/** What a listener hears of the element that has the focus: its name. */
const nameOfFocused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement)) return '';
    const { labels } = focused as HTMLInputElement;
    const byId = (ids: string | null): string =>
      (ids ?? '')
        .split(' ')
        .flatMap((id) => document.getElementById(id)?.textContent ?? [])
        .join(' ');
    const name =
      focused.getAttribute('aria-label') ??
      (byId(focused.getAttribute('aria-labelledby')) ||
        (labels?.[0]?.textContent ?? '') ||
        (focused.textContent ?? ''));
    return name.trim();
  });
