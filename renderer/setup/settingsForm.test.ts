import { expect, test } from 'vitest';
import { type ClientSettings, defaultSettings } from '../../shared/settings.ts';
import { textIn } from '../../shared/text/text.ts';
import { readSettings } from './settingsForm.ts';

const text = textIn('nb');
const typed = (changed: Partial<ClientSettings>): ClientSettings => ({ ...defaultSettings, ...changed });
const places = (settings: ClientSettings) => readSettings(settings, text).mistakes.map(({ fieldId }) => fieldId);

test('what is not known yet may stay empty', () => {
  expect(readSettings(defaultSettings, text)).toEqual({ settings: defaultSettings, mistakes: [] });
});

test('spaces people group the number with are left out', () => {
  expect(readSettings(typed({ orgNumber: '974 761 076', clientId: ' abc ' }), text).settings).toMatchObject({
    orgNumber: '974761076',
    clientId: 'abc',
  });
});

test.each([
  ['97476107', 'færre enn 9'],
  ['9747610766', 'flere enn 9'],
  ['974761077', 'Kontrollsifferet'],
  ['97476107x', 'bare inneholde siffer'],
])('an organisation number %s is refused, and the sentence says why (%s)', (orgNumber, why) => {
  const { settings, mistakes } = readSettings(typed({ orgNumber }), text);
  expect(settings).toBeNull();
  expect(mistakes).toEqual([{ fieldId: 'org-number', sentence: expect.stringContaining(why) }]);
});

test('every wrong scope and package is named by its own field', () => {
  const settings = typed({
    scopes: { ...defaultSettings.scopes, inntekt: 'inntekt', samordnetTrekk: '', utlegg: 'Utleggsdatabasen' },
    packages: {
      housing: { inntekt: 'kommune-bolig', skattegrunnlag: 'kommuneboligsosialeformaal' },
      collection: { ...defaultSettings.packages.collection, skattegrunnlag: '', utlegg: 'særnamsmann' },
    },
  });
  expect(places(settings)).toEqual([
    'scope-inntekt',
    'package-housing-inntekt',
    'package-collection-skattegrunnlag',
    'scope-samordnetTrekk',
    'scope-utlegg',
    'package-collection-utlegg',
  ]);
});
