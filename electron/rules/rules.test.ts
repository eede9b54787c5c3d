import { beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../shared/ipc/errors.ts';
import { fail, ok } from '../../shared/result.ts';
import type { HousingRule } from '../../shared/rules/housingRule.ts';
import { housingRuleTemplates } from '../../shared/rules/housingRuleTemplates.ts';
import { createCase } from '../cases/createCase.ts';
import { recordDocument } from '../cases/recordDocument.ts';
import { date, details, openDesk, seen, type TestDesk } from '../cases/testKit.ts';
import { value } from '../storage/testKit.ts';
import { approveRule } from './approveRule.ts';
import { exportRules } from './exportRules.ts';
import { importRules } from './importRules.ts';
import { listRules } from './listRules.ts';
import { removeRule } from './removeRule.ts';
import { saveRule } from './saveRule.ts';

const template = (ruleId: string): HousingRule => {
  const rule = housingRuleTemplates().find((one) => one.ruleId === ruleId);
  if (!rule) throw new Error('no such template');
  return { ...rule, validFrom: rule.validFrom ?? date('2020-01-01') };
};
const bergen = template('BERGEN-2016');

let desk: TestDesk;
beforeEach(async () => {
  const housing = await openDesk();
  desk = { ...housing, actor: () => ({ userName: 'Siri', role: 'fagansvarlig' }) };
});

const rules = async () => value(await listRules(desk)).rules;
const save = (changes: Partial<HousingRule> = {}) => saveRule(desk, { rule: { ...bergen, ...changes } });

/** Makes a vedtaksgrunnlag rest on version 1 of Bergen's rule. */
async function use() {
  const made = value(await createCase(desk, details()));
  const rests = { ruleId: bergen.ruleId, ruleVersion: 1, outcome: 'innenfor' } as const;
  value(await recordDocument(desk, seen(made), { fileName: 'f.pdf', sha256: 'ab', ...rests }));
}

describe('a rule version', () => {
  it('is saved as a draft, whatever it says about approval, and saved again while it is one', async () => {
    value(await save({ approvedBy: 'Somebody', approvedAt: desk.now() }));
    expect(await rules()).toEqual([{ rule: bergen, used: false }]);
    value(await save({ notes: 'corrected' }));
    expect(await rules()).toMatchObject([{ rule: { notes: 'corrected' } }]);
  });

  it('is approved in the name of who is at the desk, once, and then stands', async () => {
    value(await save());
    value(await approveRule(desk, bergen));
    expect(await rules()).toMatchObject([{ rule: { approvedBy: 'Siri', approvedAt: '2026-11-21T09:00:00.000Z' } }]);
    expect(await save({ notes: 'late' })).toEqual(fail(failure('version-conflict')));
    expect(await approveRule(desk, bergen)).toEqual(fail(failure('version-conflict')));
    value(await save({ version: 2, notes: 'new' }));
    expect((await rules()).map(({ rule }) => rule.version)).toEqual([2, 1]);
  });

  it('is not approved as long as something must be mended', async () => {
    value(await save({ validFrom: null }));
    expect(await approveRule(desk, bergen)).toEqual(fail(failure('invalid-input')));
    value(await save());
    value(await approveRule(desk, bergen));
    const other = template('TROMSOE');
    value(await saveRule(desk, { rule: other }));
    expect(await approveRule(desk, other)).toEqual(fail(failure('invalid-input')));
    expect(await approveRule(desk, { ruleId: 'NONE', version: 1 })).toEqual(fail(failure('not-found')));
  });

  it("can't be changed or removed once a vedtaksgrunnlag rests on it", async () => {
    value(await save());
    await use();
    expect(await rules()).toMatchObject([{ used: true }]);
    expect(await save({ notes: 'late' })).toEqual(fail(failure('version-conflict')));
    expect(await removeRule(desk, bergen)).toEqual(fail(failure('version-conflict')));
    expect(await rules()).toEqual([{ rule: bergen, used: true }]);
  });

  it('is removed as long as nothing rests on it', async () => {
    value(await save());
    expect(await removeRule(desk, { ...bergen, version: 2 })).toEqual(fail(failure('not-found')));
    value(await removeRule(desk, bergen));
    expect(await rules()).toEqual([]);
  });
});

it('lists the published rules to begin from, and the grunnbeløp in kroner', async () => {
  const listed = value(await listRules(desk));
  expect(listed.templates.map(({ ruleId }) => ruleId)).toContain('BERGEN-2016');
  expect(listed.grunnbeloep.find(({ validFrom }) => validFrom === '2026-05-01')).toMatchObject({
    amountKroner: 136_549,
    knownFrom: '2026-05-22',
  });
});

describe('a rule file', () => {
  const pick = (text: string | null) => ({ ...desk, pickFile: async () => ok(text) });
  async function exported() {
    let written = '';
    const saveFile = async (name: string, text: string) => {
      written = text;
      return ok(`/home/siri/${name}`);
    };
    expect(await exportRules({ ...desk, saveFile })).toEqual(ok({ path: '/home/siri/saksbord-boligregler.json' }));
    return written;
  }

  it('carries versions to another workstation, where they are drafts until approved there', async () => {
    value(await save());
    value(await approveRule(desk, bergen));
    value(await save({ version: 2 }));
    const text = await exported();
    desk = await openDesk();
    expect(await importRules(pick(text))).toEqual(ok({ state: 'imported', count: 2 }));
    expect(await rules()).toEqual([
      { rule: { ...bergen, version: 2 }, used: false },
      { rule: bergen, used: false },
    ]);
  });

  it('changes nothing that is here: what says the same is skipped, what says something else stops all of it', async () => {
    value(await save());
    value(await approveRule(desk, bergen));
    const text = await exported();
    expect(await importRules(pick(text))).toEqual(ok({ state: 'imported', count: 0 }));
    const before = await rules();
    const added = JSON.parse(text);
    added.rules = [
      { ...bergen, version: 9 },
      { ...bergen, notes: 'says something else' },
    ];
    expect(await importRules(pick(JSON.stringify(added)))).toEqual(
      ok({ state: 'refused', problems: [{ field: 'rules[1].version', code: 'version-taken' }] }),
    );
    expect(await rules()).toEqual(before);
  });

  it('is refused with the fields that are wrong, and nothing of it is saved', async () => {
    value(await save());
    const broken = JSON.parse(await exported());
    broken.rules[0].deviationThreshold = -1;
    expect(await importRules(pick(JSON.stringify(broken)))).toEqual(
      ok({ state: 'refused', problems: [{ field: 'rules[0].deviationThreshold', code: 'bad-value' }] }),
    );
    expect(await importRules(pick('no json'))).toMatchObject({ value: { state: 'refused' } });
    expect(await rules()).toHaveLength(1);
  });

  it('is nothing when a dialog is closed', async () => {
    expect(await importRules(pick(null))).toEqual(ok({ state: 'cancelled' }));
    expect(await exportRules({ ...desk, saveFile: async () => ok(null) })).toEqual(ok({ path: null }));
    const full = fail(failure('disk-full'));
    expect(await exportRules({ ...desk, saveFile: async () => full })).toEqual(full);
  });
});
