import { describe, expect, test } from 'vitest';
import { countTests } from './steps.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});
const report = (...files: ReturnType<typeof file>[]) => JSON.stringify({ testResults: files });

describe('the totals of a test run', () => {
  test('count every test', () => {
    const json = report(file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed', 'failed'));
    expect(countTests(1, json)).toEqual({ passed: 3, failed: 2 });
  });

  test('a skipped test has neither passed nor failed', () => {
    expect(countTests(0, report(file('passed', 'passed', 'pending')))).toEqual({ passed: 1, failed: 0 });
  });

  test('a file that could not be loaded has no tests, and is a failure', () => {
    expect(countTests(1, report(file('passed', 'passed'), file('failed')))).toEqual({ passed: 1, failed: 1 });
  });

  test('an error outside every test is a failure', () => {
    expect(countTests(1, report(file('passed', 'passed')))).toEqual({ passed: 1, failed: 1 });
  });

  test('a runner that left no report is a failure, whatever its exit code', () => {
    expect(countTests(0, undefined)).toEqual({ passed: 0, failed: 1 });
  });
});
