import { describe, expect, it } from 'vitest';
import { trondheimGuide } from '../../../shared/garnishment/boutgifter.ts';
import { defaultCollectionSettings } from '../../../shared/garnishment/collectionSettings.ts';
import { textIn } from '../../../shared/text/text.ts';
import { type DecisionsValues, decisionFieldIds, decisionsValues, readDecisions } from './decisionsForm.ts';

const text = textIn('nb');
const settings = { ...defaultCollectionSettings, boutgiftGuide: trondheimGuide };
const values = decisionsValues(settings);
const read = (over: Partial<DecisionsValues>) => readDecisions({ ...values, ...over }, text);

describe('what the municipality has decided', () => {
  it('is shown and read again unchanged, also when nothing is decided', () => {
    const { livsopphold, ...rest } = settings;
    expect(livsopphold).toEqual([]);
    expect(read({}).settings).toEqual(rest);
    expect(readDecisions(decisionsValues(defaultCollectionSettings), text).settings?.boutgiftGuide).toBeNull();
  });

  it('a letter without who decided it and when is put right first', () => {
    const letters = { ...values.letters, eiendomsskatt: 'd' } as const;
    expect(read({ letters }).mistakes.map(({ fieldId }) => fieldId)).toEqual([decisionFieldIds.decidedBy]);
    expect(read({ letters, decidedBy: 'Kommuneadvokaten' }).mistakes.map(({ fieldId }) => fieldId)).toEqual([
      decisionFieldIds.decidedOn,
    ]);
    const decided = read({ letters, decidedBy: 'Kommuneadvokaten', decidedOn: '2026-02-01' });
    expect(decided.settings?.priority.letters).toMatchObject({ eiendomsskatt: 'd', vannOgAvloep: null });
  });

  it('a guide without a ceiling has none; without an amount it is put right first', () => {
    if (!values.guide) throw new Error('expected a guide');
    expect(read({ guide: { ...values.guide, totalMax: '' } }).settings?.boutgiftGuide?.totalMax).toBeNull();
    expect(read({ guide: { ...values.guide, perChild: '' } }).mistakes.map(({ fieldId }) => fieldId)).toEqual([
      decisionFieldIds.guide('perChild'),
    ]);
  });

  it('everyone can’t be under the new rules before they began, and a lookup is good for at least an hour', () => {
    expect(read({ cutOver: '2025-12-31', maxAgeHours: '0' }).mistakes.map(({ fieldId }) => fieldId)).toEqual([
      decisionFieldIds.cutOver,
      decisionFieldIds.maxAgeHours,
    ]);
  });
});

describe('what letters need', () => {
  const correspondence = { ...values.correspondence, email: ' innkreving@fjellvik.example ', account: '1503.73.54837' };

  it('is kept as it will be printed and paid to', () => {
    expect(read({ correspondence }).settings?.correspondence).toMatchObject({
      email: 'innkreving@fjellvik.example',
      account: '15037354837',
    });
  });

  it('an account number or e-mail address that can’t be one is put right first', () => {
    const wrong = { ...correspondence, account: '1503.73.54838', email: 'innkreving' };
    expect(
      read({ correspondence: wrong })
        .mistakes.map(({ fieldId }) => fieldId)
        .toSorted(),
    ).toEqual([decisionFieldIds.correspondence('account'), decisionFieldIds.correspondence('email')]);
  });
});
