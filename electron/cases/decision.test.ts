import { expect, it } from 'vitest';
import { failure } from '../../shared/ipc/errors.ts';
import { fail } from '../../shared/result.ts';
import { housingRuleTemplates } from '../../shared/rules/housingRuleTemplates.ts';
import { approveRule } from '../rules/approveRule.ts';
import { saveRule } from '../rules/saveRule.ts';
import { value } from '../storage/testKit.ts';
import { computeAssessment } from './computeAssessment.ts';
import { fetchInformation } from './fetchInformation.ts';
import { readCase } from './readCase.ts';
import { recordDocument } from './recordDocument.ts';
import { saveDetails } from './saveDetails.ts';
import { anna, caseWith, details, fakeRegisters, member, openDesk, seen, type TestDesk, wanted } from './testKit.ts';

/** The fictional rule of the reference data, approved. */
async function approvedRule(desk: TestDesk) {
  const rule = housingRuleTemplates().find(({ ruleId }) => ruleId === 'TESTKOMMUNE-2020');
  if (!rule) throw new Error('no such template');
  value(await saveRule(desk, { rule: { ...rule, validFrom: rule.validFrom ?? details().decisionDate } }));
  value(await approveRule(desk, rule));
  return { ruleId: rule.ruleId, ruleVersion: rule.version };
}

async function fetchedCase(desk: TestDesk) {
  const made = await caseWith(desk, member(anna));
  const ports = { ...desk, registers: fakeRegisters(), notify: () => {} };
  return value(
    await fetchInformation(ports, { ...seen(made), ...wanted, years: [2025] }, new AbortController().signal),
  );
}

it('assesses by the approved rule that is valid on the decision date, and by none when there is none', async () => {
  const desk = await openDesk();
  const { id: caseId } = await fetchedCase(desk);
  expect(value(await computeAssessment(desk, { caseId }))).toMatchObject({
    outcome: 'kanIkkeAvgjoeres',
    rule: null,
    reasons: [{ code: 'no-rule', date: '2026-11-21' }],
  });
  const { ruleId, ruleVersion } = await approvedRule(desk);
  const assessed = value(await computeAssessment(desk, { caseId }));
  expect(assessed.rule).toMatchObject({ ruleId, version: ruleVersion, approvedBy: 'Kari' });
  expect(assessed.bases.find(({ basis }) => basis === 'year')?.annual).toBe(48_000_000);
  expect(await computeAssessment(desk, { caseId: 'another' })).toEqual(fail(failure('not-found')));
});

it('records the document in the case and its SHA-256 in the journal; a change afterwards opens the case again', async () => {
  const desk = await openDesk();
  const rule = await approvedRule(desk);
  const fetched = await fetchedCase(desk);
  const document = { fileName: 'vedtaksgrunnlag.pdf', sha256: 'ab'.repeat(32), outcome: 'innenfor', ...rule } as const;
  const done = value(await recordDocument(desk, seen(fetched), document));
  expect(done).toMatchObject({ status: 'vedtaksgrunnlagLaget', documents: [{ ...document, by: 'Kari' }] });
  const { rows } = value(
    await desk.journal.list({ text: '', person: null, roles: null, from: null, to: null, offset: 0 }),
  );
  expect(rows[0]).toMatchObject({ action: 'document', caseNumber: '2026/1042', detail: document.sha256 });

  expect(await recordDocument(desk, seen(fetched), document)).toEqual(fail(failure('version-conflict')));
  expect(value(await readCase(desk, { caseId: done.id }))).toEqual(done);
  const changed = value(await saveDetails(desk, { ...seen(done), details: details({ language: 'nn' }) }));
  expect(changed).toMatchObject({ status: 'underVurdering', documents: [{ sha256: document.sha256 }] });
});

it('has journalled nothing when the document could not be recorded', async () => {
  const desk = await openDesk();
  const fetched = await fetchedCase(desk);
  const document = { fileName: 'f', sha256: 'ab', outcome: 'innenfor', ruleId: 'NO-SUCH', ruleVersion: 1 } as const;
  await expect(recordDocument(desk, seen(fetched), document)).rejects.toThrow('FOREIGN KEY');
  const { rows } = value(
    await desk.journal.list({ text: '', person: null, roles: null, from: null, to: null, offset: 0 }),
  );
  expect(rows.filter(({ action }) => action === 'document')).toEqual([]);
});
